// SPDX-License-Identifier: Apache-2.0
// FEEL in blocks → compiled expressions, checked strictly, with what they read noted as used.
#pragma once

#include <memory>
#include <optional>

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Compiles one text in a layout. Empty, with every finding reported, when it is wrong.
[[nodiscard]] std::optional<Expression> compile_feel(Draft& draft, const rules::FeelText& text,
                                                     const std::shared_ptr<const Layout>& layout,
                                                     const feel::CompileOptions& options = {});
/// The same for a condition: a boolean.
[[nodiscard]] std::optional<Expression> compile_boolean(Draft& draft, const rules::FeelText& text,
                                                        const std::shared_ptr<const Layout>& layout);
/// A criterion when the text is the id of one, otherwise a boolean in the document's layout.
[[nodiscard]] std::optional<Condition> compile_condition(Draft& draft, const rules::Condition& condition);

}  // namespace qingheng::policy::compile

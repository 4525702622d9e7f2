// SPDX-License-Identifier: Apache-2.0
// Pieces of a model out of texts.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "decision/model.hpp"
#include "feel/value.hpp"

namespace qingheng::policy::dmn {

inline base::SourceSpan text_of(std::string text) {
  return base::whole(base::make_source("export", std::move(text)));
}

inline decision::model::ExpressionPtr expression_of(decltype(decision::model::Expression::form) form) {
  auto made = std::make_shared<decision::model::Expression>();
  made->form = std::move(form);
  return made;
}

inline decision::model::ExpressionPtr literal_of(std::string text) {
  return expression_of(decision::model::Literal{text_of(std::move(text)), {}});
}

/// A FEEL string literal.
std::string quoted(std::string_view text);
/// The literal text of a value for other tools: `date("2019-09-12")` rather than `@"2019-09-12"`.
std::string literal_text(const feel::Value& value);

}  // namespace qingheng::policy::dmn

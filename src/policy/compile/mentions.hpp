// SPDX-License-Identifier: Apache-2.0
// Names of things that come to pass outside of the blocks that name them: policies, duties, events.
#pragma once

#include "policy/compile/draft.hpp"

namespace qingheng::policy::compile {

/// Reports policies in `held("…")` and the like that are not loaded, duties in `missed("…")` and events that
/// periods and sanctions count from which the document does not know.
void check_mentions(const Draft& draft);
/// Warns of judgements whose stage does not name them under `decides`.
void check_decided(const Draft& draft);
/// Reports a policy that is not loaded: an error when one of nearly that name is, a warning otherwise.
void check_policy_id(const Draft& draft, const std::string& id, const base::SourceSpan& span);

}  // namespace qingheng::policy::compile

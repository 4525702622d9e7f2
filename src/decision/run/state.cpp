// SPDX-License-Identifier: Apache-2.0
// tested by: src/decision/run/evaluate_test.cpp
#include "decision/run/internal/state.hpp"

#include <algorithm>

namespace qingheng::decision::run {

namespace {

/// A result with more nulls than this tells enough.
constexpr std::size_t kMostProblems = 100;
/// Parts of a value that are looked at for nulls.
constexpr std::size_t kMostParts = 10'000;

bool same(const feel::NullReason& a, const feel::NullReason& b) {
  return a.span.source == b.span.source && a.span.begin == b.span.begin && a.span.end == b.span.end &&
         a.message == b.message;
}

}  // namespace

void State::note(std::string_view element, const Value& value) {
  std::vector<const Value*> waiting{&value};
  std::size_t seen = 0;
  while (!waiting.empty() && ++seen < kMostParts && problems.size() < kMostProblems) {
    const Value& part = *waiting.back();
    waiting.pop_back();
    if (const feel::NullReason* reason = part.null_reason()) {
      const auto known = [&](const Problem& problem) { return same(problem.reason, *reason); };
      if (!std::ranges::any_of(problems, known)) problems.push_back({std::string(element), *reason});
    } else if (part.kind() == Kind::List) {
      for (const Value& item : part.as_list()) waiting.push_back(&item);
    } else if (part.kind() == Kind::Context) {
      for (const auto& [name, entry] : part.as_context()) waiting.push_back(&entry);
    }
  }
}

Value State::within_steps(Value value, const base::SourceSpan& span) const {
  if (spent.steps <= host.max_steps) return value;
  const feel::NullReason* reason = value.null_reason();
  if (reason != nullptr && reason->message == feel::kOutOfSteps) return value;
  return Value::null({std::string(feel::kOutOfSteps), span});
}

StatePtr open(const StatePtr& state) {
  if (!state->closed) return state;
  auto fresh = std::make_shared<State>();
  fresh->graph = state->graph;
  fresh->host = state->host;
  return fresh;
}

}  // namespace qingheng::decision::run

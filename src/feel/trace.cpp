// SPDX-License-Identifier: Apache-2.0
#include "feel/trace.hpp"

#include "feel/plan/compiled.hpp"
#include "feel/run/explainer.hpp"

namespace qingheng::feel {

Explanation explain(const Compiled& compiled, std::span<const Value> inputs, const Host& host,
                    const Value* tested) {
  Explanation explanation;
  explanation.value = evaluate(compiled, inputs, host, tested);
  if (explanation.value.kind() != Kind::Boolean && !explanation.value.is_unknown() &&
      !explanation.value.is_null()) {
    return explanation;
  }
  run::Evaluator evaluator(compiled.program(), inputs, host);
  evaluator.ask_of(tested);
  run::Explainer explainer(evaluator);
  explainer.explain(compiled.program()->root, explanation.value);
  explanation.reasons = std::move(explainer.reasons());
  return explanation;
}

}  // namespace qingheng::feel

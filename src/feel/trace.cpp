// SPDX-License-Identifier: Apache-2.0
#include "feel/trace.hpp"

#include "feel/plan/compiled.hpp"
#include "feel/run/explainer.hpp"

namespace qingheng::feel {

Explanation explain(const Compiled& compiled, std::span<const Value> inputs, const Host& host,
                    const Value* tested) {
  run::Evaluator evaluator(compiled.program(), inputs, host);
  Explanation explanation;
  explanation.value = evaluator.run(tested);
  if (explanation.value.kind() != Kind::Boolean && !explanation.value.is_unknown() &&
      !explanation.value.is_null()) {
    return explanation;
  }
  run::Explainer explainer(evaluator);
  explainer.explain(compiled.program()->root, explanation.value);
  explanation.reasons = std::move(explainer.reasons());
  return explanation;
}

}  // namespace qingheng::feel

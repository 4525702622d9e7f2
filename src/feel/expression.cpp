// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/suite_test.cpp
#include "feel/expression.hpp"

#include <algorithm>

#include "feel/meaning/checker.hpp"
#include "feel/plan/compiled.hpp"
#include "feel/run/branches.hpp"
#include "feel/run/evaluator.hpp"
#include "feel/syntax/parse.hpp"

namespace qingheng::feel {

std::optional<std::size_t> Scope::find(std::string_view name) const {
  const auto entry = std::ranges::find_if(entries_, [&](const Entry& each) {
    return each.name == name || std::ranges::find(each.aliases, name) != each.aliases.end();
  });
  if (entry == entries_.end()) return std::nullopt;
  return static_cast<std::size_t>(entry - entries_.begin());
}

std::size_t Scope::declare(std::string name, Type type, std::vector<std::string> aliases) {
  entries_.push_back({std::move(name), std::move(type), std::move(aliases)});
  return entries_.size() - 1;
}

void Scope::declare_type(std::string name, Type type) {
  types_.push_back({std::move(name), std::move(type)});
}

std::expected<std::shared_ptr<const Compiled>, base::Diagnostics> compile(const base::SourceSpan& text,
                                                                          const Scope& scope,
                                                                          const CompileOptions& options) {
  const auto tree = syntax::parse(text, scope, options.form);
  if (!tree) return std::unexpected(tree.error());
  meaning::Checker checker(text, scope, options);
  Type type = checker.check(**tree);
  if (base::has_errors(checker.findings())) return std::unexpected(std::move(checker.findings()));
  auto program = std::make_shared<const plan::Program>(std::move(checker.program()));
  return std::make_shared<const Compiled>(std::move(program), std::move(type), std::move(checker.findings()));
}

const base::Diagnostics& warnings(const Compiled& compiled) { return compiled.warnings(); }
const Type& type_of(const Compiled& compiled) { return compiled.type(); }
std::span<const std::size_t> inputs_of(const Compiled& compiled) { return compiled.program()->inputs; }

namespace {

/// The answer of the quick form, where there is one and the plan itself could not run out of steps on its
/// way.
std::optional<Value> quick(const Compiled& compiled, std::span<const Value> inputs, std::uint64_t steps_left,
                           const Value* tested) {
  const std::optional<plan::Branches>& branches = compiled.branches();
  if (!branches || branches->steps_of_plan > steps_left) return std::nullopt;
  return run::follow(*branches, inputs, tested);
}

}  // namespace

Value evaluate(const Compiled& compiled, std::span<const Value> inputs, const Host& host,
               const Value* tested) {
  if (std::optional<Value> value = quick(compiled, inputs, host.max_steps, tested)) return *std::move(value);
  return run::Evaluator(compiled.program(), inputs, host).run(tested);
}

Value evaluate(const Compiled& compiled, std::span<const Value> inputs, const Host& host, Spent& spent,
               const Value* tested) {
  const bool deep = spent.depth + plan::kDeepestBranches > kDeepestEvaluation;
  const std::uint64_t left = deep || spent.steps > host.max_steps ? 0 : host.max_steps - spent.steps;
  if (std::optional<Value> value = quick(compiled, inputs, left, tested)) {
    spent.steps += compiled.branches()->steps_of_plan;
    return *std::move(value);
  }
  return run::Evaluator(compiled.program(), inputs, host, &spent).run(tested);
}

Value call_function(const Value& function, std::span<const std::string> names,
                    std::span<const Value> arguments, const base::SourceSpan& span, const Host& host,
                    Spent& spent) {
  auto nothing = std::make_shared<plan::Program>();
  nothing->text = span;
  return run::Evaluator(nothing, {}, host, &spent).call_named(span, function, names, arguments);
}

}  // namespace qingheng::feel

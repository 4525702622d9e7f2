// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/load_test.cpp
#include "policy/compile/expressions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "policy/compile/sense.hpp"

namespace qingheng::policy::compile {

namespace {

void note_use(Draft& draft, const Source& source) {
  if (const auto* parameter = std::get_if<ParameterInput>(&source))
    draft.used.parameters.insert(parameter->parameter);
  if (const auto* formula = std::get_if<FormulaInput>(&source)) draft.used.formulas.insert(formula->formula);
  if (const auto* table = std::get_if<TableInput>(&source)) draft.used.tables.insert(table->table);
  if (const auto* criterion = std::get_if<CriterionInput>(&source))
    draft.used.criteria.insert(criterion->criterion);
}

/// The code whose label a literal is; empty when it is none.
std::string code_labelled(const Vocabulary& vocabulary, std::string_view label) {
  const auto among = [&](const std::vector<registry::CodeLabel>& codes) -> std::string {
    for (const registry::CodeLabel& code : codes)
      if (code.code != label && (code.label.zh == label || code.label.en == label)) return code.code;
    return {};
  };
  for (const registry::Fact& fact : vocabulary.facts) {
    if (std::string code = among(fact.codes); !code.empty()) return code;
    for (const registry::Field& field : fact.fields)
      if (std::string code = among(field.codes); !code.empty()) return code;
  }
  return {};
}

/// A literal that is the label of a code: the help names the code.
void help_with_label(const Draft& draft, base::Diagnostic& finding) {
  if (finding.spans.empty()) return;
  std::string_view literal = finding.spans.front().span.text();
  if (literal.size() < 3 || literal.front() != '"' || literal.back() != '"') return;
  literal = literal.substr(1, literal.size() - 2);
  const std::string code = code_labelled(draft.vocabulary(), literal);
  if (!code.empty()) finding.help = fmt::format("`{}` is the label of a code: write `\"{}\"`", literal, code);
}

}  // namespace

std::optional<Expression> compile_feel(Draft& draft, const rules::FeelText& text,
                                       const std::shared_ptr<const Layout>& layout,
                                       const feel::CompileOptions& options) {
  // Absent: the block lacked it, which is reported already.
  if (text.code.source == nullptr || layout == nullptr) return std::nullopt;
  feel::CompileOptions with_units = options;
  with_units.units = draft.around.units;
  auto compiled = feel::compile(text.code, layout->scope, with_units);
  if (!compiled) {
    for (base::Diagnostic& finding : compiled.error()) {
      help_with_label(draft, finding);
      draft.found.push_back(std::move(finding));
    }
    return std::nullopt;
  }
  const base::Diagnostics& warned = feel::warnings(**compiled);
  draft.found.insert(draft.found.end(), warned.begin(), warned.end());
  for (const std::size_t entry : feel::inputs_of(**compiled)) note_use(draft, layout->sources[entry]);
  Expression expression{std::move(*compiled), layout, text.code};
  check_sense(draft, expression, options.form);
  draft.expressions.push_back({expression, options.form});
  return expression;
}

std::optional<Expression> compile_boolean(Draft& draft, const rules::FeelText& text,
                                          const std::shared_ptr<const Layout>& layout) {
  static const feel::Type wanted = feel::Type::boolean();
  auto condition = compile_feel(draft, text, layout, {.expected = &wanted});
  if (condition) check_decides(draft, *condition);
  return condition;
}

std::optional<Condition> compile_condition(Draft& draft, const rules::Condition& condition) {
  if (!condition.word.empty()) {
    const auto& criteria = draft.policy.criteria;
    const auto found = std::ranges::find_if(
        criteria, [&](const Criterion& criterion) { return criterion.head.id == condition.word.text; });
    if (found != criteria.end()) {
      const auto at = static_cast<std::size_t>(found - criteria.begin());
      draft.used.criteria.insert(at);
      return Condition{at, std::nullopt, condition.word.span};
    }
  }
  auto expression = compile_boolean(draft, condition.feel, draft.base);
  if (!expression) return std::nullopt;
  return Condition{std::nullopt, std::move(expression), condition.feel.code};
}

}  // namespace qingheng::policy::compile

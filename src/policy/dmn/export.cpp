// SPDX-License-Identifier: Apache-2.0
#include "policy/dmn/export.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "policy/dmn/internal/rewrite.hpp"
#include "policy/dmn/internal/texts.hpp"
#include "policy/dmn/internal/types.hpp"

namespace qingheng::policy::dmn {

namespace {

namespace model = decision::model;

using feel::Type;
using Made = std::expected<model::ExpressionPtr, std::string>;

std::string decision_id(const std::string& id) { return "decision_" + id; }
std::string input_id(const std::string& id) { return "input_" + id; }

class Exporter {
 public:
  explicit Exporter(const Policy& policy) : policy_(&policy) {}

  Export run() {
    model::Model& made = export_.model;
    made.source = base::make_source(policy_->front.id, {});
    made.id = "definitions";
    made.name = policy_->front.id;
    made.name_space = "urn:qingheng:policy:" + policy_->front.id;
    for (const Parameter& parameter : policy_->parameters) add_parameter(parameter);
    for (const Formula& formula : policy_->formulas)
      add(formula.head, formula.type, [&](Reads& reads) { return literal(formula.value, reads); });
    for (const Table& table : policy_->tables)
      add(table.head, table.type, [&](Reads& reads) { return table_logic(table, reads); });
    for (const Criterion& criterion : policy_->criteria)
      add(criterion.head, Type::boolean(), [&](Reads& reads) { return criterion_logic(criterion, reads); });
    add_facts();
    made.items = types_.take();
    return std::move(export_);
  }

 private:
  // -- elements -----------------------------------------------------------------------------------------

  void add(const Head& head, const Type& type, auto make) {
    Reads reads;
    const Made logic = make(reads);
    if (!logic) {
      add_input(head.id, types_.name_of(type, head.id), said(head.label),
                fmt::format("{}; given from outside: {}", head.clause, logic.error()));
      export_.inputs.push_back({head.id, logic.error()});
      return;
    }
    model::Decision decision;
    decision.head = {decision_id(head.id), head.id, said(head.label), head.note, {}};
    decision.variable = {head.id, {types_.name_of(type, head.id), {}}, {}};
    decision.logic = *logic;
    require(decision, reads);
    add_clause(decision, head);
    export_.model.decisions.push_back(std::move(decision));
  }

  void add_parameter(const Parameter& parameter) {
    if (parameter.value.is_null()) {
      add_input(parameter.head.id, types_.name_of(parameter.type, parameter.head.id),
                said(parameter.head.label),
                with_unit(fmt::format("{}; not set yet", parameter.head.clause), parameter.type));
      return;
    }
    add(parameter.head, parameter.type,
        [&](Reads& /*reads*/) -> Made { return literal_of(literal_text(parameter.value)); });
  }

  void add_input(const std::string& id, const std::string& type, const std::string& label,
                 std::string description) {
    inputs_.insert(id);
    export_.model.inputs.push_back(
        {{input_id(id), id, label, std::move(description), {}}, {id, {type, {}}, {}}});
  }

  /// `legal date` is two words in FEEL and needs an id of one.
  void add_named_input(const std::string& name, const std::string& id, const std::string& type) {
    export_.model.inputs.push_back({{input_id(id), name, {}, {}, {}}, {name, {type, {}}, {}}});
  }

  void add_facts() {
    for (const std::string& id : facts_) {
      for (const std::string& kind : policy_->front.subjects) {
        const registry::Fact* fact = policy_->vocabulary->fact(kind, id);
        if (fact == nullptr) continue;
        add_input(id, types_.name_of(*fact), said(fact->label), with_unit({}, fact->type));
        break;
      }
    }
    if (legal_date_) add_named_input("legal date", "legal_date", "date");
    if (recommender_) add_named_input("recommender", "recommender", "string");
    if (subject_) add_named_input("subject", "subject", "string");
  }

  void require(model::Decision& decision, const Reads& reads) {
    const auto input = [&](const std::string& id) {
      decision.required_inputs.push_back({{}, input_id(id), {}});
    };
    for (const std::string& id : reads.facts) {
      facts_.insert(id);
      input(id);
    }
    if (reads.legal_date) input("legal_date");
    if (reads.recommender) input("recommender");
    if (reads.subject) input("subject");
    legal_date_ = legal_date_ || reads.legal_date;
    recommender_ = recommender_ || reads.recommender;
    subject_ = subject_ || reads.subject;
    std::set<std::string> blocks = reads.parameters;
    for (const auto* more : {&reads.formulas, &reads.tables, &reads.criteria})
      blocks.insert(more->begin(), more->end());
    // What became an input is known only at the end for blocks that come later.
    for (const std::string& id : blocks) decision.required_decisions.push_back({{}, id, {}});
  }

  void add_clause(model::Decision& decision, const Head& head) {
    std::vector<std::string> addresses{head.clause};
    addresses.insert(addresses.end(), head.also.begin(), head.also.end());
    for (const std::string& address : addresses) {
      if (address.empty()) continue;
      const auto [at, fresh] = clauses_.try_emplace(address, fmt::format("clause_{}", clauses_.size() + 1));
      if (fresh) export_.model.sources.push_back(source_of(at->second, address));
      decision.required_authorities.push_back({{}, at->second, {}});
    }
  }

  [[nodiscard]] model::KnowledgeSource source_of(const std::string& id, const std::string& address) const {
    const Clause* clause = policy_->clause(address);
    model::KnowledgeSource source;
    source.head = {id,
                   fmt::format("{} {}", said(policy_->front.title), address),
                   {},
                   clause != nullptr ? clause->text : std::string(),
                   {}};
    source.type = policy_->front.number.empty() ? "policy document" : policy_->front.number;
    source.location = policy_->front.source_url;
    return source;
  }

  // -- logic --------------------------------------------------------------------------------------------

  [[nodiscard]] Made literal(const Expression& expression, Reads& reads) const {
    auto text = rewritten(*policy_, expression, feel::Form::Expression, reads);
    if (!text) return std::unexpected(text.error());
    return literal_of(*std::move(text));
  }

  Made table_logic(const Table& table, Reads& reads) {
    model::DecisionTable made;
    made.hit = table.hit;
    made.aggregation = table.aggregation;
    for (const TableInputColumn& input : table.inputs) {
      const Made expression = literal(input.expression, reads);
      if (!expression) return std::unexpected(expression.error());
      auto typed = std::make_shared<model::Expression>(**expression);
      typed->type.name =
          types_.name_of(input.type, table.head.id + "_" + std::to_string(made.inputs.size() + 1));
      made.inputs.push_back({input.name, std::move(typed), {}, {}});
    }
    for (const TableOutputColumn& output : table.outputs) made.outputs.push_back(output_of(table, output));
    for (const TableRow& row : table.rows) {
      model::Row written;
      for (const Expression& test : row.tests) {
        auto text = rewritten(*policy_, test, feel::Form::UnaryTests, reads);
        if (!text) return std::unexpected(text.error());
        written.tests.push_back(text_of(*std::move(text)));
      }
      for (const Expression& output : row.outputs) {
        const Made value = literal(output, reads);
        if (!value) return std::unexpected(value.error());
        written.outputs.push_back(*value);
      }
      made.rows.push_back(std::move(written));
    }
    return expression_of(std::move(made));
  }

  model::OutputColumn output_of(const Table& table, const TableOutputColumn& output) {
    model::OutputColumn made;
    if (table.outputs.size() > 1) made.name = output.name;
    made.label = output.name;
    made.type.name = types_.name_of(output.type, table.head.id + "_" + output.name);
    std::vector<std::string> values;
    for (const feel::Value& value : output.values) values.push_back(literal_text(value));
    if (!values.empty()) made.values = text_of(fmt::format("{}", fmt::join(values, ", ")));
    return made;
  }

  [[nodiscard]] Made criterion_logic(const Criterion& criterion, Reads& reads) const {
    if (!criterion.each.empty()) return std::unexpected("it is asked of each part of the subject");
    auto text = test_text(criterion, reads);
    if (!text) return std::unexpected(text.error());
    if (criterion.applies) {
      auto applies = rewritten(*policy_, *criterion.applies, feel::Form::Expression, reads);
      if (!applies) return std::unexpected(applies.error());
      text = fmt::format("if ({}) = false then true else ({})", *applies, *text);
    }
    if (!reads.window) return literal_of(*std::move(text));
    return with_window(criterion, *std::move(text), reads);
  }

  [[nodiscard]] std::expected<std::string, std::string> test_text(const Criterion& criterion,
                                                                  Reads& reads) const {
    if (const auto* requirement = std::get_if<Requirement>(&criterion.test))
      return rewritten(*policy_, requirement->expression, feel::Form::Expression, reads);
    if (const auto* group = std::get_if<Group>(&criterion.test)) return group_text(*group, reads);
    return std::unexpected(std::holds_alternative<Judgement>(criterion.test) ? "people judge it"
                                                                             : "it adds up points");
  }

  /// A member that gives null is not met.
  [[nodiscard]] std::expected<std::string, std::string> group_text(const Group& group, Reads& reads) const {
    std::vector<std::string> members;
    for (const GroupMember& member : group.members) {
      if (member.nested) {
        auto nested = group_text(*member.nested, reads);
        if (!nested) return nested;
        members.push_back(fmt::format("({})", *nested));
        continue;
      }
      const Criterion& criterion = policy_->criteria[member.criterion];
      if (group.combine == Group::Operator::None && criterion.applies)
        return std::unexpected(fmt::format("the veto `{}` counts only where it applies", criterion.head.id));
      reads.criteria.insert(criterion.head.id);
      members.push_back(criterion.head.id + " = true");
    }
    return combined(group, members);
  }

  [[nodiscard]] static std::string combined(const Group& group, const std::vector<std::string>& members) {
    switch (group.combine) {
      case Group::Operator::All:
        return members.empty() ? "true" : fmt::format("{}", fmt::join(members, " and "));
      case Group::Operator::Any:
        return members.empty() ? "false" : fmt::format("{}", fmt::join(members, " or "));
      case Group::Operator::None:
        return members.empty() ? "true" : fmt::format("not({})", fmt::join(members, " or "));
      case Group::Operator::AtLeast:
        return fmt::format("count([{}][item]) >= {}", fmt::join(members, ", "), group.count);
    }
    return "false";
  }

  /// The window as an entry beside the test, cut at the founding date where the policy knows one.
  [[nodiscard]] Made with_window(const Criterion& criterion, std::string test, Reads& reads) const {
    const bool rolling = criterion.lookback && criterion.lookback->kind == Lookback::Kind::Rolling;
    if (!rolling) return std::unexpected("it looks back on full years");
    const std::uint32_t months = criterion.lookback->years * 12 + criterion.lookback->months;
    reads.legal_date = true;
    std::string first = fmt::format("legal date - duration(\"P{}M\")", months);
    const bool founded = std::ranges::any_of(policy_->front.subjects, [&](const std::string& kind) {
      const registry::Fact* fact = policy_->vocabulary->fact(kind, "founded");
      return fact != nullptr && fact->type.tag == Type::Tag::Date;
    });
    if (founded) {
      reads.facts.insert("founded");
      first = fmt::format("if founded > {0} then founded else {0}", first);
    }
    model::BoxedContext context;
    const auto entry = [&](const char* name, std::string text) {
      context.entries.push_back({model::Variable{name, {}, {}}, literal_of(std::move(text))});
    };
    entry("first day", first);
    entry("window", "[first day..legal date]");
    context.entries.push_back({std::nullopt, literal_of(std::move(test))});
    return expression_of(std::move(context));
  }

  // -- words --------------------------------------------------------------------------------------------

  [[nodiscard]] static std::string said(const Text& text) { return text.zh.empty() ? text.en : text.zh; }
  [[nodiscard]] static std::string with_unit(std::string description, const Type& type) {
    if (type.unit.empty()) return description;
    return fmt::format("{}{}unit: {}", description, description.empty() ? "" : "; ", type.unit);
  }

 public:
  /// References to blocks, now that it is known what each became.
  void settle(model::Model& made) const {
    for (model::Decision& decision : made.decisions) {
      std::vector<model::Reference> blocks = std::move(decision.required_decisions);
      decision.required_decisions.clear();
      for (model::Reference& block : blocks) {
        const bool input = inputs_.contains(block.id);
        block.id = input ? input_id(block.id) : decision_id(block.id);
        (input ? decision.required_inputs : decision.required_decisions).push_back(std::move(block));
      }
    }
  }

 private:
  const Policy* policy_;
  Export export_;
  ItemTypes types_;
  std::set<std::string> facts_, inputs_;
  std::map<std::string, std::string> clauses_;
  bool legal_date_ = false;
  bool recommender_ = false;
  bool subject_ = false;
};

}  // namespace

Export to_model(const Policy& policy) {
  Exporter exporter(policy);
  Export made = exporter.run();
  exporter.settle(made.model);
  return made;
}

}  // namespace qingheng::policy::dmn

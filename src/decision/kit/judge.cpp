// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "decision/kit/suite.hpp"

namespace qingheng::decision::kit {

namespace {

/// The moment of `now()`.
feel::Host fixed_host() {
  feel::DateAndTime moment;
  moment.date = {.year = 2019, .month = 9, .day = 12};
  moment.time.hour = 10;
  moment.time.minute = 30;
  moment.time.offset_seconds = 8 * 60 * 60;
  feel::Host host;
  host.now = moment;
  return host;
}

/// Puts `value` into the context at `path`, its parts apart by points, making contexts on the way.
void put(feel::Context& into, std::string_view path, const feel::Value& value) {
  const std::size_t point = path.find('.');
  const std::string_view name = path.substr(0, point);
  auto entry = std::ranges::find(into, name, &feel::Context::value_type::first);
  if (entry == into.end()) entry = into.emplace(into.end(), std::string(name), feel::Value{});
  if (point == std::string_view::npos) {
    entry->second = value;
    return;
  }
  feel::Context inner =
      entry->second.kind() == feel::Kind::Context ? entry->second.as_context() : feel::Context{};
  put(inner, path.substr(point + 1), value);
  entry->second = feel::Value::context(std::move(inner));
}

/// Inputs by name; one of an imported model stands under the names by which that model is imported.
feel::Context inputs_of(const Case& one, const model::Model& model, const Graph& graph) {
  feel::Context inputs;
  for (const InputNode& input : one.inputs) {
    if (input.name_space.empty() || input.name_space == model.name_space) {
      inputs.emplace_back(input.name, input.value);
      continue;
    }
    for (const Element& element : elements_of(graph)) {
      const bool named = element.name == input.name || element.name.ends_with("." + input.name);
      if (named && element.name_space == input.name_space &&
          (element.kind == ElementKind::InputData || element.kind == ElementKind::Decision))
        put(inputs, element.name, input.value);
    }
  }
  return inputs;
}

/// A miss of that result, with what is known before it is evaluated.
Miss miss_for(const ResultNode& result, std::string reason) {
  return {.element = result.name,
          .error = result.error,
          .expected = feel::to_text(result.expected),
          .actual = {},
          .reason = std::move(reason)};
}

/// Of a service with several outputs, which is a context of them, the one that the result names.
feel::Value part_for(const ResultNode& result, const feel::Value& value, const Case& one,
                     const model::Model& model) {
  if (one.kind != ElementKind::Service) return value;
  const auto service = std::ranges::find(model.services, one.invocable,
                                         [](const model::Service& each) { return each.head.name; });
  if (service == model.services.end() || service->outputs.size() < 2) return value;
  const feel::Value* entry = value.entry(result.name);
  return entry != nullptr ? *entry : value;
}

std::string reason_of(const Outcome& outcome) {
  if (!outcome.problems.empty()) return outcome.problems.front().reason.message;
  const feel::NullReason* reason = outcome.value.null_reason();
  return reason != nullptr ? reason->message : std::string();
}

/// One case on its way to a verdict.
class Judge {
 public:
  Judge(const Case& one, const model::Model& model, const Graph& graph, Numbers numbers)
      : case_(one), model_(model), graph_(graph), numbers_(numbers), inputs_(inputs_of(one, model, graph)) {}

  [[nodiscard]] std::optional<Miss> miss_of(const ResultNode& result, bool& rounded) const {
    const bool by_result = case_.kind == ElementKind::Decision || case_.invocable.empty();
    const std::string& name = by_result ? result.name : case_.invocable;
    const auto outcome = evaluate(graph_, case_.kind, name, inputs_, fixed_host());
    if (!outcome) return miss_for(result, fmt::format("the model has no `{}`", name));
    const feel::Value value = part_for(result, outcome->value, case_, model_);
    if (!result.error || !outcome->problems.empty()) {
      if (matches(result.expected, value)) return std::nullopt;
      if (numbers_ == Numbers::AsWritten && matches(result.expected, value, numbers_)) {
        rounded = true;
        return std::nullopt;
      }
    }
    Miss miss = miss_for(result, reason_of(*outcome));
    miss.actual = feel::to_text(value);
    return miss;
  }

 private:
  const Case& case_;
  const model::Model& model_;
  const Graph& graph_;
  Numbers numbers_;
  feel::Context inputs_;
};

}  // namespace

Verdict judge(const Case& one, const model::Model& model, const Graph& graph, Numbers numbers) {
  Verdict verdict;
  if (needs_java(one, model)) {
    verdict.kind = Verdict::Kind::Skipped;
    for (const ResultNode& result : one.results)
      verdict.misses.push_back(miss_for(result, "needs a function written in Java"));
    return verdict;
  }
  if (!one.unreadable.empty()) {
    verdict.kind = Verdict::Kind::Failed;
    verdict.misses.push_back({.reason = one.unreadable});
    return verdict;
  }
  const Judge judge(one, model, graph, numbers);
  for (const ResultNode& result : one.results)
    if (auto miss = judge.miss_of(result, verdict.rounded)) verdict.misses.push_back(*std::move(miss));
  if (!verdict.misses.empty()) verdict.kind = Verdict::Kind::Failed;
  return verdict;
}

}  // namespace qingheng::decision::kit

// SPDX-License-Identifier: Apache-2.0
// Requirements (DMN 1.5 §6.3.13, §6.3.14): where they lead, in which order elements can be compiled, and
// rings.
// tested by: src/decision/compile/references_test.cpp
#include <algorithm>

#include <fmt/format.h>

#include "decision/compile/internal/draft.hpp"

namespace qingheng::decision::compile {

namespace {

using References = std::vector<model::Reference>;

struct Wanted {
  const References* references;
  std::string_view what;
  bool input = false;
  bool decision = false;
  bool function = false;
};

std::vector<Wanted> wanted_of(const ElementRef& element) {
  if (element.decision != nullptr) {
    return {{&element.decision->required_inputs, "an input", true, false, false},
            {&element.decision->required_decisions, "a decision", false, true, false},
            {&element.decision->required_knowledge, "a function", false, false, true}};
  }
  if (element.knowledge != nullptr) {
    return {{&element.knowledge->required_knowledge, "a function", false, false, true}};
  }
  if (element.service != nullptr) {
    return {{&element.service->input_data, "an input", true, false, false},
            {&element.service->input_decisions, "a decision", false, true, false},
            {&element.service->encapsulated, "a decision", false, true, false},
            {&element.service->outputs, "a decision", false, true, false}};
  }
  return {};
}

bool accepts(const Wanted& wanted, ElementKind kind) {
  switch (kind) {
    case ElementKind::InputData:
      return wanted.input;
    case ElementKind::Decision:
      return wanted.decision;
    default:
      return wanted.function;
  }
}

std::string_view kind_name(ElementKind kind) {
  switch (kind) {
    case ElementKind::InputData:
      return "input data";
    case ElementKind::Decision:
      return "a decision";
    case ElementKind::Knowledge:
      return "a business knowledge model";
    case ElementKind::Service:
      return "a decision service";
  }
  return {};
}

void check_references(Draft& draft, std::uint32_t model, const ElementRef& element) {
  for (const Wanted& wanted : wanted_of(element)) {
    for (const model::Reference& reference : *wanted.references) {
      const std::optional<Place> place = draft.place(model, reference);
      if (!place) {
        draft.error("D021", reference.span,
                    fmt::format("`{}` requires `{}#{}`, and there is no such element", element.name(),
                                reference.model, reference.id));
        continue;
      }
      const ElementRef& target = draft.at(draft.address(model, *place));
      if (accepts(wanted, target.kind)) continue;
      base::Diagnostic& finding =
          draft.error("D022", reference.span,
                      fmt::format("`{}` requires `{}` as {}, but it is {}", element.name(), target.name(),
                                  wanted.what, kind_name(target.kind)));
      finding.spans.push_back({target.head->span, "required here"});
    }
  }
}

/// A walk over what requires what, depth first, on a stack of its own.
class Walk {
 public:
  explicit Walk(Draft& draft) : draft_(draft) {
    for (const ModelDraft& model : draft.models) states_.emplace_back(model.elements.size(), State::New);
  }

  std::vector<Address> run() {
    for (std::uint32_t model = 0; model < draft_.models.size(); ++model) {
      for (std::uint32_t at = 0; at < draft_.models[model].elements.size(); ++at) from({model, at});
    }
    return std::move(order_);
  }

 private:
  enum class State : std::uint8_t { New, Open, Done };
  struct Step {
    Address address;
    std::vector<Address> next;
    std::size_t taken = 0;
  };

  State& state(const Address& address) { return states_[address.model][address.element]; }

  void enter(const Address& address) {
    state(address) = State::Open;
    Step step{address, {}, 0};
    for (const model::Reference* reference : requirements(draft_.at(address))) {
      if (const auto place = draft_.place(address.model, *reference)) {
        step.next.push_back(draft_.address(address.model, *place));
      }
    }
    way_.push_back(std::move(step));
  }

  void from(const Address& start) {
    if (state(start) != State::New) return;
    enter(start);
    while (!way_.empty()) {
      Step& step = way_.back();
      if (step.taken == step.next.size()) {
        state(step.address) = State::Done;
        order_.push_back(step.address);
        way_.pop_back();
        continue;
      }
      const Address next = step.next[step.taken++];
      if (state(next) == State::Open) ring(next);
      if (state(next) == State::New) enter(next);
    }
  }

  // Functions may call themselves and each other: that is at most deep. Decisions would never be done.
  void ring(const Address& back) {
    const auto begin = std::ranges::find(way_, back, &Step::address);
    std::string names;
    bool functions = true;
    std::vector<base::CaptionedSpan> spans;
    for (auto step = begin; step != way_.end(); ++step) {
      const ElementRef& element = draft_.at(step->address);
      names += fmt::format("`{}` → ", element.name());
      functions = functions && element.kind == ElementKind::Knowledge;
      spans.push_back({element.head->span, fmt::format("`{}`", element.name())});
    }
    names += fmt::format("`{}`", draft_.at(back).name());
    base::Diagnostic& finding =
        functions
            ? draft_.warn("D024", spans.front().span, "functions require each other in a ring: " + names,
                          "an evaluation that does not come to an end gives null")
            : draft_.error("D023", spans.front().span, "elements require each other in a ring: " + names,
                           "take away one of these requirements");
    finding.spans = std::move(spans);
  }

  Draft& draft_;
  std::vector<std::vector<State>> states_;
  std::vector<Step> way_;
  std::vector<Address> order_;
};

}  // namespace

// A service rests on what it gives out; its encapsulated decisions come with those.
std::vector<const model::Reference*> requirements(const ElementRef& element) {
  std::vector<const model::Reference*> all;
  for (const Wanted& wanted : wanted_of(element)) {
    for (const model::Reference& reference : *wanted.references) all.push_back(&reference);
  }
  return all;
}

std::vector<Address> checked_order(Draft& draft) {
  for (std::uint32_t model = 0; model < draft.models.size(); ++model) {
    for (const ElementRef& element : draft.models[model].elements) check_references(draft, model, element);
  }
  return Walk(draft).run();
}

}  // namespace qingheng::decision::compile

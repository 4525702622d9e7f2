// SPDX-License-Identifier: Apache-2.0
// Lists without repetition: DMN 1.5 table 75, `distinct values` and `union`.
// tested by: src/feel/builtins/list_functions_test.cpp
#include <set>

#include "feel/builtins/families.hpp"

namespace qingheng::feel {

namespace {

// Kinds in which any two values are ordered, and equal to nothing of another kind.
bool is_ordered(Kind kind) {
  return kind == Kind::Number || kind == Kind::String || kind == Kind::Date || kind == Kind::DaysDuration ||
         kind == Kind::MonthsDuration;
}

struct ByKindAndValue {
  bool operator()(const Value* a, const Value* b) const {
    if (a->kind() != b->kind()) return a->kind() < b->kind();
    return order(*a, *b) == std::strong_ordering::less;
  }
};

// Takes each value once, at its first place.
class Distinct {
 public:
  /// False when the value's like was seen before, or might have been.
  bool is_new(const Value& value) {
    if (is_ordered(value.kind())) return ordered_.insert(&value).second;
    for (const Value* other : others_) {
      const Value same = equality(value, *other);
      if (same.kind() == Kind::Boolean && same.as_boolean()) return false;
      if (same.is_unknown()) note(same);
    }
    others_.push_back(&value);
    if (value.is_unknown()) top_.push_back(&value);
    return true;
  }

  /// Values that the next one is compared with in turn.
  [[nodiscard]] std::size_t comparisons() const { return others_.size() + 1; }

  /// What leaves open which values are distinct; empty when that is known.
  [[nodiscard]] std::optional<Value> unknown() {
    if (ordered_.size() + others_.size() > 1) {
      for (const Value* value : top_) note(*value);
    }
    if (!open_) return std::nullopt;
    return Value::unknown(std::move(missing_));
  }

 private:
  void note(const Value& unknown) {
    open_ = true;
    add_missing(missing_, unknown);
  }

  std::set<const Value*, ByKindAndValue> ordered_;
  std::vector<const Value*> others_;
  std::vector<const Value*> top_;  // those that are wholly unknown
  Missing missing_;
  bool open_ = false;
};

Value distinct(Call& call) {
  Distinct distinct;
  List kept;
  for (const Value& list : call.arguments) {
    for (const Value& item : list.as_list()) {
      if (!call.site.caller.spend(is_ordered(item.kind()) ? 1 : distinct.comparisons())) {
        return call.null("the evaluation takes too many steps");
      }
      if (distinct.is_new(item)) kept.push_back(item);
    }
  }
  if (auto unknown = distinct.unknown()) return *std::move(unknown);
  return Value::list(std::move(kept));
}

}  // namespace

void add_distinct(std::vector<Builtin>& table) {
  const Parameter list{"list", Shape::List};
  table.push_back({"distinct values", {{{list}, 1, Result::SameList, distinct}}, Unknowns::LiftOuter});
  table.push_back(
      {"union", {{{list}, 1, Result::JoinedList, distinct, Variadic::LastRepeats}}, Unknowns::LiftOuter});
}

}  // namespace qingheng::feel

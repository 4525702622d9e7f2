// SPDX-License-Identifier: Apache-2.0
#include <compare>

#include "feel/builtins/families.hpp"
#include "feel/builtins/internal/range_text.hpp"

namespace qingheng::feel {

namespace {

// A range by its ends; a point is the range from it to itself. An absent end is infinitely far.
struct Extent {
  const Value* low = nullptr;
  const Value* high = nullptr;
  bool low_included = false;
  bool high_included = false;
};

Extent extent_of(const Value& value) {
  if (value.kind() != Kind::Range) return {&value, &value, true, true};
  const Range& range = value.as_range();
  return {range.low ? &*range.low : nullptr, range.high ? &*range.high : nullptr, range.low_included,
          range.high_included};
}

// How the ends of one extent lie against those of another; the first word is the one's, the second the
// other's.
struct Relation {
  std::strong_ordering low_low;
  std::strong_ordering low_high;
  std::strong_ordering high_low;
  std::strong_ordering high_high;
};

using Ordering = std::optional<std::strong_ordering>;

Ordering order_ends(const Value* a, const Value* b, std::strong_ordering without_a,
                    std::strong_ordering without_b, std::strong_ordering without_both) {
  if (a == nullptr && b == nullptr) return without_both;
  if (a == nullptr) return without_a;
  if (b == nullptr) return without_b;
  return order(*a, *b);
}

// Empty when two ends cannot be compared.
std::optional<Relation> relation_of(const Extent& a, const Extent& b) {
  constexpr auto kLess = std::strong_ordering::less;
  constexpr auto kEqual = std::strong_ordering::equal;
  constexpr auto kGreater = std::strong_ordering::greater;
  const Ordering low_low = order_ends(a.low, b.low, kLess, kGreater, kEqual);
  const Ordering low_high = order_ends(a.low, b.high, kLess, kLess, kLess);
  const Ordering high_low = order_ends(a.high, b.low, kGreater, kGreater, kGreater);
  const Ordering high_high = order_ends(a.high, b.high, kGreater, kLess, kEqual);
  if (!low_low || !low_high || !high_low || !high_high) return std::nullopt;
  return Relation{*low_low, *low_high, *high_low, *high_high};
}

// -- DMN 1.5 §10.3.4.9, for two extents; the functions for points follow, as do those with the sides changed
// --

using Predicate = bool(const Extent& a, const Extent& b, const Relation& relation);

bool before(const Extent& a, const Extent& b, const Relation& relation) {
  return relation.high_low < 0 || (relation.high_low == 0 && !(a.high_included && b.low_included));
}

bool meets(const Extent& a, const Extent& b, const Relation& relation) {
  return relation.high_low == 0 && a.high_included && b.low_included;
}

bool overlaps(const Extent& a, const Extent& b, const Relation& relation) {
  const bool reaches_start =
      relation.high_low > 0 || (relation.high_low == 0 && a.high_included && b.low_included);
  const bool begins_by_end =
      relation.low_high < 0 || (relation.low_high == 0 && a.low_included && b.high_included);
  return reaches_start && begins_by_end;
}

bool overlaps_before(const Extent& a, const Extent& b, const Relation& relation) {
  const bool begins_before =
      relation.low_low < 0 || (relation.low_low == 0 && a.low_included && !b.low_included);
  const bool reaches_start =
      relation.high_low > 0 || (relation.high_low == 0 && a.high_included && b.low_included);
  const bool ends_by_end =
      relation.high_high < 0 || (relation.high_high == 0 && (!a.high_included || b.high_included));
  return begins_before && reaches_start && ends_by_end;
}

bool finishes(const Extent& a, const Extent& b, const Relation& relation) {
  const bool begins_within =
      relation.low_low > 0 || (relation.low_low == 0 && (!a.low_included || b.low_included));
  return relation.high_high == 0 && a.high_included == b.high_included && begins_within;
}

bool includes(const Extent& a, const Extent& b, const Relation& relation) {
  const bool begins_by_start =
      relation.low_low < 0 || (relation.low_low == 0 && (a.low_included || !b.low_included));
  const bool ends_with_end =
      relation.high_high > 0 || (relation.high_high == 0 && (a.high_included || !b.high_included));
  return begins_by_start && ends_with_end;
}

bool starts(const Extent& a, const Extent& b, const Relation& relation) {
  const bool ends_within =
      relation.high_high < 0 || (relation.high_high == 0 && (!a.high_included || b.high_included));
  return relation.low_low == 0 && a.low_included == b.low_included && ends_within;
}

bool coincides(const Extent& a, const Extent& b, const Relation& relation) {
  return relation.low_low == 0 && relation.high_high == 0 && a.low_included == b.low_included &&
         a.high_included == b.high_included;
}

const Value& an_end(const Extent& extent, const Value& otherwise) {
  if (extent.low != nullptr) return *extent.low;
  return extent.high != nullptr ? *extent.high : otherwise;
}

enum class Sides : std::uint8_t { AsGiven, Changed };

template <Predicate kHolds, Sides kSides = Sides::AsGiven>
Value compared(Call& call) {
  const Extent a = extent_of(call[kSides == Sides::AsGiven ? 0 : 1]);
  const Extent b = extent_of(call[kSides == Sides::AsGiven ? 1 : 0]);
  if (const auto relation = relation_of(a, b)) return Value::boolean(kHolds(a, b, *relation));
  return call.null(fmt::format("cannot order {} and {}", name_of(an_end(a, call[0]).kind()),
                               name_of(an_end(b, call[1]).kind())));
}

Value range_of_text(Call& call) {
  auto range = read_range(call[0].as_string(), call.site);
  return range ? Value::range(*std::move(range)) : call.null(range.error());
}

// Which pairs of arguments a function has overloads for.
enum Pairs : std::uint8_t { PointPoint = 1, PointRange = 2, RangePoint = 4, RangeRange = 8 };

}  // namespace

void add_ranges(std::vector<Builtin>& table) {
  const auto add = [&table](std::string_view name, int pairs, Value (*function)(Call&)) {
    const auto overload = [function](Parameter a, Parameter b) {
      return Overload{{a, b}, 2, Result::Boolean, function};
    };
    Builtin builtin{name, {}};
    if ((pairs & PointPoint) != 0) {
      builtin.overloads.push_back(overload({"point1", Shape::Point}, {"point2", Shape::Point}));
    }
    if ((pairs & PointRange) != 0) {
      builtin.overloads.push_back(overload({"point", Shape::Point}, {"range", Shape::Range}));
    }
    if ((pairs & RangePoint) != 0) {
      builtin.overloads.push_back(overload({"range", Shape::Range}, {"point", Shape::Point}));
    }
    if ((pairs & RangeRange) != 0) {
      builtin.overloads.push_back(overload({"range1", Shape::Range}, {"range2", Shape::Range}));
    }
    table.push_back(std::move(builtin));
  };
  add("before", PointPoint | PointRange | RangePoint | RangeRange, compared<before>);
  add("after", PointPoint | PointRange | RangePoint | RangeRange, compared<before, Sides::Changed>);
  add("meets", RangeRange, compared<meets>);
  add("met by", RangeRange, compared<meets, Sides::Changed>);
  add("overlaps", RangeRange, compared<overlaps>);
  add("overlaps before", RangeRange, compared<overlaps_before>);
  add("overlaps after", RangeRange, compared<overlaps_before, Sides::Changed>);
  add("finishes", PointRange | RangeRange, compared<finishes>);
  add("finished by", RangePoint | RangeRange, compared<finishes, Sides::Changed>);
  add("includes", RangePoint | RangeRange, compared<includes>);
  add("during", PointRange | RangeRange, compared<includes, Sides::Changed>);
  add("starts", PointRange | RangeRange, compared<starts>);
  add("started by", RangePoint | RangeRange, compared<starts, Sides::Changed>);
  add("coincides", PointPoint | RangeRange, compared<coincides>);
  table.push_back({"range", {{{{"from", Shape::String}}, 1, Result::Range, range_of_text}}});
}

}  // namespace qingheng::feel

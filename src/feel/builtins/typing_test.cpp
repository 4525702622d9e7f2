// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "feel/builtins/builtin.hpp"

namespace qingheng::feel {
namespace {

const Type kMoney = Type::number("万元");
const Type kText = Type::string();

// The result types of all overloads that take the arguments, one after the other.
std::string results(std::string_view name, const std::vector<Type>& arguments,
                    const std::vector<std::string>& names = {}) {
  std::string out;
  for (const Overload* overload : candidates(*find_builtin(name), arguments, names)) {
    out += (out.empty() ? "" : " | ") + to_text(result_type(*overload, arguments, names));
  }
  return out;
}

TEST(Typing, KeepsUnitsWhereTheFunctionDoes) {
  EXPECT_EQ(results("abs", {kMoney}), "number [万元]");
  EXPECT_EQ(results("floor", {Type::number(), kMoney}, {"scale", "n"}), "number [万元]");
  EXPECT_EQ(results("sum", {Type::list(kMoney)}), "number [万元] | number [万元]");
  EXPECT_EQ(results("max", {kMoney, kMoney}), "number [万元]");
  EXPECT_EQ(results("max", {kMoney, Type::number()}), "number");
  EXPECT_EQ(results("product", {kMoney, kMoney}), "number");
  EXPECT_EQ(results("count", {Type::list(kMoney)}), "number");
}

TEST(Typing, FollowsLists) {
  EXPECT_EQ(results("append", {Type::list(kText), kText}), "list<string>");
  EXPECT_EQ(results("append", {Type::list(kText), Type::number()}), "list<Any>");
  EXPECT_EQ(results("concatenate", {Type::list(kMoney), kMoney}), "list<number [万元]>");
  EXPECT_EQ(results("insert before", {Type::list(kText), Type::number(), kText}), "list<string>");
  EXPECT_EQ(results("reverse", {kText}), "list<string>");
  EXPECT_EQ(results("mode", {Type::number(), Type::number()}), "list<number>");
  EXPECT_EQ(results("sum", {Type::any()}), "number | number");
  EXPECT_EQ(results("abs", {Type::any()}), "number | Any");
  EXPECT_EQ(results("abs", {Type::list(kMoney)}), "number [万元]");
}

TEST(Typing, FindsNoOverloadForAMistake) {
  EXPECT_EQ(results("abs", {kText}), "");
  EXPECT_EQ(results("abs", {Type::number(), Type::number()}), "");
  EXPECT_EQ(results("abs", {Type::number()}, {"number"}), "");
  EXPECT_EQ(results("modulo", {Type::number(), Type::number()}, {"divisor", "divisor"}), "");
  EXPECT_EQ(results("modulo", {Type::number()}, {"divisor"}), "");
  EXPECT_EQ(results("sum", {Type::list(kText)}), "");
  EXPECT_EQ(results("max", {Type::boolean(), Type::boolean()}), "");
}

TEST(Typing, AcceptsWhatConvertsToTheShape) {
  EXPECT_TRUE(accepts(Shape::DateTime, Type::date()));
  EXPECT_TRUE(accepts(Shape::DateOrDateTime, Type::list(Type::date())));
  EXPECT_FALSE(accepts(Shape::DateOrDateTime, Type::range(Type::date())));
  EXPECT_FALSE(accepts(Shape::DateOrDateTime, Type::of(Type::Tag::Time)));
  EXPECT_TRUE(accepts(Shape::Duration, Type::of(Type::Tag::MonthsDuration)));
  EXPECT_FALSE(accepts(Shape::Duration, Type::number()));
  EXPECT_TRUE(accepts(Shape::Point, Type::of(Type::Tag::List)));
  EXPECT_FALSE(accepts(Shape::Point, Type::boolean()));
  EXPECT_TRUE(accepts(Shape::BooleanList, Type::boolean()));
  EXPECT_FALSE(accepts(Shape::BooleanList, Type::number()));
}

TEST(Typing, ShapesHaveTypes) {
  EXPECT_EQ(to_text(type_of(Shape::ContextList)), "list<context>");
  EXPECT_EQ(to_text(type_of(Shape::Range)), "range<Any>");
  EXPECT_EQ(to_text(type_of(Shape::Point)), "Any");
  EXPECT_EQ(to_text(type_of(Shape::DaysDuration)), "days and time duration");
}

TEST(Typing, SignaturesReadLikeTheStandard) {
  const auto signature_of = [](std::string_view name, std::size_t overload) {
    const Builtin& builtin = *find_builtin(name);
    return signature(builtin, builtin.overloads[overload]);
  };
  EXPECT_EQ(signature_of("sublist", 0), "sublist(list: list, start position: number, length: number)");
  EXPECT_EQ(signature_of("sum", 0), "sum(list: list<number>)");
  EXPECT_EQ(signature_of("sum", 1), "sum(n1: number, …)");
  EXPECT_EQ(signature_of("list replace", 1), "list replace(list: list, match: function, newItem: Any)");
}

}  // namespace
}  // namespace qingheng::feel

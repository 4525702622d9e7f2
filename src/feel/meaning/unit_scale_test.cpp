// SPDX-License-Identifier: Apache-2.0
#include "feel/meaning/unit_scale.hpp"

#include <array>
#include <string>

#include <gtest/gtest.h>

namespace qingheng::feel::meaning {
namespace {

std::string scale(std::string_view from, std::string_view to) {
  static const std::array kUnits{
      UnitScale{"元", "元", 1},   UnitScale{"万元", "元", 10000},
      UnitScale{"人", "人", 1},   UnitScale{"kg", "kg", 1},
      UnitScale{"t", "kg", 1000}, UnitScale{"%", "1", *base::Decimal::parse("0.01")}};
  const auto found = scale_between(from, to, kUnits);
  return found ? found->to_string() : "none";
}

TEST(ScaleBetween, NamesTheFactorOfUnitsOfOneMeasure) {
  EXPECT_EQ(scale("万元", "元"), "10000");
  EXPECT_EQ(scale("元", "万元"), "0.0001");
  EXPECT_EQ(scale("", "%"), "100");
  EXPECT_EQ(scale("人", "人"), "1");
}

TEST(ScaleBetween, TakesProductsAndQuotientsApart) {
  EXPECT_EQ(scale("万元/人", "元/人"), "10000");
  EXPECT_EQ(scale("kg/元", "kg/万元"), "10000");
  EXPECT_EQ(scale("t·人", "人·kg"), "1000");
  EXPECT_EQ(scale("万元/t", "元/kg"), "10");
  EXPECT_EQ(scale("1/人", "1/人"), "1");
}

TEST(ScaleBetween, HasNoneForDifferentMeasures) {
  EXPECT_EQ(scale("万元", "人"), "none");
  EXPECT_EQ(scale("", "人"), "none");
  EXPECT_EQ(scale("元/人", "人/元"), "none");
}

}  // namespace
}  // namespace qingheng::feel::meaning

// SPDX-License-Identifier: Apache-2.0
#include "feel/meaning/type_relations.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel::meaning {
namespace {

TEST(TypeRelations, UnitsOfProductsAndQuotients) {
  EXPECT_EQ(unit_of_quotient("万元", "万元"), "");
  EXPECT_EQ(unit_of_quotient("万元", "人"), "万元/人");
  EXPECT_EQ(unit_of_product("万元/人", "人"), "万元");
}

TEST(TypeRelations, ALoneValueServesAsAListAndBack) {
  EXPECT_TRUE(fits(Type::number(), Type::list(Type::number())));
  EXPECT_TRUE(fits(Type::list(Type::number()), Type::number()));
  EXPECT_FALSE(fits(Type::string(), Type::number()));
}

}  // namespace
}  // namespace qingheng::feel::meaning

// SPDX-License-Identifier: Apache-2.0
#include "feel/type.hpp"

#include <gtest/gtest.h>

namespace qingheng::feel {
namespace {

TEST(Type, IsWrittenAsTheStandardWritesIt) {
  EXPECT_EQ(to_text(Type::list(Type::number("万元"))), "list<number [万元]>");
  EXPECT_EQ(to_text(Type::context({{"occurred", Type::date(), {}}, {"level", Type::string(), {}}})),
            "context<occurred: date, level: string>");
  EXPECT_EQ(to_text(Type::function({Type::number()}, Type::boolean())), "function<number> -> boolean");
  EXPECT_EQ(to_text(Type::range(Type::date())), "range<date>");
}

}  // namespace
}  // namespace qingheng::feel

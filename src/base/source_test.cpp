// SPDX-License-Identifier: Apache-2.0
#include "base/source.hpp"

#include <gtest/gtest.h>

namespace qingheng::base {
namespace {

TEST(SourceSpan, CountsColumnsByCodePoint) {
  const auto source = make_source("f", "清衡\n清 x");
  const SourceSpan span{source, 11, 12, "第一条"};
  EXPECT_EQ(span.text(), "x");
  EXPECT_EQ(span.start().line, 2U);
  EXPECT_EQ(span.start().column, 3U);
}

TEST(SourceSpan, APartStaysInsideAndKeepsTheClause) {
  const SourceSpan whole{make_source("f", "abcdef"), 1, 5, "第一条"};
  EXPECT_EQ(whole.sub(1, 3).text(), "cd");
  EXPECT_EQ(whole.sub(2, 99).text(), "de");
  EXPECT_EQ(whole.sub(1, 3).clause, "第一条");
}

}  // namespace
}  // namespace qingheng::base

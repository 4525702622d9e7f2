// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.hpp"

#include <gtest/gtest.h>

namespace qingheng::base {
namespace {

TEST(Unicode, DecodesByCodePoint) {
  EXPECT_EQ(decode_utf8("a清𠮷").value().size(), 3U);
  EXPECT_EQ(encode_utf8(decode_utf8("a清𠮷").value()), "a清𠮷");
  EXPECT_FALSE(decode_utf8("\xC3"));
  EXPECT_FALSE(decode_utf8("\xED\xA0\x80"));  // a surrogate
  EXPECT_EQ(encode_utf8(U"\xD800"), "\xEF\xBF\xBD");
}

TEST(Unicode, MeasuresColumns) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("清衡"), 4U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U);  // e with a combining accent
}

TEST(Unicode, MakesHalfWidth) { EXPECT_EQ(to_half_width("９１３４Ａ，　１"), "9134A, 1"); }

TEST(Unicode, SuggestsOnlyWhatIsClose) {
  const std::vector<std::string> names{"revenue", "accidents", "主营业务收入"};
  EXPECT_EQ(nearest("revenu", names), "revenue");
  EXPECT_EQ(nearest("主营业收入", names), "主营业务收入");
  EXPECT_FALSE(nearest("solar", names));
}

std::string near(std::string_view word, std::vector<std::string> candidates) {
  return nearest(word, candidates).value_or("none");
}

TEST(Nearest, DoesNotOfferWordsThatShareLittle) {
  EXPECT_EQ(near("revenu", {"even", "e", "revenue"}), "revenue");
  EXPECT_EQ(near("revenu", {"even", "e", "min"}), "none");
  EXPECT_EQ(near("x", {"t", "y"}), "none");
  EXPECT_EQ(near("元", {"人"}), "none");
  EXPECT_EQ(near("ab", {"ac"}), "none");
}

TEST(Nearest, TakesSwapsCaseAndBeginnings) {
  EXPECT_EQ(near("stgae", {"stage", "state"}), "stage");
  EXPECT_EQ(near("GREEN", {"green"}), "green");
  EXPECT_EQ(near("revenue_sh", {"staff", "revenue_share"}), "revenue_share");
  EXPECT_EQ(near("大重", {"较大", "重大"}), "重大");
  EXPECT_EQ(near("开业", {"歇业", "存续"}), "none");
  EXPECT_EQ(near("重达", {"较大", "重大"}), "none");
}

TEST(Nearest, PrefersTheWordThatBeginsAlike) {
  EXPECT_EQ(near("staff", {"stuff", "stafe"}), "stafe");
  EXPECT_EQ(near("limit_b", {"limit_a", "timit_b"}), "limit_a");
}

TEST(DidYouMean, AsksForTheNearNameOrSaysTheOther) {
  const std::vector<std::string> names{"revenue", "staff"};
  EXPECT_EQ(did_you_mean("revenu", names, "see the list"), "did you mean `revenue`?");
  EXPECT_EQ(did_you_mean("x", names, "see the list"), "see the list");
  EXPECT_EQ(did_you_mean("x", names), "");
}

}  // namespace
}  // namespace qingheng::base

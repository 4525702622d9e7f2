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

}  // namespace
}  // namespace qingheng::base

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decision/kit/suite.hpp"

namespace qingheng::decision::kit {
namespace {

/// The value of a FEEL text without names.
feel::Value value(std::string text) {
  feel::CompileOptions options;
  options.checking = feel::Checking::Standard;
  const auto compiled =
      feel::compile(base::whole(base::make_source("expression", std::move(text))), {}, options);
  EXPECT_TRUE(compiled);
  return compiled ? feel::evaluate(**compiled, {}, {}) : feel::Value{};
}

bool same(std::string expected, std::string actual) {
  return matches(value(std::move(expected)), value(std::move(actual)));
}

TEST(Matches, ComparesNumbersAsDecimalsWithoutTolerance) {
  EXPECT_TRUE(same("1.0", "1"));
  EXPECT_TRUE(same("0.1 + 0.2", "0.3"));
  EXPECT_FALSE(same("0.3333333333333333333333333333333333", "0.3333333333333333333333333333333334"));
  EXPECT_FALSE(same("1", "\"1\""));
  EXPECT_FALSE(same("1", "[1]"));
}

TEST(Matches, ForgivesWhatIsWrittenRoundedWhenAsked) {
  const auto as_written = [](const char* expected, const char* actual) {
    return matches(value(expected), value(actual), Numbers::AsWritten);
  };
  EXPECT_TRUE(as_written("54.59815003", "54.59815003314423907811026120286088"));
  EXPECT_TRUE(as_written("562.707359373292", "562.7073593732659271562143285576407"));
  EXPECT_FALSE(as_written("54.59815005", "54.59815003314423907811026120286088"));
  EXPECT_TRUE(as_written("[5.66666666666667]", "[17 / 3]"));
  EXPECT_FALSE(as_written("5.66667", "17 / 3"));
  EXPECT_FALSE(as_written("0.3", "0.1 + 0.2000000000001"));
  EXPECT_FALSE(as_written("0.123456789", "0.123456788"));
  EXPECT_FALSE(same("54.59815003", "54.59815003314423907811026120286088"));
}

TEST(Matches, TellsNullFromEverythingElse) {
  EXPECT_TRUE(same("null", "1 / 0"));
  EXPECT_FALSE(same("null", "false"));
  EXPECT_FALSE(same("0", "null"));
  EXPECT_FALSE(matches(feel::Value{}, feel::Value::unknown({{"fact"}})));
}

TEST(Matches, ComparesMomentsOnTheTimeLine) {
  EXPECT_TRUE(same(R"(time("10:00:00Z"))", R"(time("10:00:00+00:00"))"));
  EXPECT_TRUE(same(R"(date and time("2019-06-01T10:00:00@Europe/Paris"))",
                   R"(date and time("2019-06-01T10:00:00+02:00"))"));
  EXPECT_FALSE(same(R"(date and time("2019-06-01T10:00:00"))", R"(date and time("2019-06-01T10:00:00Z"))"));
  EXPECT_FALSE(same(R"(date("2019-06-01"))", R"(date and time("2019-06-01T00:00:00Z"))"));
  EXPECT_FALSE(same(R"(duration("P1Y"))", R"(duration("P365D"))"));
}

TEST(Matches, ComparesListsInOrderAndContextsByEntries) {
  EXPECT_TRUE(same("[1, [2, null]]", "[1.0, [2, null]]"));
  EXPECT_FALSE(same("[1, 2]", "[2, 1]"));
  EXPECT_FALSE(same("[1]", "[1, 2]"));
  EXPECT_TRUE(same("{a: 1, b: [2]}", "{b: [2], a: 1}"));
  EXPECT_FALSE(same("{a: 1}", "{a: 1, b: null}"));
  EXPECT_FALSE(same("{a: 1, b: null}", "{a: 1, c: null}"));
}

}  // namespace
}  // namespace qingheng::decision::kit

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "feel/temporal.hpp"

namespace qingheng::feel {
namespace {

std::string round_trip(std::string_view text) {
  const auto value = parse_temporal(text);
  return value ? to_text(*value) : value.error();
}

TEST(TemporalLexical, KeepsWhatWasWritten) {
  for (const std::string_view text :
       {"2019-09-12", "-999999999-12-31", "09:00:00", "11:22:33.444", "11:59:45+02:45:55", "23:59:00Z",
        "00:01:00@Europe/Paris", "2019-09-12T09:00:00@Asia/Shanghai", "2017-12-31T11:22:33.123456789-01:35",
        "999999999-12-31T23:59:59.999999999@Europe/Paris", "P1Y6M", "-P2DT3H4M5.5S", "P0M", "PT0S"}) {
    EXPECT_EQ(round_trip(text), text);
  }
}

TEST(TemporalLexical, Normalises) {
  EXPECT_EQ(round_trip("PT1000M0.999999999S"), "PT16H40M0.999999999S");
  EXPECT_EQ(round_trip("P26M"), "P2Y2M");
  EXPECT_EQ(round_trip("-P0Y"), "P0M");
  EXPECT_EQ(round_trip("P0D"), "PT0S");
  EXPECT_EQ(round_trip("11:22:33.500-00:00"), "11:22:33.5Z");
  EXPECT_EQ(round_trip("2021-12-31T24:00:00"), "2022-01-01T00:00:00");
  EXPECT_EQ(to_text(*parse_date_and_time("2012-12-24")), "2012-12-24T00:00:00");
}

TEST(TemporalLexical, RefusesWhatIsNotOne) {
  for (const std::string_view text : {"",
                                      "foo",
                                      "2017-13-10",
                                      "998-12-31",
                                      "01211-12-31",
                                      "24:00:01",
                                      "23:59:60",
                                      "07:1:00",
                                      "7:20",
                                      "13:20:00@xyz/abc",
                                      "13:20:00+19:00",
                                      "13:20:00+5",
                                      "13:20:00+02:00@Europe/Paris",
                                      "11:30:00T",
                                      "P",
                                      "PT",
                                      "P1",
                                      "1Y",
                                      "P1S",
                                      "P1DT",
                                      "P1Y1D",
                                      "PT1.5H",
                                      "P1M1Y",
                                      "P9999999999999999999D",
                                      "2017-12-31T7:20",
                                      "13:20:00."}) {
    EXPECT_FALSE(parse_temporal(text)) << text;
  }
  EXPECT_EQ(parse_time("25:00:00").error(), "`25:00:00` is not a time such as `09:00:00`");
}

}  // namespace
}  // namespace qingheng::feel

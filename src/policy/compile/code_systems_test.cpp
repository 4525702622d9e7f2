// SPDX-License-Identifier: Apache-2.0
#include "policy/compile/code_systems.hpp"

#include <gtest/gtest.h>

namespace qingheng::policy::compile {
namespace {

constexpr std::string_view kTable =
    "code\tname\tlevel\tclass\n"
    "340000\t安徽省\tprovince\tprovince\n"
    "340600\t淮北市\tcity\tprefecture\n"
    "340602\t杜集区\tcounty\tdistrict\n"
    "340601\t旧区\tabolished\t340602\n";

std::string division(std::string_view code) {
  const auto divisions = registry::Divisions::parse(kTable);
  if (!divisions) return divisions.error();
  const auto fault = division_fault(*divisions, code);
  return fault ? fault->message + " | " + fault->help : "good";
}

std::string industry(std::string_view code) {
  const auto fault = industry_fault(code);
  return fault ? fault->message + " | " + fault->help : "good";
}

TEST(DivisionFault, KnowsCodesNamesAndSuccessors) {
  EXPECT_EQ(division("340600"), "good");
  EXPECT_EQ(division("淮北市"), "`淮北市` is the name of a division, not its code | write `340600`");
  EXPECT_EQ(division("340601"),
            "division code `340601` (旧区) was abolished | its place is now `340602` (杜集区)");
  EXPECT_EQ(division("340699"), "no division has the code `340699` | `340600` is 安徽省淮北市");
  EXPECT_EQ(division("12"), "`12` is no division code: six digits are needed | ");
}

TEST(IndustryFault, KnowsSectionsAndDivisions) {
  EXPECT_EQ(industry("3911"), "good");
  EXPECT_EQ(industry("C39"), "good");
  EXPECT_EQ(industry("T"), "good");
  EXPECT_EQ(industry("9999"),
            "no industry has the code `9999` | the first two digits of GB/T 4754 run from 01 to 97");
  EXPECT_EQ(industry("0012"),
            "no industry has the code `0012` | the first two digits of GB/T 4754 run from 01 to 97");
  EXPECT_EQ(industry("D3911"), "`3911` is not in section `D` | write `C3911`");
  EXPECT_EQ(industry("B06"), "good");
  EXPECT_EQ(industry("A06"), "`06` is not in section `A` | write `B06`");
  EXPECT_EQ(
      industry("3"),
      "`3` is no code of an industry | GB/T 4754 has a letter from `A` to `T`, two to four digits, or both: "
      "`C`, `39`, `C3911`");
}

}  // namespace
}  // namespace qingheng::policy::compile

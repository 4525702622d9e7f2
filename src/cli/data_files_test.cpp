// SPDX-License-Identifier: Apache-2.0
#include "cli/data_files.hpp"

#include <gtest/gtest.h>

namespace qingheng::cli {
namespace {

TEST(DataFiles, AFolderWithoutTheCalendarIsRefusedByName) {
  EXPECT_EQ(find_folder(kData, QINGHENG_SOURCE_DIR "/data").value(), QINGHENG_SOURCE_DIR "/data");
  EXPECT_EQ(find_folder(kData, "/nowhere").error(), "/nowhere: holds no working_days.tsv");
}

TEST(DataFiles, AreFoundFromWhereTheProgramStands) {
  EXPECT_EQ(std::filesystem::canonical(find_folder(kData, "").value()),
            std::filesystem::canonical(QINGHENG_SOURCE_DIR "/data"));
}

TEST(DataFiles, FoldersWithoutAMarkAreKnownByTheirName) {
  EXPECT_EQ(find_folder(kPolicies, "/nowhere").error(), "there is no folder `/nowhere`");
  EXPECT_EQ(std::filesystem::canonical(find_folder(kDemonstration, "").value()),
            std::filesystem::canonical(QINGHENG_SOURCE_DIR "/demo/register"));
  const auto none = find_folder({"no such folder", "", "--none"}, "");
  ASSERT_FALSE(none.has_value());
  EXPECT_TRUE(none.error().starts_with("no no such folder in ")) << none.error();
  EXPECT_TRUE(none.error().ends_with("/no such folder; name its folder with --none")) << none.error();
}

TEST(DataFiles, AMissingFileAndAFolderAreSaidToBeSo) {
  EXPECT_EQ(read_file("/nowhere/x").error(), "/nowhere/x: no such file");
  EXPECT_EQ(read_file("/").error(), "/: is a folder");
}

}  // namespace
}  // namespace qingheng::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/data_files.hpp"

#include <gtest/gtest.h>

namespace qingheng::cli {
namespace {

TEST(DataFiles, AFolderWithoutTheCalendarIsRefusedByName) {
  EXPECT_EQ(find_data(QINGHENG_SOURCE_DIR "/data").value(), QINGHENG_SOURCE_DIR "/data");
  EXPECT_EQ(find_data("/nowhere").error(), "/nowhere: holds no working_days.tsv");
}

TEST(DataFiles, AreFoundFromWhereTheProgramStands) {
  EXPECT_EQ(std::filesystem::canonical(find_data("").value()),
            std::filesystem::canonical(QINGHENG_SOURCE_DIR "/data"));
}

TEST(DataFiles, AMissingFileAndAFolderAreSaidToBeSo) {
  EXPECT_EQ(read_file("/nowhere/x").error(), "/nowhere/x: no such file");
  EXPECT_EQ(read_file("/").error(), "/: is a folder");
}

}  // namespace
}  // namespace qingheng::cli

// SPDX-License-Identifier: Apache-2.0
#include "cli/policy_files.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace qingheng::cli {
namespace {

namespace fs = std::filesystem;

class PolicyFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(testing::TempDir()) / "qingheng_policy_files";
    fs::remove_all(root_);
    write("policies/a/policy.md", "a");
    write("policies/b/policy.md", "b");
    write("policies/vocabulary/enterprise.md", "v");
    write("policies/README.md", "read me");
    write("policies/a/scenarios/s.yaml", "s");
    write("empty/notes.txt", "n");
  }
  void TearDown() override { fs::remove_all(root_); }
  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << text;
  }
  [[nodiscard]] std::string at(const std::string& path) const { return (root_ / path).string(); }

  fs::path root_;
};

TEST_F(PolicyFilesTest, LoadsTheWholeFolderOfPoliciesForOneDocument) {
  const std::vector<std::string> paths{at("policies/a")};
  const auto files = read_policy_files(paths);
  ASSERT_TRUE(files) << files.error();
  ASSERT_EQ(files->texts.size(), 3U);
  EXPECT_EQ(files->texts[0]->text, "a");
  EXPECT_EQ(files->texts[1]->text, "b");
  EXPECT_EQ(files->texts[2]->name, at("policies/vocabulary/enterprise.md"));
  EXPECT_EQ(files->requested, (std::set<std::string, std::less<>>{at("policies/a/policy.md")}));
}

TEST_F(PolicyFilesTest, KnowsWhichFilesAreMeantToBeDocuments) {
  write("policies/a/notes.md", "n");
  const std::vector<std::string> folder{at("policies")};
  EXPECT_EQ(read_policy_files(folder)->in_passing,
            (std::set<std::string, std::less<>>{at("policies/a/notes.md"),
                                                at("policies/vocabulary/enterprise.md")}));
  const std::vector<std::string> named{at("policies/a/notes.md")};
  EXPECT_FALSE(read_policy_files(named)->in_passing.contains(at("policies/a/notes.md")));
}

TEST_F(PolicyFilesTest, SaysWhichPathIsWrong) {
  const std::vector<std::string> absent{at("policies"), at("gone")};
  EXPECT_EQ(read_policy_files(absent).error(), "no such file or folder: `" + at("gone") + "`");
  const std::vector<std::string> empty{at("empty")};
  EXPECT_EQ(read_policy_files(empty).error(), "no policy document below `" + at("empty") + "`");
}

}  // namespace
}  // namespace qingheng::cli

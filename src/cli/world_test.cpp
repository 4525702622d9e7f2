// SPDX-License-Identifier: Apache-2.0
// The demonstration register against the vocabulary of the policies: what offices would hand in, read whole.
#include "cli/world.hpp"

#include <filesystem>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/data_files.hpp"
#include "cli/policy_files.hpp"
#include "registry/import/register_files.hpp"

namespace qingheng::cli {
namespace {

namespace fs = std::filesystem;

/// Documents of the vocabulary alone, so that a policy with findings does not hide the register's.
policy::LoadResult load_vocabulary() {
  const std::vector<std::string> folder{QINGHENG_SOURCE_DIR "/policies/vocabulary"};
  std::vector<std::shared_ptr<const base::SourceText>> texts;
  const auto files = read_policy_files(folder);
  if (!files) return {};
  for (const auto& text : files->texts)
    if (text->name.contains("/vocabulary/")) texts.push_back(text);
  return policy::load(texts);
}

TEST(DemoRegister, IsReadWithoutAFinding) {
  const policy::LoadResult loaded = load_vocabulary();
  ASSERT_NE(loaded.library, nullptr);
  const auto divisions =
      registry::Divisions::parse(*read_file(fs::path(QINGHENG_SOURCE_DIR) / "data/divisions.tsv"));
  ASSERT_TRUE(divisions) << divisions.error();
  std::map<std::string, std::string> bytes;
  for (const auto& file : fs::directory_iterator(QINGHENG_SOURCE_DIR "/demo/register"))
    bytes.emplace(file.path().filename().string(), *read_file(file.path()));
  std::vector<registry::RegisterFile> files;
  for (const auto& [name, content] : bytes) files.push_back({name, content});

  const registry::RegisterRead read =
      registry::read_register(files, {*loaded.library->vocabulary, *divisions});
  std::string said;
  for (const base::Diagnostic& finding : read.diagnostics) said += base::render(finding) + "\n";
  EXPECT_EQ(said, "") << "warnings and notes count as well: codes need nothing put right";
  ASSERT_EQ(read.counts.size(), files.size());
  std::map<std::string, std::size_t> kinds;
  for (const registry::Subject& subject : read.subjects.subjects()) ++kinds[subject.kind];
  EXPECT_THAT(kinds, testing::UnorderedElementsAre(testing::Pair("enterprise", 342),
                                                   testing::Pair("consortium", 31), testing::Pair("city", 46),
                                                   testing::Pair("agency", 20), testing::Pair("park", 8)));
  std::size_t holdings = 0;
  std::size_t bans = 0;
  for (const registry::Subject& subject : read.subjects.subjects()) {
    holdings += subject.holdings.size();
    bans += subject.bans.size();
  }
  EXPECT_EQ(holdings, 8U);
  EXPECT_EQ(bans, 7U);
}

}  // namespace
}  // namespace qingheng::cli

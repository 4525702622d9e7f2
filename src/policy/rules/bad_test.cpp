// SPDX-License-Identifier: Apache-2.0
// Every document of tests/policy/bad whose code is P0xx gives exactly the findings in the file beside it.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "policy/diagnostics.hpp"
#include "policy/rules/blocks.hpp"

namespace qingheng::policy::rules {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string findings_of(const fs::path& path) {
  base::Diagnostics found;
  const text::Document document =
      text::read_document(base::make_source(path.filename().string(), bytes_of(path)), found);
  (void)read_blocks(document, found);
  std::string all;
  for (const base::Diagnostic& finding : found) all += base::render(finding);
  return all;
}

std::vector<fs::path> bad_documents() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(QINGHENG_SOURCE_DIR "/tests/policy/bad"))
    if (entry.path().extension() == ".md" && entry.path().filename().string().starts_with("P0"))
      paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

TEST(BadDocuments, GiveExactlyTheFindingsBesideThem) {
  for (const fs::path& path : bad_documents()) {
    const std::string expected = bytes_of(fs::path(path).replace_extension(".expected"));
    EXPECT_EQ(findings_of(path), expected) << path.filename();
    const std::string code = path.filename().string().substr(0, 4);
    EXPECT_NE(expected.find("[" + code + "]"), std::string::npos) << path.filename();
  }
}

TEST(BadDocuments, ShowEveryCode) {
  // No document of the repository may hold bytes that are not UTF-8: document_test.cpp has P001.
  std::set<std::string> shown{"P001"};
  for (const fs::path& path : bad_documents()) shown.insert(path.filename().string().substr(0, 4));
  std::set<std::string> known;
  for (const Finding& finding : kTextFindings) known.emplace(finding.code);
  EXPECT_EQ(shown, known);
}

}  // namespace
}  // namespace qingheng::policy::rules

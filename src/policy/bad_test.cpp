// SPDX-License-Identifier: Apache-2.0
// Every document of tests/policy/bad gives exactly the findings in the file beside it; every one of
// tests/policy/good gives none. Both are loaded behind the documents of tests/policy/world.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "base/catalogue.hpp"
#include "policy/diagnostics.hpp"
#include "policy/load.hpp"
#include "policy/rules/blocks.hpp"

namespace qingheng::policy {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::shared_ptr<const base::SourceText>>;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

fs::path folder(std::string_view name) { return fs::path(QINGHENG_SOURCE_DIR "/tests/policy") / name; }

std::vector<fs::path> documents_in(const fs::path& where) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(where))
    if (entry.path().extension() == ".md") paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

std::string code_of(const fs::path& path) { return path.filename().string().substr(0, 4); }

std::string rendered(const base::Diagnostics& found) {
  std::string all;
  for (const base::Diagnostic& finding : found) all += base::render(finding);
  return all;
}

LoadResult loaded(const fs::path& path) {
  Texts texts;
  for (const fs::path& other : documents_in(folder("world")))
    texts.push_back(base::make_source(other.filename().string(), bytes_of(other)));
  // First of all, as its name may put it before the vocabulary.
  texts.insert(texts.begin(), base::make_source(path.filename().string(), bytes_of(path)));
  for (const auto& entry : fs::directory_iterator(path.parent_path()))
    if (entry.path().extension() == ".dmn")
      texts.push_back(base::make_source(entry.path().filename().string(), bytes_of(entry.path())));
  static const auto calendar =
      base::WorkingDays::parse(bytes_of(QINGHENG_SOURCE_DIR "/data/working_days.tsv"));
  static const auto divisions =
      registry::Divisions::parse(bytes_of(QINGHENG_SOURCE_DIR "/data/divisions.tsv"));
  EXPECT_TRUE(calendar && divisions);
  if (!calendar || !divisions) return {};
  static const auto table = std::make_shared<const registry::Divisions>(*divisions);
  return load(texts, {.calendar = &*calendar, .divisions = table});
}

base::Diagnostics findings_of(const fs::path& path) {
  if (!code_of(path).starts_with("P0")) return loaded(path).diagnostics;
  base::Diagnostics found;
  (void)rules::read_blocks(
      text::read_document(base::make_source(path.filename().string(), bytes_of(path)), found), found);
  return found;
}

TEST(BadDocuments, GiveExactlyTheFindingsBesideThem) {
  for (const fs::path& path : documents_in(folder("bad"))) {
    const std::string found = rendered(findings_of(path));
    const std::string expected = bytes_of(fs::path(path).replace_extension(".expected"));
    EXPECT_NE(expected.find("[" + code_of(path) + "]"), std::string::npos) << path.filename();
    if (found == expected) continue;
    const fs::path actual = fs::path(testing::TempDir()) / path.filename().replace_extension(".expected");
    std::ofstream(actual) << found;
    ADD_FAILURE() << path.filename() << " gives what is now in " << actual << ":\n" << found;
  }
}

/// The first English word outside of quotes; names of formats, and what stands before ` = ` in an example of
/// inputs, are the same in every language.
std::string english_in(std::string_view sentence) {
  static constexpr std::string_view kFormats[] = {"YAML", "UTF", "DMN"};
  char quote = '\0';
  std::string word;
  for (std::size_t at = 0; at <= sentence.size(); ++at) {
    const char c = at < sentence.size() ? sentence[at] : ' ';
    if (quote == '\0' && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
      word.push_back(c);
      continue;
    }
    const bool name = at < sentence.size() && sentence.substr(at).starts_with(" = ");
    if (word.size() >= 3 && !name && std::ranges::find(kFormats, word) == std::end(kFormats)) return word;
    word.clear();
    if (quote == '\0' && (c == '`' || c == '"'))
      quote = c;
    else if (c == quote)
      quote = '\0';
  }
  return {};
}

TEST(BadDocuments, LeaveNoEnglishWhenExplainedInChinese) {
  const auto chinese = base::Catalogue::parse(bytes_of(QINGHENG_SOURCE_DIR "/data/messages.zh.tsv"));
  ASSERT_TRUE(chinese) << chinese.error();
  for (const fs::path& path : documents_in(folder("bad")))
    for (const base::Diagnostic& finding : findings_of(path)) {
      std::vector<std::string> sentences{finding.message, finding.help};
      for (const base::CaptionedSpan& span : finding.spans) sentences.push_back(span.caption);
      for (const std::string& sentence : sentences) {
        const std::string translated = chinese->translate(sentence);
        EXPECT_EQ(english_in(translated), "") << path.filename() << "\n" << sentence << "\n" << translated;
      }
    }
}

TEST(BadDocuments, AreExplainedInChinese) {
  const auto chinese = base::Catalogue::parse(bytes_of(QINGHENG_SOURCE_DIR "/data/messages.zh.tsv"));
  ASSERT_TRUE(chinese) << chinese.error();
  std::set<std::string> missing;
  const auto look_up = [&](const std::string& sentence) {
    if (!sentence.empty() && !chinese->find(sentence)) missing.insert(sentence);
  };
  for (const fs::path& path : documents_in(folder("bad"))) {
    for (const base::Diagnostic& finding : findings_of(path)) {
      look_up(finding.message);
      look_up(finding.help);
      for (const base::CaptionedSpan& span : finding.spans) look_up(span.caption);
    }
  }
  EXPECT_TRUE(missing.empty()) << "data/messages.zh.tsv does not have:\n"
                               << fmt::format("{}", fmt::join(missing, "\n"));
}

TEST(BadDocuments, ShowEveryCode) {
  // No document of the repository may hold bytes that are not UTF-8: document_test.cpp has P001.
  std::set<std::string> shown{"P001"};
  for (const fs::path& path : documents_in(folder("bad"))) shown.insert(code_of(path));
  std::set<std::string> known;
  for (const Finding& finding : kTextFindings) known.emplace(finding.code);
  for (const Finding& finding : kMeaningFindings) known.emplace(finding.code);
  for (const Finding& finding : kExpressionFindings) known.emplace(finding.code);
  EXPECT_EQ(shown, known);
}

TEST(GoodDocuments, GiveNoFindings) {
  for (const fs::path& path : documents_in(folder("good"))) {
    if (path.filename() == "every-block.md") continue;  // for the reader of blocks alone
    const LoadResult result = loaded(path);
    EXPECT_EQ(rendered(result.diagnostics), "") << path.filename();
    EXPECT_NE(result.library, nullptr) << path.filename();
  }
}

}  // namespace
}  // namespace qingheng::policy

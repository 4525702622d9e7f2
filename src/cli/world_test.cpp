// SPDX-License-Identifier: Apache-2.0
// The demonstration register against the vocabulary of the policies: what offices would hand in, read whole.
#include "cli/world.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/data_files.hpp"
#include "cli/policy_files.hpp"
#include "policy/match/match.hpp"
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
                                                   testing::Pair("consortium", 31), testing::Pair("city", 86),
                                                   testing::Pair("agency", 20), testing::Pair("park", 8)));
  std::size_t holdings = 0;
  std::size_t bans = 0;
  for (const registry::Subject& subject : read.subjects.subjects()) {
    holdings += subject.holdings.size();
    bans += subject.bans.size();
  }
  EXPECT_EQ(holdings, 10U);
  EXPECT_EQ(bans, 7U);
}

/// Subject, policy, verdict on 16 September 2019, and the criteria that turn the subject down.
struct Shown {
  std::string_view code;
  std::string_view policy;
  policy::Verdict verdict;
  std::vector<std::string> failed;
};

std::vector<Shown> showcase() {
  using enum policy::Verdict;
  constexpr std::string_view kHuaibei = "huaibei-green-factory";
  constexpr std::string_view kShandong = "shandong-one-plus-n";
  constexpr std::string_view kBeijing = "beijing-technology-centre-2019";
  constexpr std::string_view kCity = "miit-three-products-city";
  return {{"91340603MAX800004A", kHuaibei, Eligible, {}},
          {"91340603MAX8000125", kHuaibei, Ineligible, {"energy_certified", "energy_audit_reviewed"}},
          {"91340602MAX800020H", kHuaibei, Ineligible, {"performance_above_average"}},
          {"91340604MAX800039B", kHuaibei, Ineligible, {"no_larger_accident"}},
          {"91340621MAX800047R", kHuaibei, Ineligible, {"office_has_five_duties"}},
          {"91340603MAX800055J", kHuaibei, Undetermined, {}},
          {"91340603MAX8000718", kHuaibei, Ineligible, {"not_barred_for_cheating"}},
          {"LHT-DEMO-1", kShandong, Eligible, {}},
          {"LHT-DEMO-2", kShandong, Ineligible, {"team_of_five"}},
          {"LHT-DEMO-3", kShandong, Ineligible, {"member_not_affiliated"}},
          {"LHT-DEMO-4",
           kShandong,
           Ineligible,
           {"integration_revenue_grows", "integration_share_grows", "applies_for_lifecycle",
            "lifecycle_two_firms", "applies_for_supply_chain", "supply_chain_two_firms",
            "applies_for_information", "information_two_firms"}},
          {"LHT-DEMO-5", kShandong, Undetermined, {}},
          {"LHT-DEMO-6", kShandong, Ineligible, {"lead_not_central"}},
          {"91110108MAX800506H", kBeijing, Eligible, {}},
          {"91110108MAX800514C", kBeijing, Eligible, {}},
          {"91110108MAX8005227", kBeijing, Eligible, {}},
          {"91110108MAX8005302", kBeijing, Ineligible, {"approved_in_first_batches"}},
          {"91110108MAX800549Y", kBeijing, Undetermined, {}},
          {"91110108MAX800557R", kBeijing, Undetermined, {}},
          {"370683", kCity, Eligible, {}},
          {"370682", kCity, Eligible, {}},
          {"370687", kCity, Ineligible, {"share_reached", "share_where_branch_counts"}},
          {"370685", kCity, Undetermined, {}},
          {"370303", kCity, Ineligible, {"superior_not_demonstration_city"}},
          {"110108", kCity, Ineligible, {"county_level_city", "district_of_larger_city"}}};
}

TEST(DemoRegister, ShowsEachVerdict) {
  const auto world =
      read_world({.policies = QINGHENG_SOURCE_DIR "/policies", .data = QINGHENG_SOURCE_DIR "/data"});
  ASSERT_TRUE(world) << world.error();
  const auto read = read_register(**world, {QINGHENG_SOURCE_DIR "/demo/register"}, std::nullopt);
  ASSERT_TRUE(read) << read.error();
  const registry::Register& subjects = read->subjects;
  policy::Circumstances circumstances;
  circumstances.legal_date = base::CivilDate{2019, 9, 16};
  circumstances.subjects = &subjects;
  circumstances.divisions = &(*world)->divisions;
  const policy::MatchWorld around{circumstances, {}, &(*world)->calendar};
  for (const Shown& shown : showcase()) {
    const registry::Subject* subject = subjects.find(shown.code);
    ASSERT_NE(subject, nullptr) << shown.code;
    const auto matches = policy::match_policies((*world)->library(), *subject, around);
    const auto match = std::ranges::find_if(
        matches, [&](const policy::Match& m) { return m.assessment.policy->front.id == shown.policy; });
    ASSERT_NE(match, matches.end()) << shown.code;
    EXPECT_EQ(name_of(match->assessment.verdict), name_of(shown.verdict)) << subject->name;
    std::vector<std::string> failed;
    for (const std::size_t index : match->assessment.failed)
      failed.push_back(
          match->assessment.policy->criteria[match->assessment.criteria[index].criterion].head.id);
    EXPECT_THAT(failed, testing::ElementsAreArray(shown.failed)) << subject->name;
  }
}

}  // namespace
}  // namespace qingheng::cli

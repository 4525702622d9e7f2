// SPDX-License-Identifier: Apache-2.0
// The keys of every block and of every mapping inside one: the one list that the reader, its findings and
// policies/block.schema.json follow.
#pragma once

#include <span>
#include <string_view>

namespace qingheng::policy::rules {

/// A key that a mapping may have, or must.
struct Key {
  std::string_view name;
  bool required = false;
};

/// A kind of mapping. `name` is how findings and the schema call it.
struct Mapping {
  std::string_view name;
  std::span<const Key> keys;
  /// A block: its kind comes first and gives the id, `label`, `note` and `clause` are keys too.
  bool block = false;
};

/// The keys that every block has beside its own.
inline constexpr Key kCommonKeys[] = {{"label"}, {"note"}, {"clause"}};

namespace keys {

inline constexpr bool kRequired = true;

inline constexpr Key kFrontKeys[] = {{"policy", kRequired},
                                     {"version", kRequired},
                                     {"title", kRequired},
                                     {"issuer"},
                                     {"number"},
                                     {"issued"},
                                     {"effective", kRequired},
                                     {"expires"},
                                     {"repeals"},
                                     {"subject", kRequired},
                                     {"jurisdiction"},
                                     {"applicants"},
                                     {"applications"},
                                     {"source"}};
inline constexpr Key kIssuerKeys[] = {{"zh"}, {"en"}, {"body"}};
inline constexpr Key kSourceKeys[] = {{"url"}, {"bulletin"}, {"section"}};
inline constexpr Key kTextKeys[] = {{"zh"}, {"en"}};
inline constexpr Key kCodeKeys[] = {{"zh"}, {"en"}, {"also"}};
inline constexpr Key kReasonKeys[] = {{"row", kRequired}, {"zh"}, {"en"}};
inline constexpr Key kItemsKeys[] = {{"items", kRequired}};
inline constexpr Key kFactKeys[] = {
    {"fact", kRequired}, {"label"},       {"type", kRequired}, {"unit"},  {"per"},  {"codes"}, {"of"},
    {"evidence"},        {"verified by"}, {"personal"},        {"valid"}, {"note"}, {"min"}};
inline constexpr Key kFieldKeys[] = {{"field", kRequired},
                                     {"label"},
                                     {"type", kRequired},
                                     {"unit"},
                                     {"codes"},
                                     {"of"},
                                     {"optional"},
                                     {"note"},
                                     {"min"}};
inline constexpr Key kSubjectKindKeys[] = {{"kind", kRequired}, {"label"}, {"parts"}, {"note"}};
inline constexpr Key kPartKeys[] = {{"kind", kRequired}, {"count"}, {"label"}};
inline constexpr Key kRelationKeys[] = {
    {"relation", kRequired}, {"label"}, {"of", kRequired}, {"to", kRequired}, {"note"}};
inline constexpr Key kUnitKeys[] = {{"unit", kRequired}, {"as"}, {"factor"}};
inline constexpr Key kParameterKeys[] = {{"type", kRequired}, {"unit"},  {"codes"}, {"of"},
                                         {"status"},          {"value"}, {"set by"}};
inline constexpr Key kSetByKeys[] = {{"body"}, {"where"}};
inline constexpr Key kFormulaKeys[] = {{"type"}, {"unit"}, {"codes"}, {"of"}, {"value", kRequired}};
inline constexpr Key kTableKeys[] = {{"hit"}, {"inputs"}, {"outputs"}, {"rows"}, {"from"}, {"decision"}};
inline constexpr Key kInputKeys[] = {{"name", kRequired}, {"expression"}, {"type"}, {"unit"},
                                     {"codes"},           {"of"}};
inline constexpr Key kOutputKeys[] = {{"name", kRequired}, {"type", kRequired}, {"unit"}, {"codes"}, {"of"},
                                      {"values"}};
inline constexpr Key kMaterialKeys[] = {{"form"}, {"copies"}, {"sealed by"}, {"proves"}, {"when"}};
inline constexpr Key kWindowKeys[] = {{"for"},   {"opens"},   {"closes"}, {"reopens"},
                                      {"group"}, {"defects"}, {"channel"}};
inline constexpr Key kQuotaKeys[] = {
    {"counts", kRequired}, {"by"}, {"limit", kRequired}, {"overflow"}, {"order"}};
inline constexpr Key kCriterionKeys[] = {{"require"}, {"judgement"}, {"all"},  {"any"},      {"at least"},
                                         {"none"},    {"score"},     {"each"}, {"lookback"}, {"evidence"},
                                         {"proof"},   {"applies"},   {"for"},  {"gap"}};
inline constexpr Key kJudgementKeys[] = {{"question", kRequired}, {"by", kRequired}, {"stage"}, {"on"}};
inline constexpr Key kJudgedKeys[] = {{"question"}, {"by", kRequired}, {"stage"}, {"on"}, {"max", kRequired}};
inline constexpr Key kGroupKeys[] = {{"all"}, {"any"}, {"at least"}, {"none"}};
inline constexpr Key kEligibilityKeys[] = {{"all"}, {"any"}, {"at least"}, {"none"}, {"applies"}};
inline constexpr Key kAtLeastKeys[] = {{"count", kRequired}, {"of", kRequired}};
inline constexpr Key kLookbackKeys[] = {{"phrase"}, {"kind", kRequired}, {"years"}, {"months"}};
inline constexpr Key kScoreKeys[] = {{"parts", kRequired}, {"pass", kRequired}};
inline constexpr Key kScorePartKeys[] = {
    {"part", kRequired}, {"label"}, {"max"}, {"min"}, {"items", kRequired}};
inline constexpr Key kScoreItemKeys[] = {{"item", kRequired}, {"label"},  {"options"},
                                         {"points"},          {"judged"}, {"max"}};
inline constexpr Key kOptionKeys[] = {{"when"}, {"points"}, {"otherwise"}};
inline constexpr Key kProcedureKeys[] = {{"starts", kRequired}, {"stages", kRequired}, {"listing"}};
inline constexpr Key kStageKeys[] = {
    {"stage", kRequired}, {"label"},    {"clause"},  {"by"},     {"does"},    {"window"},
    {"materials"},        {"requires"}, {"decides"}, {"within"}, {"panel"},   {"publicity"},
    {"grants"},           {"parallel"}, {"to"},      {"note"},   {"outcomes"}};
inline constexpr Key kOutcomeKeys[] = {
    {"outcome", kRequired}, {"label"}, {"when"}, {"to", kRequired}, {"clause"}, {"defects"}, {"note"}};
inline constexpr Key kParallelKeys[] = {{"join", kRequired}, {"count"}, {"of", kRequired}};
inline constexpr Key kPanelKeys[] = {{"members", kRequired}, {"drawn"}, {"recusal"},
                                     {"attendance"},         {"score"}, {"combine"}};
inline constexpr Key kPublicityKeys[] = {{"period", kRequired}, {"published"}, {"place"}, {"objections"}};
inline constexpr Key kPublishedKeys[] = {{"from", kRequired}, {"to", kRequired}};
inline constexpr Key kObjectionsKeys[] = {
    {"written"}, {"needs"}, {"holds"}, {"anonymous"}, {"decide within"}};
inline constexpr Key kListingKeys[] = {{"from", kRequired}, {"upwards", kRequired}};
inline constexpr Key kPeriodKeys[] = {{"days"}, {"months"}, {"years"}, {"kind"}, {"counting"}, {"from"}};
inline constexpr Key kGrantKeys[] = {{"designation"}, {"licence"},     {"valid"},
                                     {"number"},      {"certificate"}, {"published"}};
inline constexpr Key kDutyKeys[] = {{"on"},   {"authority"}, {"every"},  {"after"},  {"within"},
                                    {"does"}, {"to"},        {"remind"}, {"breach"}, {"target"}};
inline constexpr Key kEveryKeys[] = {{"period", kRequired}, {"due"}};
inline constexpr Key kAfterKeys[] = {{"event", kRequired}, {"period", kRequired}};
inline constexpr Key kTargetKeys[] = {{"measure", kRequired}, {"at least"}, {"at most"}, {"unit"}, {"by"}};
inline constexpr Key kRevocationKeys[] = {{"of", kRequired}, {"ground"},  {"judgement"}, {"by"},
                                          {"notice"},        {"defence"}, {"published"}, {"leads to"}};
inline constexpr Key kSanctionKeys[] = {{"kind", kRequired}, {"on"},     {"from"},   {"acts"},
                                        {"ground"},          {"period"}, {"starts"}, {"removed by"}};

}  // namespace keys

/// Every kind of mapping; those of blocks are named as their kind.
inline constexpr Mapping kMappings[] = {
    {"front matter", keys::kFrontKeys},
    {"issuer", keys::kIssuerKeys},
    {"source", keys::kSourceKeys},
    {"text", keys::kTextKeys},
    {"code", keys::kCodeKeys},
    {"informative", {}, true},
    {"later", {}, true},
    {"reason", keys::kReasonKeys},
    {"facts", keys::kItemsKeys, true},
    {"fact", keys::kFactKeys},
    {"field", keys::kFieldKeys},
    {"subjects", keys::kItemsKeys, true},
    {"kind of subject", keys::kSubjectKindKeys},
    {"part of a subject", keys::kPartKeys},
    {"relations", keys::kItemsKeys, true},
    {"relation", keys::kRelationKeys},
    {"units", keys::kItemsKeys, true},
    {"unit", keys::kUnitKeys},
    {"parameter", keys::kParameterKeys, true},
    {"set by", keys::kSetByKeys},
    {"formula", keys::kFormulaKeys, true},
    {"table", keys::kTableKeys, true},
    {"input", keys::kInputKeys},
    {"output", keys::kOutputKeys},
    {"material", keys::kMaterialKeys, true},
    {"window", keys::kWindowKeys, true},
    {"quota", keys::kQuotaKeys, true},
    {"criterion", keys::kCriterionKeys, true},
    {"judgement", keys::kJudgementKeys},
    {"judged", keys::kJudgedKeys},
    {"group", keys::kGroupKeys},
    {"at least", keys::kAtLeastKeys},
    {"lookback", keys::kLookbackKeys},
    {"score", keys::kScoreKeys},
    {"part of a score", keys::kScorePartKeys},
    {"item of a score", keys::kScoreItemKeys},
    {"option", keys::kOptionKeys},
    {"eligibility", keys::kEligibilityKeys, true},
    {"procedure", keys::kProcedureKeys, true},
    {"stage", keys::kStageKeys},
    {"outcome", keys::kOutcomeKeys},
    {"parallel", keys::kParallelKeys},
    {"panel", keys::kPanelKeys},
    {"publicity", keys::kPublicityKeys},
    {"published", keys::kPublishedKeys},
    {"objections", keys::kObjectionsKeys},
    {"listing", keys::kListingKeys},
    {"period", keys::kPeriodKeys},
    {"grant", keys::kGrantKeys, true},
    {"duty", keys::kDutyKeys, true},
    {"every", keys::kEveryKeys},
    {"after", keys::kAfterKeys},
    {"target", keys::kTargetKeys},
    {"revocation", keys::kRevocationKeys, true},
    {"sanction", keys::kSanctionKeys, true},
};

/// The mapping of that name; a name that is none does not compile.
consteval const Mapping& mapping(std::string_view name) {
  for (const Mapping& candidate : kMappings)
    if (candidate.name == name) return candidate;
  __builtin_unreachable();
}

}  // namespace qingheng::policy::rules

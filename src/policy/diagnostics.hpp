// SPDX-License-Identifier: Apache-2.0
// The codes of what can be wrong with a policy document: P0xx in its text and blocks, P1xx in what it says.
// Each has an example in tests/policy/bad/ that shows the finding, and a line in docs/policy-language.md §10.
#pragma once

#include <array>
#include <string_view>

namespace qingheng::policy {

/// A stable code and, in a few words, what it is about.
struct Finding {
  std::string_view code;
  std::string_view title;
};

/// Codes of text and blocks.
inline constexpr std::array kTextFindings = {
    Finding{"P001", "text that is not UTF-8, or too long"},
    Finding{"P002", "front matter without an end"},
    Finding{"P003", "YAML that cannot be read"},
    Finding{"P004", "a key twice in one mapping"},
    Finding{"P005", "YAML anchors, aliases and tags"},
    Finding{"P006", "YAML too deep or too large"},
    Finding{"P007", "an address given to two clauses"},
    Finding{"P008", "a fence without an end"},
    Finding{"P009", "a block inside a list or a quotation"},
    Finding{"P010", "a block of an unknown kind"},
    Finding{"P011", "an unknown key"},
    Finding{"P012", "a missing key"},
    Finding{"P013", "the wrong shape: a list, a mapping or a single value was wanted"},
    Finding{"P014", "keys that exclude each other"},
    Finding{"P015", "none of several keys of which one is needed"},
    Finding{"P016", "an id given twice"},
    Finding{"P017", "an id that is not lower-case words"},
    Finding{"P020", "a value that is none of the choices"},
    Finding{"P021", "a date that is not one"},
    Finding{"P022", "a duration that is not one"},
    Finding{"P023", "a number that is not one, or out of its range"},
    Finding{"P024", "neither true nor false"},
    Finding{"P025", "an authority that cannot be read"},
    Finding{"P026", "a row of a table with the wrong number of cells"},
    Finding{"P027", "a block that needs a front matter"},
    Finding{"P028", "a list or text that may not be empty"},
    Finding{"P029", "a quota that does not say what becomes of the excess"},
    Finding{"P030", "a text that is no document: neither front matter nor block"},
};

/// Codes of what a document says.
inline constexpr std::array kMeaningFindings = {
    Finding{"P101", "a fact, kind, relation, unit or label that is there twice"},
    Finding{"P102", "an unknown kind of subject"},
    Finding{"P103", "an unknown unit"},
    Finding{"P104", "evidence that no document asks for"},
    Finding{"P105", "two documents of one id and one date"},
    Finding{"P110", "an unknown criterion"},
    Finding{"P111", "an unknown material"},
    Finding{"P112", "an unknown window"},
    Finding{"P113", "an unknown stage"},
    Finding{"P114", "an unknown grant"},
    Finding{"P115", "an unknown revocation or sanction"},
    Finding{"P116", "a policy that is not loaded"},
    Finding{"P117", "an unknown fact"},
    Finding{"P118", "an unknown part of a composite subject"},
    Finding{"P119", "a clause that does not exist"},
    Finding{"P120", "one name for two things"},
    Finding{"P121", "a fact of another type in another kind of subject"},
    Finding{"P130", "a value that its parameter's type does not have"},
    Finding{"P132", "a ring of formulas, tables and criteria"},
    Finding{"P133", "rows of a table that overlap"},
    Finding{"P134", "inputs that no row of a table takes"},
    Finding{"P135", "a table whose hit policy needs an order of values"},
    Finding{"P136", "a table of a DMN file"},
    Finding{"P137", "a row of a table that is never reached"},
    Finding{"P138", "a row of a table that never hits, or a test in it that nothing passes"},
    Finding{"P139", "a column of a table that no row tests"},
    Finding{"P140", "an output that its column does not list"},
    Finding{"P141", "a listed output that no row gives"},
    Finding{"P142", "a criterion without a score where one is needed"},
    Finding{"P143", "a criterion of facts that people are to decide"},
    Finding{"P144", "a judgement that its stage does not decide"},
    Finding{"P145", "an unknown event"},
    Finding{"P146", "an unknown duty or sanction"},
    Finding{"P147", "a division that does not exist"},
    Finding{"P148", "an unknown line of authority"},
    Finding{"P149", "a judgement without its stage or its evidence"},
    Finding{"P150", "an end before its beginning"},
    Finding{"P152", "a window that reopens itself"},
    Finding{"P153", "a quota that lets nobody through"},
    Finding{"P154", "a sanction that an outcome of its clause does not start"},
    Finding{"P155", "a score that its parts cannot give"},
    Finding{"P160", "a stage that cannot be reached"},
    Finding{"P161", "a stage from which no end is reached"},
    Finding{"P164", "printed dates that fit only one way of counting"},
    Finding{"P165", "printed dates that do not fit the period"},
    Finding{"P166", "printed dates beyond the known working days"},
    Finding{"P170", "a criterion that nothing uses"},
    Finding{"P171", "a parameter, formula, table or material that nothing uses"},
    Finding{"P172", "a clause of which nothing is said"},
    Finding{"P173", "a text that looks back, without a lookback"},
    Finding{"P174", "a bound that text and block draw differently"},
    Finding{"P175", "a clause without English"},
    Finding{"P176", "a lookback that is not as long as its phrase"},
    Finding{"P177", "a lookback whose dates nothing reads"},
    Finding{"P178", "a condition that always comes out the same"},
    Finding{"P179", "a fact compared with null"},
    Finding{"P180", "a year or a division that has no value"},
};

/// Codes of expressions, whose findings know more in a policy document than in FEEL alone: its units, its
/// codes.
inline constexpr std::array kExpressionFindings = {
    Finding{"F104", "quantities whose units differ"},
    Finding{"F105", "a text that is none of the codes of what it meets"},
    Finding{"F115", "a date, time or duration that is none"},
};

/// Codes of scenario files; src/policy/rehearse/rehearse_test.cpp shows each.
inline constexpr std::array kScenarioFindings = {
    Finding{"S010", "an unknown key"},
    Finding{"S011", "a missing key"},
    Finding{"S012", "an unknown fact, field, kind of subject, parameter or division"},
    Finding{"S013", "a value that cannot be read"},
    Finding{"S014", "a base that does not exist, or a code of two subjects"},
    Finding{"S015", "a policy that is not there, or not in force"},
    Finding{"S016", "an unknown criterion, window or missing fact"},
    Finding{"S017", "a value that is none of the choices"},
    Finding{"S018", "a clause that does not exist"},
};

}  // namespace qingheng::policy

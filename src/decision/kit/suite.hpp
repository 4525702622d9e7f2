// SPDX-License-Identifier: Apache-2.0
// Conformance cases as a test file of the Technology Compatibility Kit says them: what is put in, what is to
// come out, each value typed. A reader, the exact comparison, and the judge of one case.
//
//   auto suite = read_suite(source, found);
//   for (const Case& one : suite->cases) Verdict verdict = judge(one, model, graph, Numbers::Exact);
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "decision/graph.hpp"
#include "decision/model.hpp"
#include "feel/value.hpp"

namespace qingheng::decision::kit {

/// What a case gives to an input data, an input decision or a parameter of that name. `name_space` is that of
/// the model that holds it; empty: the model of the case.
struct InputNode {
  std::string name;
  std::string name_space;
  feel::Value value;
};

/// What is to come of one decision. `error` demands that evaluating it met a problem.
struct ResultNode {
  std::string name;
  bool error = false;
  feel::Value expected;  // null when the file says nil, or nothing
  base::SourceSpan span;
};

/// One case: inputs, and what comes of them.
struct Case {
  std::string id;
  std::string description;
  ElementKind kind = ElementKind::Decision;
  std::string invocable;  // the service or function that is called; empty: the names of the results
  std::vector<InputNode> inputs;
  std::vector<ResultNode> results;
  /// Why the case cannot be run: a value of it could not be read. Empty otherwise.
  std::string unreadable;
};

/// A test file. `model` is the name of the file of its model, in the same folder.
struct Suite {
  std::string model;
  std::vector<Case> cases;
};

/// Reads a test file. Adds what it finds to `found`; empty when the text is no test file at all, or not to be
/// read as `xml::read_model` refuses it. A value that cannot be read is a finding and spoils only its case.
[[nodiscard]] std::optional<Suite> read_suite(std::shared_ptr<const base::SourceText> source,
                                              base::Diagnostics& found);

/// How numbers are set against those that a test file writes. Exact: as decimals. AsWritten: one that is
/// written with eight decimals or more, and has fewer than the value, may be away by less than 10⁻⁸, because
/// the kit cuts irrational results and writes others as binary floating point had them.
enum class Numbers : std::uint8_t { Exact, AsWritten };

/// Whether the value is the one that was expected: of the same kind; moments at the same point of the time
/// line; lists item by item in order; contexts entry by entry, none missing and none over.
[[nodiscard]] bool matches(const feel::Value& expected, const feel::Value& actual,
                           Numbers numbers = Numbers::Exact);

/// What came of one result that did not come out, or was skipped.
struct Miss {
  std::string element;
  bool error = false;    // whether one was demanded
  std::string expected;  // FEEL text
  std::string actual;    // FEEL text; empty when there is no such element, or it was not asked
  std::string reason;    // first problem on the way, or why there is no value; may be empty
};

/// How a case came out. Skipped: it needs functions written in Java, which are not run here. Rounded: it
/// passed, but only with numbers compared as written.
struct Verdict {
  enum class Kind : std::uint8_t { Passed, Failed, Skipped };
  Kind kind = Kind::Passed;
  bool rounded = false;
  std::vector<Miss> misses;  // empty when passed
};

/// Runs a case on the compiled graph of `model`. `now()` is 2019-09-12T10:30:00+08:00, so that two runs
/// agree.
[[nodiscard]] Verdict judge(const Case& one, const model::Model& model, const Graph& graph);

/// True when what the case asks for rests on a function written in Java, in this model.
[[nodiscard]] bool needs_java(const Case& one, const model::Model& model);

}  // namespace qingheng::decision::kit

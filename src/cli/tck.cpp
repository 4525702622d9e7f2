// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/tck.txt
// `qingheng tck DIR`: every conformance case below a folder that is laid out as the Technology Compatibility
// Kit is: models with the test files that name them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <system_error>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/unicode.hpp"
#include "cli/commands.hpp"
#include "cli/data_files.hpp"
#include "cli/dmn_files.hpp"
#include "cli/world.hpp"
#include "decision/kit/suite.hpp"

namespace qingheng::cli {

namespace {

namespace fs = std::filesystem;
namespace kit = decision::kit;

struct TckCall {
  std::string folder, csv;
  bool list = false;
  bool exact = false;
};

struct Totals {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t skipped = 0;
  std::size_t rounded = 0;  // of those that passed

  void add(const kit::Verdict& verdict) {
    if (verdict.kind == kit::Verdict::Kind::Passed) ++passed;
    if (verdict.kind == kit::Verdict::Kind::Failed) ++failed;
    if (verdict.kind == kit::Verdict::Kind::Skipped) ++skipped;
    if (verdict.kind == kit::Verdict::Kind::Passed && verdict.rounded) ++rounded;
  }
  void add(const Totals& other) {
    passed += other.passed;
    failed += other.failed;
    skipped += other.skipped;
    rounded += other.rounded;
  }
};

/// A test file, and the folder that holds it, from the one that was named.
struct TestFile {
  fs::path path;
  std::string folder;
  std::string test;
};

/// All `*-test-*.xml` below the folder that stand beside a model, sorted.
std::vector<TestFile> test_files(const fs::path& root) {
  std::vector<TestFile> files;
  std::set<fs::path> with_models;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(root, failure), end; at != end; at.increment(failure)) {
    const fs::path& path = at->path();
    if (path.extension() == ".dmn") with_models.insert(path.parent_path());
    const std::string name = path.filename().string();
    if (path.extension() != ".xml" || name.find("-test-") == std::string::npos) continue;
    files.push_back(
        {path, path.parent_path().lexically_relative(root).generic_string(), path.stem().string()});
  }
  std::erase_if(files, [&](const TestFile& file) { return !with_models.contains(file.path.parent_path()); });
  std::ranges::sort(files, {}, &TestFile::path);
  return files;
}

/// One line of the text: line breaks as `\n`.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char each : text) {
    if (each == '\n')
      line += "\\n";
    else
      line += each;
  }
  return line;
}

/// A field in quotes, its own quotes doubled.
std::string field(std::string_view text) {
  std::string quoted = "\"";
  for (const char each : on_one_line(text))
    quoted += each == '"' ? std::string("\"\"") : std::string(1, each);
  return quoted + '"';
}

/// The verdicts of one run, printed as they come.
class Report {
 public:
  Report(Shell& shell, std::string* csv) : shell_(shell), csv_(csv) {}

  void add(const TestFile& file, const kit::Case& one, const kit::Verdict& verdict) {
    if (folder_ != file.folder) end_folder();
    folder_ = file.folder;
    here_.add(verdict);
    if (verdict.kind != kit::Verdict::Kind::Passed) print(file, one, verdict);
    if (csv_ != nullptr)
      *csv_ += fmt::format("{},{},{},{},{}\n", field(file.folder), field(file.test), field(one.id),
                           field(result_of(verdict.kind)), field(remark_of(verdict, Language::English)));
  }

  /// Prints the last totals; those of all.
  const Totals& end() {
    end_folder();
    return all_;
  }

 private:
  static std::string_view result_of(kit::Verdict::Kind kind) {
    switch (kind) {
      case kit::Verdict::Kind::Passed:
        return "SUCCESS";
      case kit::Verdict::Kind::Failed:
        return "ERROR";
      case kit::Verdict::Kind::Skipped:
        return "IGNORED";
    }
    return "ERROR";
  }

  /// What is said of the first result that did not come out, and the names of the others.
  static std::string remark_of(const kit::Verdict& verdict, Language language) {
    if (verdict.misses.empty()) return {};
    const kit::Miss& miss = verdict.misses.front();
    const bool chinese = language == Language::Chinese;
    std::string text;
    if (!miss.element.empty()) text += miss.element + ": ";
    if (verdict.kind == kit::Verdict::Kind::Failed && !miss.element.empty()) {
      const std::string error = chinese ? "错误" : "an error";
      const std::string nothing = chinese ? "无" : "nothing";
      text += fmt::format(fmt::runtime(chinese ? "应为 {}，实为 {}" : "expected {}, got {}"),
                          miss.error ? error : miss.expected, miss.actual.empty() ? nothing : miss.actual);
    }
    if (!miss.reason.empty()) text += (text.empty() || text.ends_with(": ") ? "" : "; ") + miss.reason;
    for (std::size_t i = 1; i < verdict.misses.size(); ++i)
      text += (i == 1 ? (chinese ? "；另有 " : "; also ") : ", ") + verdict.misses[i].element;
    return on_one_line(text);
  }

  void print(const TestFile& file, const kit::Case& one, const kit::Verdict& verdict) {
    const bool chinese = shell_.language == Language::Chinese;
    const bool failed = verdict.kind == kit::Verdict::Kind::Failed;
    fmt::print(shell_.out, "{} {}/{} {} {}\n",
               failed ? (chinese ? "失败" : "FAIL") : (chinese ? "跳过" : "SKIP"), file.folder,
               file.path.filename().string(), one.id, remark_of(verdict, shell_.language));
  }

  void end_folder() {
    if (here_.passed + here_.failed + here_.skipped > 0)
      fmt::print(shell_.out, "{}: {} passed, {} failed, {} skipped\n", folder_, here_.passed, here_.failed,
                 here_.skipped);
    all_.add(here_);
    here_ = {};
  }

  Shell& shell_;
  std::string* csv_;
  std::string folder_;
  Totals here_;
  Totals all_;
};

/// A model, compiled, or why it is not.
struct Prepared {
  std::shared_ptr<const decision::model::Model> model;
  std::shared_ptr<const decision::Graph> graph;
  std::string failure;
};

Prepared prepare(const fs::path& path) {
  auto files = read_model_files(path, {});
  if (!files) return {.model = nullptr, .graph = nullptr, .failure = std::move(files).error()};
  Prepared prepared;
  prepared.model = files->models.front();
  auto compiled = decision::compile_graph(std::move(files->models));
  if (compiled) {
    prepared.graph = std::move(compiled->graph);
  } else {
    prepared.failure =
        compiled.error().empty() ? "the model does not compile" : compiled.error().front().message;
  }
  return prepared;
}

/// The file that a suite names, or the only model of the folder when there is no such file.
fs::path model_file(const fs::path& folder, const std::string& name) {
  std::error_code failure;
  if (!name.empty() && fs::exists(folder / name, failure)) return folder / name;
  std::vector<fs::path> models;
  for (const auto& entry : fs::directory_iterator(folder, failure))
    if (entry.path().extension() == ".dmn") models.push_back(entry.path());
  return models.size() == 1 ? models.front() : folder / name;
}

/// Every case fails alike when there is no model to ask.
kit::Verdict failed_for(const std::string& why) {
  return {.kind = kit::Verdict::Kind::Failed, .misses = {{.reason = why}}};
}

void run_file(const TestFile& file, const TckCall& call, Shell& shell, Report& report) {
  base::Diagnostics found;
  auto text = read_file(file.path);
  std::optional<kit::Suite> suite;
  if (text) suite = kit::read_suite(base::make_source(file.path.string(), *std::move(text)), found);
  if (!suite) {
    const std::string why = !text ? text.error() : found.empty() ? "" : found.front().message;
    return report.add(file, {}, failed_for(why));
  }
  if (call.list) {
    for (const kit::Case& one : suite->cases)
      fmt::print(shell.out, "{}/{} {} {}\n", file.folder, file.path.filename().string(), one.id,
                 on_one_line(one.description));
    return;
  }
  const Prepared prepared = prepare(model_file(file.path.parent_path(), suite->model));
  for (const kit::Case& one : suite->cases)
    report.add(
        file, one,
        prepared.graph ? kit::judge(one, *prepared.model, *prepared.graph) : failed_for(prepared.failure));
}

void run(Shell& shell, const TckCall& call) {
  const auto fail = [&](const std::string& why) { refuse(shell, "tck", why); };
  std::error_code failure;
  if (!fs::is_directory(call.folder, failure))
    return fail(fmt::format("there is no folder `{}`", call.folder));
  const std::vector<TestFile> files = test_files(call.folder);
  if (files.empty())
    return fail(
        fmt::format("`{}` holds no test file beside a model: `*-test-*.xml` and `*.dmn`", call.folder));
  std::string csv;
  Report report(shell, call.csv.empty() ? nullptr : &csv);
  for (const TestFile& file : files) run_file(file, call, shell, report);
  const Totals& totals = report.end();
  if (call.list) return;
  if (!call.csv.empty()) {
    std::ofstream out(call.csv, std::ios::binary);
    out << csv;
    out.close();
    if (!out) return fail(fmt::format("cannot write `{}`", call.csv));
  }
  if (totals.rounded > 0)
    fmt::print(shell.out,
               fmt::runtime(shell.language == Language::Chinese
                                ? "{} 例通过时，其数值按测试文件所写的八位小数比较（--exact 则逐位比较）\n"
                                : "{} of those that passed hold numbers that the test file writes rounded, "
                                  "compared to 8 decimals (--exact compares every digit)\n"),
               totals.rounded);
  fmt::print(shell.out, "{} passed, {} failed, {} skipped\n", totals.passed, totals.failed, totals.skipped);
  if (totals.failed > 0) shell.exit = Exit::Failed;
}

}  // namespace

void add_tck(CLI::App& app, Shell& shell) {
  auto call = std::make_shared<TckCall>();
  CLI::App* command =
      app.add_subcommand("tck", "runs conformance cases: models with their test files / 运行 DMN 一致性测试");
  command->add_option("folder", call->folder, "holds, at any depth, *.dmn and *-test-*.xml")->required();
  command->add_option("--csv", call->csv, "write a line for each case to this file");
  command->add_flag("--exact", call->exact, "compare every digit, also of numbers that are written rounded");
  command->add_flag("--list", call->list, "say which cases there are, and run none");
  command->callback([call, &shell] { run(shell, *call); });
}

}  // namespace qingheng::cli

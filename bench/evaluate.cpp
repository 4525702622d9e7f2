// SPDX-License-Identifier: Apache-2.0
// Runs the evaluation workload on the scalar evaluator and prints one JSON object, as bench/peers/run.mjs
// does for others: rows a second of processor time for each part, and a digest of the results.
//
//   bench_evaluate ROWS.ndjson | --generate COUNT  [--repeats N] [--expect DIGEST]
#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "rows.hpp"
#include "workload.hpp"

namespace {

using namespace qingheng;
using bench::Reasons;
using bench::Results;
using bench::Row;
using bench::Workload;

constexpr std::uint64_t kSeed = 20190908;
constexpr double kLeastSeconds = 0.1;  // of one sample
constexpr std::size_t kColdRuns = 31;
constexpr std::array<const char*, 4> kParts{"A", "B", "C", "A+B+C"};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

void run_part(const Workload& workload, const Row& row, std::size_t part, Reasons reasons, Results& results) {
  if (part == 0 || part == 3) workload.criteria(row, reasons, results);
  if (part == 1 || part == 3) workload.table(row, reasons, results);
  if (part == 2 || part == 3) workload.score(row, reasons, results);
}

/// Rows a second of processor time, the median of `repeats` samples.
double speed(const Workload& workload, std::span<const Row> rows, std::size_t part, Reasons reasons,
             std::size_t repeats) {
  std::vector<double> speeds;
  Results results;
  for (std::size_t repeat = 0; repeat < repeats; ++repeat) {
    const double start = processor_seconds();
    double spent = 0;
    std::size_t done = 0;
    while (spent < kLeastSeconds) {
      for (const Row& row : rows) run_part(workload, row, part, reasons, results);
      done += rows.size();
      spent = processor_seconds() - start;
    }
    speeds.push_back(static_cast<double>(done) / spent);
  }
  return median(std::move(speeds));
}

/// Microseconds from the texts to the results of one row.
double cold(const std::string& path, const std::string& text, std::size_t part) {
  std::vector<double> times;
  for (std::size_t run = 0; run < kColdRuns; ++run) {
    const double start = processor_seconds();
    const auto workload = Workload::read(path);
    const auto row = workload->row(text);
    Results results;
    run_part(*workload, *row, part, Reasons::Off, results);
    times.push_back((processor_seconds() - start) * 1e6);
  }
  return median(std::move(times));
}

/// `T`, `F` or `?` for each criterion, the table's number, the total and the grade.
std::string line(const Results& results) {
  std::string verdicts;
  for (const feel::Value& verdict : results.verdicts) {
    const bool known = verdict.kind() == feel::Kind::Boolean;
    verdicts += !known ? '?' : verdict.as_boolean() ? 'T' : 'F';
  }
  return fmt::format("{} {} {} {}", verdicts, feel::to_bare_text(results.inspections),
                     feel::to_bare_text(results.total), feel::to_bare_text(results.grade));
}

std::string sha256(const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string hex;
  for (unsigned int at = 0; at < size; ++at) hex += fmt::format("{:02x}", digest[at]);
  return hex;
}

struct Outcome {
  std::string digest;
  std::vector<std::string> sample;
  std::size_t reasons = 0;
};

Outcome outcome(const Workload& workload, std::span<const Row> rows, Reasons reasons) {
  Outcome all;
  std::string text;
  for (const Row& row : rows) {
    Results results;
    run_part(workload, row, 3, reasons, results);
    text += line(results) + "\n";
    all.reasons += results.reasons;
    if (all.sample.size() < 2) all.sample.push_back(line(results));
  }
  all.digest = sha256(text);
  return all;
}

std::string object(const std::function<double(std::size_t)>& value_of) {
  std::string text;
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    text += fmt::format("{}\"{}\":{:.0f}", part == 0 ? "" : ",", kParts[part], value_of(part));
  }
  return "{" + text + "}";
}

struct Options {
  std::string file;
  std::size_t generate = 0;
  std::size_t repeats = 7;
  std::string expected;
};

Options options_of(std::span<char*> arguments) {
  Options options;
  for (std::size_t at = 1; at < arguments.size(); ++at) {
    const std::string word = arguments[at];
    const std::string next = at + 1 < arguments.size() ? arguments[at + 1] : "0";
    const bool named = word.starts_with("--");
    if (word == "--generate") options.generate = std::stoul(next);
    if (word == "--repeats") options.repeats = std::stoul(next);
    if (word == "--expect") options.expected = next;
    if (named) ++at;
    if (!named) options.file = word;
  }
  return options;
}

std::vector<std::string> texts_of(const Options& options) {
  if (options.generate > 0) return bench::generated_rows(options.generate, kSeed);
  std::vector<std::string> texts;
  std::ifstream in(options.file);
  for (std::string text; std::getline(in, text);) texts.push_back(text);
  return texts;
}

int measure(const Options& options) {
  const auto workload = Workload::read(QINGHENG_WORKLOAD);
  const std::vector<std::string> texts = texts_of(options);
  std::vector<Row> rows;
  if (!workload || texts.empty()) {
    std::cerr << (workload ? "no rows: give ROWS.ndjson or --generate COUNT" : workload.error()) << "\n";
    return 2;
  }
  for (const std::string& text : texts) {
    auto row = workload->row(text);
    if (!row) {
      std::cerr << row.error() << "\n";
      return 2;
    }
    rows.push_back(*std::move(row));
  }
  const Outcome off = outcome(*workload, rows, Reasons::Off);
  const Outcome on = outcome(*workload, rows, Reasons::On);
  const auto speeds = [&](Reasons reasons) {
    return object([&](std::size_t part) { return speed(*workload, rows, part, reasons, options.repeats); });
  };
  std::cout << fmt::format(
      "{{\"engine\":\"qingheng\",\"rows\":{},\"rowsPerSecond\":{},\"rowsPerSecondWithReasons\":{},"
      "\"reasonsPerRow\":{:.1f},\"coldMicroseconds\":{},\"digest\":\"{}\",\"sample\":[\"{}\"]}}\n",
      rows.size(), speeds(Reasons::Off), speeds(Reasons::On),
      static_cast<double>(on.reasons) / static_cast<double>(rows.size()),
      object([&](std::size_t part) { return cold(QINGHENG_WORKLOAD, texts.front(), part); }), off.digest,
      fmt::join(off.sample, "\",\""));
  const bool agree = off.digest == on.digest && (options.expected.empty() || off.digest == options.expected);
  if (!agree) std::cerr << "the results differ from those expected, or with reasons from those without\n";
  return agree ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  return measure(options_of({arguments, static_cast<std::size_t>(count)}));
}

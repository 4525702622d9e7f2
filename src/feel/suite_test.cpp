// SPDX-License-Identifier: Apache-2.0
// Runs tests/feel/*.feel; tests/feel/README.md says how a case is written.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "base/catalogue.hpp"
#include "feel/expression.hpp"
#include "feel/json_value.hpp"
#include "feel/plan/compiled.hpp"
#include "feel/run/evaluator.hpp"
#include "feel/trace.hpp"

namespace qingheng::feel {
namespace {

struct Case {
  std::string title;  // `# name: purpose`
  std::string text;
  std::string given;
  std::string types;
  std::string tested;
  std::string expected;
  Checking checking = Checking::Strict;
};

std::string joined(const std::string& lines, const std::string& line) {
  return lines.empty() ? line : lines + "\n" + line;
}

bool take(const std::string& line, std::string_view word, std::string& into) {
  if (!line.starts_with(word)) return false;
  into = line.substr(word.size());
  return true;
}

std::vector<Case> cases_of(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<Case> cases;
  bool expects = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# ")) {
      cases.push_back({.title = line.substr(2)});
      expects = false;
    } else if (cases.empty() || line.empty()) {
      continue;
    } else if (line == "----") {
      expects = true;
    } else if (expects) {
      cases.back().expected = joined(cases.back().expected, line);
    } else if (line == "standard") {
      cases.back().checking = Checking::Standard;
    } else if (Case& last = cases.back(); !take(line, "given ", last.given) &&
                                          !take(line, "types ", last.types) &&
                                          !take(line, "tested ", last.tested)) {
      last.text = joined(last.text, line);
    }
  }
  return cases;
}

Type type_of(const base::Json& json);

Type type_of_word(const std::string& word) {
  const auto colon = word.find(':');
  const std::string name = word.substr(0, colon);
  const std::string rest = colon == std::string::npos ? "" : word.substr(colon + 1);
  if (name == "number") return Type::number(rest);
  if (name == "string") {
    Type type = Type::string();
    std::vector<std::string> codes;
    for (std::size_t at = 0; at < rest.size();) {
      const std::size_t end = std::min(rest.find('|', at), rest.size());
      codes.push_back(rest.substr(at, end - at));
      at = end + 1;
    }
    if (!codes.empty()) type.codes = std::make_shared<const std::vector<std::string>>(std::move(codes));
    return type;
  }
  for (int tag = 0; tag <= static_cast<int>(Type::Tag::MonthsDuration); ++tag) {
    Type type = Type::of(static_cast<Type::Tag>(tag));
    if (to_text(type) == name) return type;
  }
  ADD_FAILURE() << "no type " << word;
  return Type::any();
}

Type type_of(const base::Json& json) {
  if (const base::JsonArray* array = json.array()) return Type::list(type_of(array->front()));
  if (json.string() != nullptr) return type_of_word(*json.string());
  std::vector<Type::Member> members;
  for (const auto& [name, member] : *json.object()) {
    const auto slash = name.find('/');
    std::vector<std::string> aliases;
    if (slash != std::string::npos) aliases.push_back(name.substr(slash + 1));
    members.push_back({name.substr(0, slash), type_of(member), std::move(aliases)});
  }
  return Type::context(std::move(members));
}

/// The names that a case may use, and their values.
struct Setting {
  Scope scope;
  std::vector<Value> inputs;
};

Setting setting_of(const Case& test) {
  Setting setting;
  const auto given = base::parse_json(test.given.empty() ? "{}" : test.given);
  const auto types = base::parse_json(test.types.empty() ? "{}" : test.types);
  if (!given || !types) {
    ADD_FAILURE() << "JSON that cannot be read: " << test.title;
    return setting;
  }
  const auto value_of = [&](const std::string& name) {
    const auto found = std::ranges::find(*given->object(), name, &base::JsonObject::value_type::first);
    return found == given->object()->end() ? Value::unknown({{name}}) : from_json(found->second);
  };
  for (const auto& [name, type] : *types->object()) {
    const auto slash = name.find('/');
    std::vector<std::string> aliases;
    if (slash != std::string::npos) aliases.push_back(name.substr(slash + 1));
    (void)setting.scope.declare(name.substr(0, slash), type_of(type), std::move(aliases));
    setting.inputs.push_back(value_of(name.substr(0, slash)));
  }
  for (const auto& [name, member] : *given->object()) {
    const auto declared = std::ranges::find(setting.scope.entries(), name, &Scope::Entry::name);
    if (declared != setting.scope.entries().end()) continue;
    (void)setting.scope.declare(name, Type::any());
    setting.inputs.push_back(from_json(member));
  }
  return setting;
}

/// Sentences of findings and reasons that the Chinese catalogue does not have.
std::set<std::string>& untranslated() {
  static std::set<std::string> sentences;
  return sentences;
}

void look_up(const std::string& sentence) {
  static const auto kChinese = [] {
    std::ifstream file(QINGHENG_SOURCE_DIR "/data/messages.zh.tsv", std::ios::binary);
    return base::Catalogue::parse(std::string(std::istreambuf_iterator<char>(file), {}));
  }();
  ASSERT_TRUE(kChinese) << kChinese.error();
  if (!sentence.empty() && !kChinese->find(sentence)) untranslated().insert(sentence);
}

// The finding without its place: its sentence, the line, the carets, the help.
std::string shown(base::Diagnostic finding) {
  std::string out;
  look_up(finding.message);
  look_up(finding.help);
  const std::string rendered = base::render(finding);
  for (std::size_t at = 0; at < rendered.size();) {
    const std::size_t end = std::min(rendered.find('\n', at), rendered.size());
    const std::string line = rendered.substr(at, end - at);
    at = end + 1;
    if (line.find("--> ") != std::string::npos) continue;
    const auto gutter = line.find(" | ");
    const bool quoted = gutter != std::string::npos && line.find_first_not_of(" 0123456789") == gutter + 1;
    out = joined(out, quoted ? line.substr(gutter + 3) : line);
  }
  return out;
}

std::string shown(const Value& value) {
  if (value.is_unknown()) return fmt::format("unknown: {}", fmt::join(value.as_unknown().facts, ", "));
  const NullReason* reason = value.null_reason();
  if (reason == nullptr) return to_text(value);
  base::Diagnostic finding;
  finding.message = reason->message;
  if (reason->span.source) finding.spans.push_back({reason->span, {}});
  const std::string text = shown(std::move(finding));
  return "null" + text.substr(std::min(text.find(':'), text.size()));
}

std::string outcome(const Case& test) {
  const Setting setting = setting_of(test);
  const Host host{.now = DateAndTime{{2019, 9, 12}, {10, 30, 0, 0, 8 * 3600, {}}}, .max_steps = 100'000};
  CompileOptions options;
  options.checking = test.checking;
  Value tested;
  if (!test.tested.empty()) {
    const auto value = compile(base::whole(base::make_source("tested", test.tested)), setting.scope, options);
    if (!value) return "the tested value is wrong";
    tested = evaluate(**value, setting.inputs, host);
    options.form = Form::UnaryTests;
    options.tested = type_of(**value);
  }
  const auto compiled = compile(base::whole(base::make_source("case", test.text)), setting.scope, options);
  if (!compiled) {
    std::string out;
    for (const base::Diagnostic& finding : compiled.error()) out = joined(out, shown(finding));
    return out;
  }
  const Value* asked = test.tested.empty() ? nullptr : &tested;
  const Value value = evaluate(**compiled, setting.inputs, host, asked);
  const Value explained = explain(**compiled, setting.inputs, host, asked).value;
  EXPECT_EQ(shown(explained), shown(value)) << "explained otherwise than evaluated: " << test.text;
  const Value judged = run::Evaluator((*compiled)->program(), setting.inputs, host).run(asked);
  EXPECT_EQ(shown(judged), shown(value)) << "the quick form differs from the plan: " << test.text;
  return shown(value);
}

TEST(Suite, EveryCaseGivesWhatItSays) {
  std::size_t cases = 0;
  std::set<std::string> titles;
  for (const auto& file : std::filesystem::directory_iterator(QINGHENG_SOURCE_DIR "/tests/feel")) {
    if (file.path().extension() != ".feel") continue;
    for (const Case& test : cases_of(file.path())) {
      EXPECT_NE(test.title.find(": "), std::string::npos) << "a case needs `# name: purpose`: " << test.title;
      EXPECT_TRUE(titles.insert(test.title).second) << "two cases are called " << test.title;
      EXPECT_EQ(outcome(test), test.expected) << file.path().filename() << " · " << test.title << "\n"
                                              << test.text;
      ++cases;
    }
  }
  EXPECT_GE(cases, 150U);
  EXPECT_TRUE(untranslated().empty()) << "data/messages.zh.tsv does not have:\n"
                                      << fmt::format("{}", fmt::join(untranslated(), "\n"));
}

}  // namespace
}  // namespace qingheng::feel

// SPDX-License-Identifier: Apache-2.0
// Runs tests/feel/*.feel. A case: an expression, perhaps a line `given {JSON}`, `----`, and the value as
// JSON, `null: reason` or `error CODE`; an empty line ends it. The names of `given` are of type Any.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "feel/expression.hpp"
#include "feel/json_value.hpp"

namespace qingheng::feel {
namespace {

std::string outcome(const std::string& text, const std::string& given) {
  Scope scope;
  std::vector<Value> inputs;
  if (!given.empty()) {
    const auto json = base::parse_json(given);
    if (!json) return "the given JSON is wrong: " + json.error().message;
    for (const auto& [name, member] : *json->object()) {
      (void)scope.declare(name, Type::any());
      inputs.push_back(from_json(member));
    }
  }
  const auto compiled = compile(base::whole(base::make_source("expression", text)), scope);
  if (!compiled) return "error " + compiled.error().front().code;
  const Value value = evaluate(**compiled, inputs, Host{});
  if (value.is_null() && value.null_reason() != nullptr) return "null: " + value.null_reason()->message;
  return to_json(value).to_text();
}

TEST(Suite, EveryCaseGivesWhatItSays) {
  std::size_t cases = 0;
  for (const auto& file : std::filesystem::directory_iterator(QINGHENG_SOURCE_DIR "/tests/feel")) {
    if (file.path().extension() != ".feel") continue;
    std::ifstream in(file.path());
    std::string text;
    std::string given;
    std::string line;
    bool expects = false;
    while (std::getline(in, line)) {
      if (line.empty() || line.starts_with("# ")) continue;
      if (expects) {
        EXPECT_EQ(outcome(text, given), line) << file.path() << ": " << text;
        ++cases;
        text.clear();
        given.clear();
        expects = false;
      } else if (line == "----") {
        expects = true;
      } else if (line.starts_with("given ")) {
        given = line.substr(6);
      } else {
        text += (text.empty() ? "" : "\n") + line;
      }
    }
  }
  EXPECT_GE(cases, 25U);
}

}  // namespace
}  // namespace qingheng::feel

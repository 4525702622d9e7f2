// SPDX-License-Identifier: Apache-2.0
// Keys and words of scenario files, with what is wrong about them.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/diagnostic.hpp"
#include "base/unicode.hpp"
#include "policy/rehearse/scenario.hpp"
#include "policy/text/tree.hpp"

namespace qingheng::policy {

/// A word of a scenario file and what it stands for.
template <typename T>
struct Named {
  const char* name;
  T value;
};
/// Reports what a reader of scenario files finds.
class KeyReader {
 public:
  explicit KeyReader(base::Diagnostics& found) : found_(found) {}

 protected:
  void report(std::string code, std::string message, const base::SourceSpan& span, std::string help = {}) {
    found_.push_back(
        {base::Severity::Error, std::move(code), std::move(message), std::move(help), {{span, ""}}});
  }

  template <std::size_t N>
  void check_keys(const text::Node& node, const std::array<const char*, N>& known, std::string_view of) {
    if (!node.is_mapping()) return report("S013", fmt::format("a {} is a mapping", of), node.span);
    for (const text::Entry& entry : node.entries) {
      if (std::ranges::find(known, entry.key) != known.end()) continue;
      const auto near = base::nearest(entry.key, std::vector<std::string>(known.begin(), known.end()));
      report("S010", fmt::format("unknown key `{}` in a {}", entry.key, of), entry.key_span,
             near ? "did you mean `" + *near + "`?" : "");
    }
  }

  template <typename T, std::size_t N>
  std::optional<Expected<T>> choice(const text::Node& node, const std::array<Named<T>, N>& choices) {
    std::string all;
    for (const Named<T>& one : choices) {
      if (node.scalar == one.name) return Expected<T>{one.value, node.span};
      all += (all.empty() ? "" : ", ") + std::string(one.name);
    }
    report("S017", "`" + node.scalar + "` is none of the choices", node.span, "choose from: " + all);
    return {};
  }

  base::Diagnostics& found_;
};

}  // namespace qingheng::policy

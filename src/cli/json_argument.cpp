// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/feel.txt
#include "cli/json_argument.hpp"

#include <fmt/format.h>

#include "cli/data_files.hpp"
#include "feel/json_value.hpp"

namespace qingheng::cli {

std::expected<feel::Context, std::string> read_json_argument(const std::string& argument,
                                                             const std::string& what) {
  std::string text = argument;
  const std::size_t first = argument.find_first_not_of(" \t\r\n");
  if (first != std::string::npos && argument[first] != '{' && argument[first] != '[') {
    auto file = read_file(argument);
    if (!file) return std::unexpected(fmt::format("cannot read `{}`", argument));
    text = *std::move(file);
  }
  const auto json = base::parse_json(first == std::string::npos ? "{}" : text);
  if (!json)
    return std::unexpected(
        fmt::format("the {} is no JSON at byte {}: {}", what, json.error().offset, json.error().message));
  if (json->object() == nullptr) return std::unexpected(fmt::format("the {} must be a JSON object", what));
  const feel::Value value = feel::from_json(*json);
  return value.kind() == feel::Kind::Context ? value.as_context() : feel::Context{};
}

}  // namespace qingheng::cli

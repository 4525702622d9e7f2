// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/wording_test.cpp
#include <algorithm>
#include <array>

#include "policy/explain/wording.hpp"

namespace qingheng::policy {

namespace {

/// The ministry at the head of a line of authority.
struct Ministry {
  std::string_view line;
  std::string_view zh;
  std::string_view en;
};
constexpr std::array kMinistries = {
    Ministry{"development", "国家发展和改革委员会", "National Development and Reform Commission"},
    Ministry{"ecology", "生态环境部", "Ministry of Ecology and Environment"},
    Ministry{"emergency", "应急管理部", "Ministry of Emergency Management"},
    Ministry{"industry", "工业和信息化部", "Ministry of Industry and Information Technology"},
    Ministry{"science", "科学技术部", "Ministry of Science and Technology"}};

}  // namespace

Text ministry_of_line(std::string_view line) {
  const auto known = std::ranges::find(kMinistries, line, &Ministry::line);
  if (known == kMinistries.end()) return {};
  return {std::string(known->zh), std::string(known->en)};
}

}  // namespace qingheng::policy

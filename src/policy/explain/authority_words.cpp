// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/wording_test.cpp
#include <algorithm>
#include <array>

#include "policy/explain/wording.hpp"

namespace qingheng::policy {

namespace {

/// What the lines of authority are called; docs/policy-language.md lists them.
struct Line {
  std::string_view id;
  std::string_view zh;
  std::string_view en;
};
constexpr std::array kLines = {
    Line{"assets", "国有资产监管部门", "state assets authority"},
    Line{"audit", "审计部门", "audit authority"},
    Line{"court", "人民法院", "court"},
    Line{"development", "发展改革部门", "development and reform authority"},
    Line{"ecology", "生态环境部门", "ecology and environment authority"},
    Line{"emergency", "应急管理部门", "emergency management authority"},
    Line{"government_services", "政务服务部门", "government services authority"},
    Line{"industry", "工业和信息化部门", "industry and information technology authority"},
    Line{"intellectual_property", "知识产权部门", "intellectual property authority"},
    Line{"justice", "司法行政部门", "justice authority"},
    Line{"labour", "人力资源和社会保障部门", "labour authority"},
    Line{"market", "市场监管部门", "market supervision authority"},
    Line{"science", "科技部门", "science and technology authority"},
    Line{"statistics", "统计部门", "statistics authority"},
    Line{"tax", "税务部门", "tax authority"},
    Line{"zone_committee", "开发区管委会", "development zone committee"}};

}  // namespace

Text words_of_line(std::string_view line) {
  const auto known = std::ranges::find(kLines, line, &Line::id);
  if (known == kLines.end()) return {std::string(line), std::string(line)};
  return {std::string(known->zh), std::string(known->en)};
}

}  // namespace qingheng::policy

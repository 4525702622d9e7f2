// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/bad_test.cpp
#include "policy/model/lines.hpp"

#include <algorithm>
#include <array>

namespace qingheng::policy {

namespace {

constexpr std::array kLines = {
    AuthorityLine{"agriculture", "农业农村部门", "agriculture authority"},
    AuthorityLine{"assets", "国有资产监管部门", "state assets authority"},
    AuthorityLine{"audit", "审计部门", "audit authority"},
    AuthorityLine{"civil_affairs", "民政部门", "civil affairs authority"},
    AuthorityLine{"commerce", "商务部门", "commerce authority"},
    AuthorityLine{"court", "人民法院", "court"},
    AuthorityLine{"culture", "文化和旅游部门", "culture and tourism authority"},
    AuthorityLine{"customs", "海关", "customs"},
    AuthorityLine{"development", "发展改革部门", "development and reform authority"},
    AuthorityLine{"ecology", "生态环境部门", "ecology and environment authority"},
    AuthorityLine{"education", "教育部门", "education authority"},
    AuthorityLine{"emergency", "应急管理部门", "emergency management authority"},
    AuthorityLine{"energy", "能源部门", "energy authority"},
    AuthorityLine{"finance", "财政部门", "finance authority"},
    AuthorityLine{"forestry", "林业和草原部门", "forestry and grassland authority"},
    AuthorityLine{"government_services", "政务服务部门", "government services authority"},
    AuthorityLine{"health", "卫生健康部门", "health authority"},
    AuthorityLine{"housing", "住房和城乡建设部门", "housing and construction authority"},
    AuthorityLine{"industry", "工业和信息化部门", "industry and information technology authority"},
    AuthorityLine{"intellectual_property", "知识产权部门", "intellectual property authority"},
    AuthorityLine{"justice", "司法行政部门", "justice authority"},
    AuthorityLine{"labour", "人力资源和社会保障部门", "labour authority"},
    AuthorityLine{"market", "市场监管部门", "market supervision authority"},
    AuthorityLine{"natural_resources", "自然资源部门", "natural resources authority"},
    AuthorityLine{"public_security", "公安机关", "public security authority"},
    AuthorityLine{"science", "科技部门", "science and technology authority"},
    AuthorityLine{"statistics", "统计部门", "statistics authority"},
    AuthorityLine{"tax", "税务部门", "tax authority"},
    AuthorityLine{"transport", "交通运输部门", "transport authority"},
    AuthorityLine{"water", "水行政部门", "water authority"},
    AuthorityLine{"zone_committee", "开发区管委会", "development zone committee"}};

}  // namespace

std::span<const AuthorityLine> authority_lines() { return kLines; }

const AuthorityLine* authority_line(std::string_view id) {
  const auto known = std::ranges::find(kLines, id, &AuthorityLine::id);
  return known == kLines.end() ? nullptr : &*known;
}

}  // namespace qingheng::policy

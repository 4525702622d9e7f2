// SPDX-License-Identifier: Apache-2.0
// policies/block.schema.json, which editors use, knows the same keys as the reader.
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "policy/rules/keys.hpp"

namespace qingheng::policy::rules {
namespace {

TEST(BlockSchema, HasTheKeysOfEveryMapping) {
  std::ifstream file(QINGHENG_SOURCE_DIR "/policies/block.schema.json", std::ios::binary);
  const auto schema = base::parse_json(std::string{std::istreambuf_iterator<char>(file), {}});
  ASSERT_TRUE(schema);
  const base::Json* definitions = schema->find("$defs");
  ASSERT_NE(definitions, nullptr);
  EXPECT_EQ(definitions->object()->size(), std::size(kMappings));
  for (const Mapping& mapping : kMappings) {
    const base::Json* definition = definitions->find(mapping.name);
    ASSERT_NE(definition, nullptr) << mapping.name;
    std::set<std::string> required;
    std::size_t keys = mapping.keys.size();
    if (mapping.block) {
      keys += 1 + std::size(kCommonKeys);
      required.emplace(mapping.name);
      for (const Key& key : kCommonKeys) EXPECT_NE(definition->find("properties")->find(key.name), nullptr);
    }
    for (const Key& key : mapping.keys) {
      EXPECT_NE(definition->find("properties")->find(key.name), nullptr) << mapping.name << ": " << key.name;
      if (key.required) required.emplace(key.name);
    }
    EXPECT_EQ(definition->find("properties")->object()->size(), keys) << mapping.name;
    std::set<std::string> written;
    if (const base::Json* list = definition->find("required"))
      for (const base::Json& name : *list->array()) written.insert(*name.string());
    EXPECT_EQ(written, required) << mapping.name;
  }
}

}  // namespace
}  // namespace qingheng::policy::rules

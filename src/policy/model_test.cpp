// SPDX-License-Identifier: Apache-2.0
#include "policy/model.hpp"

#include <gtest/gtest.h>

namespace qingheng::policy {
namespace {

std::shared_ptr<const Policy> version(std::string id, base::CivilDate from,
                                      std::optional<base::CivilDate> until = {}) {
  auto policy = std::make_shared<Policy>();
  policy->front.id = std::move(id);
  policy->front.effective = from;
  policy->front.expires = until;
  return policy;
}

TEST(Library, GivesTheVersionInForceOnTheLegalDate) {
  Library library;
  library.policies = {version("a", {2018, 1, 1}, base::CivilDate{2019, 9, 3}), version("a", {2019, 9, 4}),
                      version("b", {2020, 1, 1})};
  EXPECT_EQ(library.policy("a", {2017, 12, 31}), nullptr);
  EXPECT_EQ(library.policy("a", {2019, 9, 3}), library.policies[0].get()) << "the last day still counts";
  EXPECT_EQ(library.policy("a", {2019, 9, 4}), library.policies[1].get());
  EXPECT_EQ(library.policy("a"), library.policies[1].get());
  EXPECT_EQ(library.policy("c"), nullptr);
}

}  // namespace
}  // namespace qingheng::policy

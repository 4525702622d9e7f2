// SPDX-License-Identifier: Apache-2.0
#include "policy/model.hpp"

#include <algorithm>

namespace qingheng::policy {

namespace {

/// The block whose head has that id.
template <typename Block>
const Block* with_id(const std::vector<Block>& blocks, std::string_view id) {
  const auto found = std::ranges::find_if(blocks, [&](const Block& block) { return block.head.id == id; });
  return found == blocks.end() ? nullptr : &*found;
}

}  // namespace

const Stage* Procedure::stage(std::string_view id) const {
  const auto found = std::ranges::find(stages, id, &Stage::id);
  return found == stages.end() ? nullptr : &*found;
}

const Clause* Policy::clause(std::string_view address) const {
  const auto found = std::ranges::find(clauses, address, &Clause::address);
  return address.empty() || found == clauses.end() ? nullptr : &*found;
}

const Criterion* Policy::criterion(std::string_view id) const { return with_id(criteria, id); }
const Parameter* Policy::parameter(std::string_view id) const { return with_id(parameters, id); }
const Material* Policy::material(std::string_view id) const { return with_id(materials, id); }
const Window* Policy::window(std::string_view id) const { return with_id(windows, id); }
const Grant* Policy::grant(std::string_view id) const { return with_id(grants, id); }

const Eligibility* Policy::deciding(Purpose purpose) const {
  const auto found = std::ranges::find(eligibility, purpose, &Eligibility::purpose);
  return found == eligibility.end() ? nullptr : &*found;
}

const Layout* Policy::layout(std::string_view kind) const {
  const auto found = layouts.find(kind);
  return found == layouts.end() ? nullptr : found->second.get();
}

const Policy* Library::policy(std::string_view id, base::CivilDate date) const {
  const Policy* latest = nullptr;
  for (const auto& policy : policies) {
    const FrontMatter& front = policy->front;
    const bool in_force = front.effective <= date && (!front.expires || date <= *front.expires);
    if (front.id == id && in_force) latest = policy.get();
  }
  return latest;
}

const Policy* Library::policy(std::string_view id) const {
  const Policy* latest = nullptr;
  for (const auto& policy : policies)
    if (policy->front.id == id) latest = policy.get();
  return latest;
}

}  // namespace qingheng::policy

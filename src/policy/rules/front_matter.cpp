// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include <fmt/format.h>

#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using text::Node;

namespace {

Issuer read_issuer(const Node& node, base::Diagnostics& found) {
  if (node.is_scalar()) return {{node.scalar, ""}, {}};
  const Fields fields(node, mapping("issuer"), found);
  return {{fields.string("zh"), fields.string("en")}, fields.actor("body")};
}

/// Issued, in force, expired: in that order.
void check_dates(const Fields& fields, const FrontMatter& front) {
  if (front.effective == base::CivilDate{}) return;  // absent or unreadable, which is reported
  const base::CaptionedSpan in_force{front.effective_span, "it takes effect"};
  if (front.expires && *front.expires < front.effective)
    report_order(fields.found(), "the document expires before it takes effect",
                 {fields.get("expires")->span, "it expires"}, in_force);
  // Rules may reach back, and notices of results do; a slip of the pen is likelier.
  if (front.issued && front.effective < *front.issued)
    report_order(fields.found(), "the document takes effect before it is issued", in_force,
                 {fields.get("issued")->span, "it is issued"}, base::Severity::Warning);
}

}  // namespace

constexpr Choice<bool> kApplicants[] = {{"jurisdiction", false}, {"anywhere", true}};
constexpr Choice<bool> kApplications[] = {{"open", false}, {"closed", true}};

FrontMatter read_front_matter(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("front matter"), found);
  FrontMatter front{.id = fields.name("policy"),
                    .version = fields.string("version"),
                    .title = fields.label("title"),
                    .number = fields.string("number"),
                    .issued = fields.date("issued"),
                    .effective = fields.date("effective").value_or(base::CivilDate{}),
                    .expires = fields.date("expires"),
                    .subjects = fields.names("subject"),
                    .jurisdiction = fields.name("jurisdiction"),
                    .applicants_anywhere = fields.choice("applicants", kApplicants, false),
                    .applications_closed = fields.choice("applications", kApplications, false),
                    .span = fields.head()};
  if (!front.id.empty() && !is_id(front.id.text, '-'))
    report(found, "P017", fmt::format("`{}` is no id of a policy", front.id.text),
           "it is lower-case letters, digits and `-`, a letter first", front.id.span);
  if (front.subjects.size() == 1 && front.subjects.front().text == "none") front.subjects.clear();
  for (const Spanned& name : fields.names("repeals")) front.repeals.push_back(name.text);
  if (const Node* issuer = fields.get("issuer")) {
    if (issuer->is_sequence())
      for (const Node& item : issuer->items) front.issuers.push_back(read_issuer(item, found));
    else
      front.issuers.push_back(read_issuer(*issuer, found));
  }
  if (const Node* effective = fields.get("effective")) front.effective_span = effective->span;
  check_dates(fields, front);
  if (const Node* source = fields.get("source")) {
    const Fields inner(*source, mapping("source"), found);
    front.source_url = inner.string("url");
    front.bulletin = inner.string("bulletin");
    front.section = inner.string("section");
  }
  return front;
}

}  // namespace qingheng::policy::rules

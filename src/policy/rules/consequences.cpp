// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/rules/blocks_test.cpp
#include "policy/rules/consequences.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "policy/rules/readers.hpp"

namespace qingheng::policy::rules {

using text::Node;

namespace {

/// `month_day(12, 31)`; a day that only leap years have is none.
void read_due(const Node& node, Recurring& recurring, base::Diagnostics& found) {
  const std::string& written = node.scalar;
  constexpr std::string_view kName = "month_day(";
  const std::size_t comma = written.find(',');
  if (written.starts_with(kName) && written.ends_with(')') && comma != std::string::npos) {
    const auto number = [&](std::size_t from, std::size_t to) {
      while (from < to && written[from] == ' ') ++from;
      int value = 0;
      const auto read = std::from_chars(written.data() + from, written.data() + to, value);
      return read.ec == std::errc{} && read.ptr == written.data() + to ? value : 0;
    };
    constexpr std::int64_t kNoLeapYear = 2019;
    if (const auto day = base::CivilDate::create(kNoLeapYear, number(kName.size(), comma),
                                                 number(comma + 1, written.size() - 1))) {
      recurring.month = day->month;
      recurring.day = day->day;
      return;
    }
  }
  report(found, "P021", fmt::format("`{}` is no day of the year", written),
         "write `month_day(12, 31)` for 31 December", node.span);
}

Recurring read_every(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("every"), found);
  Recurring recurring{.period = fields.length("period").value_or(Length{})};
  if (const Node* due = fields.get("due")) read_due(*due, recurring, found);
  return recurring;
}

AfterEvent read_after(const Node& node, base::Diagnostics& found) {
  const Fields fields(node, mapping("after"), found);
  return {fields.name("event"), fields.length("period").value_or(Length{})};
}

std::optional<Target> read_target(const Fields& outer) {
  const Node* node = outer.get("target");
  if (node == nullptr) return std::nullopt;
  const Fields fields(*node, mapping("target"), outer.found());
  Target target{.measure = fields.name("measure"),
                .at_least = fields.number("at least"),
                .at_most = fields.number("at most"),
                .unit = fields.name("unit"),
                .by = fields.date("by"),
                .span = node->span};
  if (const Node* by = fields.get("by")) target.by_span = by->span;
  constexpr std::string_view kBounds[] = {"at least", "at most"};
  if (node->is_mapping() && !fields.has("at least") && !fields.has("at most")) (void)fields.only_one(kBounds);
  return target;
}

/// A word that names who acts, rather than a grant.
bool is_actor(std::string_view word) {
  return word.find('@') != std::string_view::npos || word == "applicant" || word == "recommender" ||
         word == "holder" || word == "panel" || word == "agency";
}

/// What stands between two braces of a number's pattern: a year, month or day of the grant, the code of the
/// holder's division, or a serial number with its digits.
void check_placeholder(std::string_view inside, const base::SourceSpan& at, base::Diagnostics& found) {
  static const std::vector<std::string> known{"year", "month", "day", "division", "serial"};
  constexpr std::string_view kForms = "possible are `{year}`, `{month}`, `{day}`, `{division}`, `{serial:3}`";
  const std::size_t colon = inside.find(':');
  const std::string name(inside.substr(0, colon));
  if (std::ranges::find(known, name) == known.end()) {
    const auto near = base::nearest(name, known);
    const std::string meant = near && *near == "serial" ? "serial:3" : near.value_or("");
    report(found, "P020", fmt::format("`{{{}}}` stands for nothing in a number", inside),
           near ? fmt::format("did you mean `{{{}}}`?", meant) : std::string(kForms), at);
    return;
  }
  const std::string_view format = colon == std::string_view::npos ? "" : inside.substr(colon + 1);
  const bool digits = format.size() == 1 && format.front() >= '1' && format.front() <= '9';
  if (name == "serial" ? digits : colon == std::string_view::npos) return;
  report(found, "P020", fmt::format("`{{{}}}` is not how that part of a number is written", inside),
         name == "serial" ? "say how many digits it has, 1 to 9: `{serial:3}`"
                          : fmt::format("write `{{{}}}`", name),
         at);
}

/// `淮绿厂-{year}-{serial:3}`: every `{…}` stands for something.
void check_number(const Node& node, base::Diagnostics& found) {
  const std::string_view pattern = node.scalar;
  const auto place = [&](std::size_t from, std::size_t to) {
    return node.verbatim ? node.span.sub(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to))
                         : node.span;
  };
  for (std::size_t at = pattern.find_first_of("{}"); at != std::string_view::npos;) {
    const std::size_t close = pattern.find_first_of("{}", at + 1);
    if (pattern[at] == '}' || close == std::string_view::npos || pattern[close] == '{') {
      report(found, "P020", fmt::format("the `{}` has no other half", pattern[at]),
             "a part that is filled in stands between `{` and `}`", place(at, at + 1));
      return;
    }
    check_placeholder(pattern.substr(at + 1, close - at - 1), place(at, close + 1), found);
    at = pattern.find_first_of("{}", close + 1);
  }
}

}  // namespace

Grant read_grant(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("grant"), found);
  Grant grant{.head = read_head(fields, mapping("grant"), block.clause, true),
              .valid = fields.length("valid"),
              .number = fields.name("number"),
              .certificate = fields.string("certificate"),
              .published = fields.flag("published")};
  if (const Node* number = fields.get("number"); number != nullptr && number->is_scalar())
    check_number(*number, found);
  constexpr std::string_view kKinds[] = {"designation", "licence"};
  const std::string_view kind = fields.only_one(kKinds);
  if (kind == "licence") grant.kind = policy::Grant::Kind::Licence;
  if (!kind.empty()) grant.name = fields.label(kind);
  return grant;
}

Duty read_duty(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("duty"), found);
  Duty duty{.head = read_head(fields, mapping("duty"), block.clause, true),
            .does = fields.label("does"),
            .to = fields.actor("to"),
            .breach = fields.name("breach"),
            .target = read_target(fields)};
  constexpr std::string_view kBound[] = {"on", "authority"};
  const std::string_view bound = fields.only_one(kBound);
  if (bound == "authority" || (bound == "on" && is_actor(fields.get("on")->scalar)))
    duty.on = fields.actor(bound);
  else
    duty.on_grant = fields.name("on");
  constexpr std::string_view kTimes[] = {"every", "after", "within"};
  // A target has its own day; a duty without any time is due whenever its event comes.
  const bool timed = fields.has("every") || fields.has("after") || fields.has("within");
  const std::string_view time = timed ? fields.only_one(kTimes) : std::string_view{};
  if (time == "every") duty.due = read_every(*fields.get(time), found);
  if (time == "after") duty.due = read_after(*fields.get(time), found);
  if (time == "within") duty.due = fields.period(time).value_or(Period{});
  if (fields.has("remind"))
    for (const Node& item : fields.items("remind"))
      if (const auto length = read_length(item, found)) duty.remind.push_back(*length);
  constexpr std::string_view kContents[] = {"does", "target"};
  if (!fields.has("does") && !fields.has("target")) (void)fields.only_one(kContents);
  return duty;
}

Revocation read_revocation(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("revocation"), found);
  Revocation revocation{.head = read_head(fields, mapping("revocation"), block.clause, true),
                        .of = fields.name("of"),
                        .ground = fields.condition("ground"),
                        .by = fields.actor("by"),
                        .notice = fields.period("notice"),
                        .defence = fields.period("defence"),
                        .published = fields.flag("published"),
                        .leads_to = fields.names("leads to")};
  constexpr std::string_view kGrounds[] = {"ground", "judgement"};
  if (fields.only_one(kGrounds) == "judgement")
    revocation.judgement = read_judgement(*fields.get("judgement"), mapping("judgement"), found);
  return revocation;
}

Sanction read_sanction(const text::Block& block, base::Diagnostics& found) {
  const Fields fields(block.tree, mapping("sanction"), found);
  return {.head = read_head(fields, mapping("sanction"), block.clause, true),
          .kind = fields.id("kind"),
          .on = fields.actor("on"),
          .from = fields.name("from"),
          .acts = fields.names("acts"),
          .ground = fields.condition("ground"),
          .period = fields.length("period"),
          .starts = fields.names("starts"),
          .removed_by = fields.string("removed by")};
}

}  // namespace qingheng::policy::rules

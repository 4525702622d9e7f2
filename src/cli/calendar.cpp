// SPDX-License-Identifier: Apache-2.0
// tested by: tests/cli/calendar.txt
// `qingheng calendar add|count`: deadlines and working days by the official calendar.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/data_files.hpp"

namespace qingheng::cli {

namespace {

using base::CivilDate;

/// What the options of both subcommands say, as typed.
struct CalendarCall {
  std::string first, second;
  std::string counting = "exclusive", days = "natural";
  std::string as_known, data;
  std::vector<std::string> suspensions;
  bool json = false;
};

std::expected<CivilDate, std::string> read_date(const std::string& text) {
  const auto date = CivilDate::parse(text);
  if (!date) return std::unexpected(fmt::format("`{}` is no date; write it as 2019-09-12", text));
  return *date;
}

std::expected<base::WorkingDays, std::string> calendar_of(const CalendarCall& call) {
  const auto data = find_folder(kData, call.data);
  if (!data) return std::unexpected(data.error());
  auto calendar = read_calendar(*data);
  if (!calendar || call.as_known.empty()) return calendar;
  const auto known = read_date(call.as_known);
  if (!known) return std::unexpected(known.error());
  return calendar->as_known_on(*known);
}

/// `5`, `2m` or `3y`.
std::expected<base::Length, std::string> read_length(std::string text) {
  const std::string written = text;
  std::int32_t factor = 0;
  if (text.ends_with('m') || text.ends_with('y')) {
    factor = text.back() == 'm' ? 1 : 12;
    text.pop_back();
  }
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos)
    return std::unexpected(
        fmt::format("`{}` is no length; write days as 5, months as 2m, years as 3y", written));
  if (text.size() > 6)
    return std::unexpected(fmt::format("`{}` is too long; up to 999999 is counted", written));
  const auto number = static_cast<std::int32_t>(std::stol(text));
  return factor == 0 ? base::Length{.days = number} : base::Length{.months = number * factor};
}

std::expected<std::vector<base::Suspension>, std::string> read_suspensions(
    const std::vector<std::string>& texts) {
  std::vector<base::Suspension> suspensions;
  for (const std::string& text : texts) {
    const std::size_t dots = text.find("..");
    const auto from = CivilDate::parse(text.substr(0, dots));
    const auto to = dots == std::string::npos ? std::nullopt : CivilDate::parse(text.substr(dots + 2));
    if (!from || !to)
      return std::unexpected(fmt::format("`{}` is no suspension; write it as 2019-10-09..2019-10-10", text));
    suspensions.push_back({*from, *to});
  }
  return suspensions;
}

void print_deadline(const Shell& shell, const base::Deadline& deadline, bool json) {
  std::vector<std::string> notices;
  notices.reserve(deadline.notices.size());
  for (const auto& notice : deadline.notices) notices.push_back(notice.number);
  if (json) {
    base::JsonObject object{{"date", deadline.date.to_string()}};
    if (deadline.rolled_from) object.emplace_back("rolled_from", deadline.rolled_from->to_string());
    base::JsonArray numbers;
    for (const std::string& number : notices) numbers.emplace_back(number);
    object.emplace_back("notices", std::move(numbers));
    fmt::print(shell.out, "{}\n", base::Json(std::move(object)).to_text());
    return;
  }
  fmt::print(shell.out, "{}\n", deadline.date.to_string());
  const bool chinese = shell.language == Language::Chinese;
  if (deadline.rolled_from) {
    const std::string from = deadline.rolled_from->to_string();
    fmt::print(shell.err, "{}\n",
               chinese ? fmt::format("{} 不是工作日，顺延", from)
                       : fmt::format("{} is no working day: rolled to the next", from));
  }
  fmt::print(shell.err, "{}{}\n", chinese ? "依据 " : "by ", fmt::join(notices, "、"));
}

void add_days(Shell& shell, const CalendarCall& call) {
  const auto start = read_date(call.first);
  if (!start) return refuse(shell, "calendar", start.error());
  const auto length = read_length(call.second);
  if (!length) return refuse(shell, "calendar", length.error());
  if (length->days == 0 && length->months == 0)
    return refuse(shell, "calendar", "a period of no days has no last day; its length is at least 1");
  const auto suspensions = read_suspensions(call.suspensions);
  if (!suspensions) return refuse(shell, "calendar", suspensions.error());
  const auto calendar = calendar_of(call);
  if (!calendar) return refuse(shell, "calendar", calendar.error());
  const auto deadline = calendar->deadline(
      *start,
      {.length = *length,
       .kind = call.days == "working" ? base::DayKind::Working : base::DayKind::Natural,
       .counting = call.counting == "inclusive" ? base::Counting::Inclusive : base::Counting::Exclusive,
       .suspensions = *suspensions});
  if (!deadline) return refuse(shell, "calendar", deadline.error());
  print_deadline(shell, *deadline, call.json);
}

void count_days(Shell& shell, const CalendarCall& call) {
  const auto from = read_date(call.first);
  if (!from) return refuse(shell, "calendar", from.error());
  const auto to = read_date(call.second);
  if (!to) return refuse(shell, "calendar", to.error());
  if (*to < *from)
    return refuse(
        shell, "calendar",
        fmt::format("{} is before {}; name the earlier day first", to->to_string(), from->to_string()));
  const auto calendar = calendar_of(call);
  if (!calendar) return refuse(shell, "calendar", calendar.error());
  const auto days = calendar->count(*from, *to);
  if (!days) return refuse(shell, "calendar", days.error());
  fmt::print(shell.out, "{}\n", *days);
}

void add_common(CLI::App& command, CalendarCall& call) {
  command.add_option("--as-known", call.as_known, "the calendar as it stood on that date");
  command.add_option("--data", call.data, "folder of working_days.tsv");
}

}  // namespace

void add_calendar(CLI::App& app, Shell& shell) {
  auto call = std::make_shared<CalendarCall>();
  CLI::App* calendar = app.add_subcommand("calendar", "deadlines and working days / 期限与工作日");
  calendar->require_subcommand(1);

  CLI::App* add = calendar->add_subcommand("add", "the last day of a period that starts on a date");
  add->add_option("date", call->first, "the day on which it starts, 2019-09-12")->required();
  add->add_option("length", call->second, "days as 5, months as 2m, years as 3y")->required();
  add->add_option("--counting", call->counting, "whether the first day counts")
      ->check(CLI::IsMember({"inclusive", "exclusive"}));
  add->add_option("--days", call->days, "what the days are")->check(CLI::IsMember({"working", "natural"}));
  add->add_option("--suspend", call->suspensions, "days taken out, 2019-10-09..2019-10-10; may be repeated");
  add->add_flag("--json", call->json, "as JSON");
  add_common(*add, *call);
  add->callback([call, &shell] { add_days(shell, *call); });

  CLI::App* count = calendar->add_subcommand("count", "working days from one date to another, both included");
  count->add_option("from", call->first, "first day")->required();
  count->add_option("to", call->second, "last day")->required();
  add_common(*count, *call);
  count->callback([call, &shell] { count_days(shell, *call); });
}

}  // namespace qingheng::cli

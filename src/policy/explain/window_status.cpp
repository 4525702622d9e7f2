// SPDX-License-Identifier: Apache-2.0
#include "policy/explain/window_status.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qingheng::policy {

std::string_view name_of(Opening opening) {
  switch (opening) {
    case Opening::NotYet:
      return "not yet open";
    case Opening::Open:
      return "open";
    case Opening::Closed:
      return "closed";
    case Opening::Unannounced:
      return "not announced";
  }
  return "closed";
}

namespace {

/// A day without a time of day meets an opening at any hour of it, and comes before a closing in it.
bool before_opening(const Moment& now, const Moment& opens) {
  if (now.date != opens.date) return now.date < opens.date;
  return now.second_of_day && opens.second_of_day && *now.second_of_day < *opens.second_of_day;
}

bool past_closing(const Moment& now, const Moment& closes) {
  if (now.date != closes.date) return closes.date < now.date;
  return now.second_of_day && closes.second_of_day && *closes.second_of_day <= *now.second_of_day;
}

void count_days(WindowStatus& status, base::CivilDate from, base::CivilDate to,
                const base::WorkingDays* calendar) {
  status.days = to.to_days() - from.to_days();
  if (calendar == nullptr) return;
  if (const auto working = calendar->count(from.plus_days(1), to)) {
    status.working_days = *working;
  } else if (const auto notices = calendar->notices(); !notices.empty()) {
    status.calendar_ends = base::CivilDate{notices.back().year, 12, 31};
  }
}

WindowStatus status_of(const Window& window, const Moment& now, const base::WorkingDays* calendar) {
  WindowStatus status;
  status.window = &window;
  if (window.opens && before_opening(now, *window.opens)) {
    status.opening = Opening::NotYet;
    count_days(status, now.date, window.opens->date, calendar);
  } else if (window.closes && past_closing(now, *window.closes)) {
    status.opening = Opening::Closed;
  } else if (window.opens_unannounced || (window.closes_unannounced && !window.opens)) {
    status.opening = Opening::Unannounced;
  } else if (window.closes) {
    count_days(status, now.date, window.closes->date, calendar);
    status.closes_today =
        now.date == window.closes->date && window.closes->second_of_day && !now.second_of_day;
  }
  return status;
}

bool matters_more(const WindowStatus& one, const WindowStatus& other) {
  if (rank(one) != rank(other)) return rank(one) < rank(other);
  if (one.opening == Opening::NotYet) return *one.days < *other.days;
  if (one.opening == Opening::Closed) return other.window->closes->date < one.window->closes->date;
  return false;
}

/// A window whose own times are not known, and which another has opened again, has passed.
bool superseded(const WindowStatus& status, const std::vector<WindowStatus>& all) {
  return status.opening == Opening::Unannounced && std::ranges::any_of(all, [&](const WindowStatus& other) {
           return other.window->reopens == status.window->head.id && other.group != Answer::Unmet;
         });
}

/// The window in which cases are handed on that ends last.
const WindowStatus* last_delivery(const std::vector<WindowStatus>& statuses) {
  const WindowStatus* last = nullptr;
  for (const WindowStatus& status : statuses) {
    if (status.window->purpose != Window::For::Delivery || !status.window->closes) continue;
    if (last == nullptr || last->window->closes->date < status.window->closes->date) last = &status;
  }
  return last;
}

}  // namespace

std::vector<WindowStatus> window_statuses(const Policy& policy, const Moment& moment,
                                          const registry::Subject& subject,
                                          const Circumstances& circumstances,
                                          const base::WorkingDays* calendar) {
  std::vector<WindowStatus> statuses;
  for (const Window& window : policy.windows) {
    statuses.push_back(status_of(window, moment, calendar));
    if (window.group) statuses.back().group = holds(policy, *window.group, subject, circumstances);
  }
  return statuses;
}

int rank(const WindowStatus& status) {
  const int unsure = status.group == Answer::Met ? 0 : 1;
  switch (status.opening) {
    case Opening::Open:
      return 0 + unsure;
    case Opening::NotYet:
      return 2 + unsure;
    case Opening::Unannounced:
      return 4 + unsure;
    case Opening::Closed:
      return 6;
  }
  return 6;
}

bool for_applicant(const WindowStatus& status) {
  if (status.group == Answer::Unmet) return false;
  switch (status.window->purpose) {
    case Window::For::Application:
      return true;
    case Window::For::Filing:
      return status.window->group && status.group == Answer::Met;
    case Window::For::Delivery:
    case Window::For::Objection:
      return false;
  }
  return false;
}

const WindowStatus* window_that_matters(const std::vector<WindowStatus>& statuses) {
  const WindowStatus* best = nullptr;
  for (const WindowStatus& status : statuses) {
    if (!for_applicant(status) || superseded(status, statuses)) continue;
    if (best == nullptr || matters_more(status, *best)) best = &status;
  }
  const WindowStatus* delivery = last_delivery(statuses);
  if (best == nullptr || delivery == nullptr) return best == nullptr ? delivery : best;
  const bool without_end = best->opening == Opening::Open && !best->window->closes;
  return without_end && delivery->opening == Opening::Closed ? delivery : best;
}

std::string time_text(const Moment& moment) {
  if (!moment.second_of_day) return {};
  const int minutes = *moment.second_of_day / 60;
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string to_text(const Moment& moment) {
  const std::string time = time_text(moment);
  return moment.date.to_string() + (time.empty() ? "" : " " + time);
}

}  // namespace qingheng::policy

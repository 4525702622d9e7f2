// SPDX-License-Identifier: Apache-2.0
// Where a policy's windows stand at a moment, and for whom.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/working_days.hpp"
#include "policy/explain/assess.hpp"

namespace qingheng::policy {

/// Of one window at one moment.
enum class Opening : std::uint8_t {
  NotYet,
  Open,
  Closed,
  Unannounced,  // its times are set apart from the document, and the document does not say them
};
/// `not yet open`, `open`, `closed`, `not announced`.
[[nodiscard]] std::string_view name_of(Opening opening);

/// One window of a policy as a subject sees it. Days left are counted without today: on the last day none
/// is left, though the window is open.
struct WindowStatus {
  const Window* window = nullptr;  // borrowed
  Opening opening = Opening::Open;
  /// Days until it opens (NotYet) or until it closes (Open); absent when no end has been announced, or
  /// closed.
  std::optional<std::int64_t> days;
  /// The same in working days, without today; absent too when the calendar does not reach so far.
  std::optional<std::int64_t> working_days;
  /// Last day of the calendar, when it ends too early to count the working days.
  std::optional<base::CivilDate> calendar_ends;
  /// It closes at a time of day on the day for which it was asked, and at which hour was not said.
  bool closes_today = false;
  /// Whether the subject is of the group that may use it; Met for a window without one.
  Answer group = Answer::Met;
};

/// The status of every window of the policy, in the order of the text. `moment` without a time of day is
/// the whole day: a window that closes in the course of it is still open. `calendar` may be a null pointer.
[[nodiscard]] std::vector<WindowStatus> window_statuses(const Policy& policy, const Moment& moment,
                                                        const registry::Subject& subject,
                                                        const Circumstances& circumstances,
                                                        const base::WorkingDays* calendar);

/// Whether the subject applies in the window, or may: it is one for applications, and the subject is not
/// known to be outside of its group. A window for filing after a decision counts when the subject is in its
/// group.
[[nodiscard]] bool for_applicant(const WindowStatus& status);

/// The window that matters to an applicant now: the first open one, else the first to open, else one not
/// announced, else the one closed last. Of equal ones that whose group the subject is known to belong to goes
/// first; a group that it may belong to is never passed over for a closed window. Where applicants have no
/// window, or one without an end, the window in which their cases are handed on bounds it: that one is
/// returned when there is no other or when it has closed. Null pointer when there is none.
[[nodiscard]] const WindowStatus* window_that_matters(const std::vector<WindowStatus>& statuses);

/// Sorts states of windows for `window_that_matters`: lower is better.
[[nodiscard]] int rank(const WindowStatus& status);

/// `09:00`; empty without a time of day.
[[nodiscard]] std::string time_text(const Moment& moment);

/// `2019-09-23 09:00`, or the date alone.
[[nodiscard]] std::string to_text(const Moment& moment);

}  // namespace qingheng::policy

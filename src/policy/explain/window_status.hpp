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
enum class Opening : std::uint8_t { NotYet, Open, Closed };
/// `not yet open`, `open`, `closed`.
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
  /// Whether the subject is of the group that may use it; Met for a window without one.
  Answer group = Answer::Met;
};

/// The status of every window of the policy, in the order of the text. `moment` without a time of day is
/// the whole day: a window that closes in the course of it is still open. `calendar` may be a null pointer.
[[nodiscard]] std::vector<WindowStatus> window_statuses(const Policy& policy, const Moment& moment,
                                                        const registry::Subject& subject,
                                                        const Circumstances& circumstances,
                                                        const base::WorkingDays* calendar);

/// The window that matters to the subject now: the first open one, else the first to open, else the one
/// closed last; windows of groups that the subject does not belong to are passed over. Null pointer when no
/// window has been announced.
[[nodiscard]] const WindowStatus* window_that_matters(const std::vector<WindowStatus>& statuses);

/// `2019-09-23 09:00`, or the date alone.
[[nodiscard]] std::string to_text(const Moment& moment);

}  // namespace qingheng::policy

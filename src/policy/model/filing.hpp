// SPDX-License-Identifier: Apache-2.0
// What is handed in, when, and how many may be: materials, windows, quotas.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policy/model/common.hpp"

namespace qingheng::policy {

/// A document or object that an applicant hands in.
struct Material {
  Head head;
  std::string form;  // online, paper, paper and disc, WORD …
  std::uint32_t copies = 1;
  std::vector<Actor> sealed_by;
  std::vector<std::string> proves;  // facts that an officer can take from it
  std::optional<Condition> when;    // absent: always asked for
};

/// A time in which something may be handed in: from `opens` up to, and not including, `closes`.
struct Window {
  /// What it is a time for.
  enum class For : std::uint8_t {
    Application,  // applicants apply in it
    Filing,       // an applicant files in it after somebody else has decided
    Delivery,     // whoever `by` is hands cases on in it
    Objection,    // anyone may object in it
  };
  Head head;
  For purpose = For::Application;
  Actor by;                          // who acts in the first stage that names it; None when none does
  std::optional<Moment> opens;       // absent: from the issue on, unless `opens_unannounced`
  std::optional<Moment> closes;      // absent: without end so far. A date alone: through the end of that day
  bool opens_unannounced = false;    // its beginning is set apart from the document
  bool closes_unannounced = false;   // its end is, or was, and the document does not say it
  std::string reopens;               // id of the window that this one opens again
  std::optional<Condition> group;    // who may use it; absent: everyone
  std::vector<std::size_t> defects;  // criteria whose materials may be replaced in it
  std::string channel;
};

/// A cap on how many pass a stage.
struct Quota {
  enum class Overflow : std::uint8_t { ExcessVoid, AllVoid };
  enum class Order : std::uint8_t { Rank, Time };
  Head head;
  std::string counts;  // stage that uses it up
  std::string by;      // what it is counted for: `recommender`, `division`
  Expression limit;    // a number
  Overflow overflow = Overflow::ExcessVoid;
  std::optional<Order> order;  // which are the excess; set when overflow is ExcessVoid
};

}  // namespace qingheng::policy

// SPDX-License-Identifier: Apache-2.0
// Boxed filters and iterators (DMN 1.5 §10.2.1.10, §10.2.1.11): as `list[condition]`, `for`, `some` and
// `every` of FEEL.
// tested by: src/decision/run/boxed_test.cpp
#include <fmt/format.h>

#include "decision/run/internal/state.hpp"
#include "feel/run/domain.hpp"

namespace qingheng::decision::run {

namespace {

Value null_at(const Code& code, std::string message) { return Value::null({std::move(message), code.span}); }

void add_unknown(Value& unknown, const Value& more) {
  feel::Missing missing = unknown.is_unknown() ? unknown.as_unknown() : feel::Missing{};
  add_missing(missing, more);
  unknown = Value::unknown(std::move(missing));
}

/// What to run over; null or unknown when there is nothing to.
std::expected<feel::run::Domain, Value> domain_of(const Code& code, const Value& in) {
  if (in.is_unknown() || in.null_reason() != nullptr) return std::unexpected(in);
  if (in.is_null()) return std::unexpected(null_at(code, "null cannot be iterated over"));
  if (in.kind() != Kind::Range) return feel::run::Domain::of_items(in);
  auto domain = feel::run::Domain::of_range(in.as_range());
  if (!domain) return std::unexpected(null_at(code, domain.error()));
  return *std::move(domain);
}

Value item_at(const Code& code, const feel::List& items, const Value& place) {
  const auto size = static_cast<std::int64_t>(items.size());
  const auto number = place.as_number().to_int64();
  if (!number || *number == 0 || *number > size || *number < -size) {
    return null_at(code, fmt::format("there is no item {} in a list of {}", to_text(place), size));
  }
  return items[static_cast<std::size_t>(*number > 0 ? *number - 1 : size + *number)];
}

}  // namespace

Value Boxed::eval(const Code& code, const FilterCode& form) {
  Value in = value_of(*form.in);
  if (in.is_unknown() || in.null_reason() != nullptr) return in;
  if (in.is_null()) return null_at(code, "null cannot be filtered");
  if (in.kind() != Kind::List) in = Value::list({in});
  feel::List kept;
  Value unknown;
  for (const Value& item : in.as_list()) {
    frame_[form.item] = item;
    const Value holds = value_of(*form.match);
    if (holds.kind() == Kind::Boolean) {
      if (holds.as_boolean()) kept.push_back(item);
    } else if (holds.is_unknown()) {
      add_unknown(unknown, holds);
    } else if (holds.kind() == Kind::Number) {
      return item_at(*form.match, in.as_list(), holds);
    } else if (!holds.is_null()) {
      return null_at(*form.match,
                     fmt::format("a filter takes a boolean or a number, not {}", name_of(holds.kind())));
    }
    if (state_->spent.steps > state_->host.max_steps) {
      return state_->within_steps({}, code.span);
    }
  }
  return unknown.is_unknown() ? unknown : Value::list(std::move(kept));
}

Value Boxed::eval(const Code& code, const IteratorCode& form) {
  const Value in = value_of(*form.in);
  return form.kind == model::Iterator::Kind::For ? loop(code, form, in) : quantified(code, form, in);
}

Value Boxed::loop(const Code& code, const IteratorCode& form, const Value& in) {
  const auto domain = domain_of(*form.in, in);
  if (!domain) return domain.error();
  feel::List results;
  for (std::uint64_t at = 0; at < domain->size(); ++at) {
    // `partial` copies what has been made so far, which counts.
    if (form.reads_partial) {
      state_->spent.steps += results.size();
      frame_[form.partial] = Value::list(results);
    }
    frame_[form.variable] = domain->at(at);
    results.push_back(value_of(*form.result));
    if (state_->spent.steps > state_->host.max_steps) {
      return state_->within_steps({}, code.span);
    }
  }
  return Value::list(std::move(results));
}

// `some` is a long `or`, `every` a long `and`; what is no truth value at all is a mistake.
Value Boxed::quantified(const Code& code, const IteratorCode& form, const Value& in) {
  const bool decisive = form.kind == model::Iterator::Kind::Some;
  const auto domain = domain_of(*form.in, in);
  if (!domain) return domain.error();
  Value unknown;
  std::optional<Value> nothing;
  for (std::uint64_t at = 0; at < domain->size(); ++at) {
    frame_[form.variable] = domain->at(at);
    const Value holds = value_of(*form.result);
    if (holds.kind() == Kind::Boolean) {
      if (holds.as_boolean() == decisive) return Value::boolean(decisive);
    } else if (holds.is_unknown()) {
      add_unknown(unknown, holds);
    } else if (!holds.is_null()) {
      return null_at(*form.result, fmt::format("`{}` takes booleans, not {}", decisive ? "some" : "every",
                                               name_of(holds.kind())));
    } else if (!nothing) {
      nothing = holds;
    }
    if (state_->spent.steps > state_->host.max_steps) {
      return state_->within_steps({}, code.span);
    }
  }
  if (unknown.is_unknown()) return unknown;
  return nothing ? *std::move(nothing) : Value::boolean(!decisive);
}

}  // namespace qingheng::decision::run

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ranges>

#include "feel/builtins/builtin.hpp"
#include "feel/builtins/internal/call_arguments.hpp"
#include "feel/builtins/internal/misfit.hpp"
#include "feel/builtins/internal/shapes.hpp"

namespace qingheng::feel {

namespace {

constexpr std::size_t kVisitsAtOnce = 256;

// Collects what is unknown in a value, as deep as it goes. Walks without recursion, since values may nest
// deeper than the call stack; and counts steps, since parts may be shared and met very often.
class UnknownSearch {
 public:
  explicit UnknownSearch(FunctionCaller& caller) : caller_(caller) {}

  /// False when there are no more steps to spend.
  bool search(const Value& value, bool inside) {
    if (value.is_unknown()) found(value);
    if (!inside) return true;
    pending_.push_back(&value);
    while (!pending_.empty()) {
      const Value& next = *pending_.back();
      pending_.pop_back();
      if (++visited_ % kVisitsAtOnce == 0 && !caller_.spend(kVisitsAtOnce)) return false;
      open(next);
    }
    return true;
  }

  [[nodiscard]] bool any() const { return any_; }
  [[nodiscard]] Value unknown() { return Value::unknown(std::move(missing_)); }

 private:
  void found(const Value& value) {
    any_ = true;
    add_missing(missing_, value);
  }

  void meet(const Value& part) {
    if (part.is_unknown()) return found(part);
    if (part.kind() >= Kind::List && part.kind() <= Kind::Range) pending_.push_back(&part);
  }

  void open(const Value& value) {
    if (value.kind() == Kind::List) {
      for (const Value& item : value.as_list()) meet(item);
    } else if (value.kind() == Kind::Context) {
      for (const auto& [name, entry] : value.as_context()) meet(entry);
    } else if (value.kind() == Kind::Range) {
      if (value.as_range().low) meet(*value.as_range().low);
      if (value.as_range().high) meet(*value.as_range().high);
    }
  }

  FunctionCaller& caller_;
  std::vector<const Value*> pending_;
  std::size_t visited_ = 0;
  bool any_ = false;
  Missing missing_;
};

// What a function is about to read: the items of lists and the bytes of texts.
std::uint64_t work_of(std::span<const Value> arguments) {
  std::uint64_t work = 0;
  for (const Value& argument : arguments) {
    if (argument.kind() == Kind::List) work += argument.as_list().size();
    if (argument.kind() == Kind::String) work += argument.as_string().size() / 16;
  }
  return work;
}

Value out_of_steps(const CallSite& site) {
  return Value::null({"the evaluation takes too many steps", site.span});
}

Value finish(const Builtin& builtin, const Overload& overload, std::span<const Value> arguments,
             const CallSite& site) {
  const std::uint64_t work = work_of(arguments);
  if (work > 0 && !site.caller.spend(work)) return out_of_steps(site);
  if (builtin.unknowns != Unknowns::Handle) {
    UnknownSearch search(site.caller);
    for (const Value& argument : arguments) {
      if (!search.search(argument, builtin.unknowns == Unknowns::Lift)) return out_of_steps(site);
    }
    if (search.any()) return search.unknown();
  }
  Call call{arguments, site};
  return overload.function(call);
}

bool fits_as_given(const Overload& overload, std::span<const Value> arguments) {
  if (!takes_count(overload, arguments.size())) return false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].is_null() && may_be_null(overload, i)) continue;
    if (!fits(arguments[i], parameter_at(overload, i).shape)) return false;
  }
  return true;
}

std::optional<List> converted(const Overload& overload, std::span<const Value> arguments) {
  if (!takes_count(overload, arguments.size())) return std::nullopt;
  List result;
  result.reserve(arguments.size());
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    auto value = fitting(overload, i, arguments[i]);
    if (!value) return std::nullopt;
    result.push_back(*std::move(value));
  }
  return result;
}

}  // namespace

// An overload that takes the arguments as they stand is meant before one that has to convert them.
Value call_builtin(const Builtin& builtin, std::span<const Value> arguments, const CallSite& site) {
  for (const Overload& overload : builtin.overloads) {
    if (fits_as_given(overload, arguments)) return finish(builtin, overload, arguments, site);
  }
  for (const Overload& overload : builtin.overloads) {
    if (const auto values = converted(overload, arguments)) return finish(builtin, overload, *values, site);
  }
  return misfit(builtin, arguments, site);
}

Value call_builtin(const Builtin& builtin, std::span<const std::string> names,
                   std::span<const Value> arguments, const CallSite& site) {
  std::vector<std::pair<const Overload*, List>> named;
  for (const Overload& overload : builtin.overloads) {
    if (auto in_order = ordered(overload, names, arguments))
      named.emplace_back(&overload, *std::move(in_order));
  }
  // `after(point, range)` and `after(range, point)` have the same names: the order they are written in
  // decides.
  std::ranges::stable_partition(named, [names](const auto& candidate) {
    return std::ranges::equal(names, candidate.first->parameters | std::views::take(names.size()), {}, {},
                              &Parameter::name);
  });
  for (const auto& [overload, in_order] : named) {
    if (fits_as_given(*overload, in_order)) return finish(builtin, *overload, in_order, site);
  }
  for (const auto& [overload, in_order] : named) {
    if (const auto values = converted(*overload, in_order)) return finish(builtin, *overload, *values, site);
  }
  return misfit(builtin, names, arguments, site);
}

}  // namespace qingheng::feel

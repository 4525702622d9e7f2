// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/call_test.cpp
#include "feel/builtins/internal/misfit.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "feel/builtins/internal/call_arguments.hpp"
#include "feel/builtins/internal/shapes.hpp"

namespace qingheng::feel {

namespace {

std::string counted(std::size_t count) { return fmt::format("{} argument{}", count, count == 1 ? "" : "s"); }

std::string wrong_count(const Builtin& builtin, std::size_t given) {
  std::size_t fewest = SIZE_MAX;
  std::size_t most = 0;
  for (const Overload& overload : builtin.overloads) {
    fewest = std::min(fewest, overload.required);
    most = std::max(most, overload.variadic == Variadic::LastRepeats ? SIZE_MAX : overload.parameters.size());
  }
  if (most == SIZE_MAX) return fmt::format("`{}` takes at least {}", builtin.name, counted(fewest));
  if (fewest == most) return fmt::format("`{}` takes {}, not {}", builtin.name, counted(most), given);
  return fmt::format("`{}` takes {} to {}, not {}", builtin.name, fewest, counted(most), given);
}

// The first argument that the overload cannot take; their number when it takes them all.
std::size_t first_misfit(const Overload& overload, std::span<const Value> arguments) {
  std::size_t at = 0;
  while (at < arguments.size() && fitting(overload, at, arguments[at])) ++at;
  return at;
}

std::string what_is_wrong(const Value& value, Shape shape) {
  if (is_list(shape) && value.kind() == Kind::List) {
    const List& items = value.as_list();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!fits(items[i], item_shape(shape))) {
        return fmt::format("{}, but item {} is {}", describe(shape), i + 1, name_of(items[i].kind()));
      }
    }
  }
  return fmt::format("{}, not {}", describe(shape), name_of(value.kind()));
}

// The overload that takes more of the arguments than the others, and the first one that it cannot take.
class Closest {
 public:
  void consider(const Overload& overload, std::span<const Value> arguments) {
    const std::size_t at = first_misfit(overload, arguments);
    if (at == arguments.size() || (overload_ != nullptr && at <= at_)) return;
    overload_ = &overload;
    at_ = at;
    argument_ = arguments[at];
  }

  [[nodiscard]] bool found() const { return overload_ != nullptr; }

  [[nodiscard]] Value null(const Builtin& builtin, const CallSite& site) const {
    if (argument_.null_reason() != nullptr) return argument_;
    const Parameter& parameter = parameter_at(*overload_, at_);
    return Value::null({fmt::format("`{}` takes `{}` as {}", builtin.name, parameter.name,
                                    what_is_wrong(argument_, parameter.shape)),
                        site.span});
  }

 private:
  const Overload* overload_ = nullptr;
  std::size_t at_ = 0;
  Value argument_;
};

}  // namespace

Value misfit(const Builtin& builtin, std::span<const Value> arguments, const CallSite& site) {
  Closest closest;
  for (const Overload& overload : builtin.overloads) {
    if (takes_count(overload, arguments.size())) closest.consider(overload, arguments);
  }
  if (closest.found()) return closest.null(builtin, site);
  return Value::null({wrong_count(builtin, arguments.size()), site.span});
}

Value misfit(const Builtin& builtin, std::span<const std::string> names, std::span<const Value> arguments,
             const CallSite& site) {
  Closest closest;
  for (const Overload& overload : builtin.overloads) {
    if (const auto in_order = ordered(overload, names, arguments)) closest.consider(overload, *in_order);
  }
  if (closest.found()) return closest.null(builtin, site);
  for (const std::string& name : names) {
    const bool known = std::ranges::any_of(builtin.overloads, [&name](const Overload& overload) {
      return std::ranges::find(overload.parameters, std::string_view(name), &Parameter::name) !=
             overload.parameters.end();
    });
    if (!known) {
      return Value::null({fmt::format("`{}` has no parameter `{}`", builtin.name, name), site.span});
    }
  }
  return Value::null(
      {fmt::format("`{}` cannot be called with ({})", builtin.name, fmt::join(names, ", ")), site.span});
}

}  // namespace qingheng::feel

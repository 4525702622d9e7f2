// SPDX-License-Identifier: Apache-2.0
// Functions over lists that call back: DMN 1.5 tables 75 and 79, `list replace` and `sort`.
#include <array>

#include <fmt/format.h>

#include "feel/builtins/families.hpp"
#include "feel/builtins/internal/positions.hpp"

namespace qingheng::feel {

namespace {

// A built-in says itself what it takes.
bool takes_two(const Value& function) {
  const Function& target = function.as_function();
  return target.builtin != nullptr || target.parameters.size() == 2;
}

Value no_two(const Call& call, std::string_view name) {
  return call.null(
      fmt::format("`{}` needs two parameters, not {}", name, call[1].as_function().parameters.size()));
}

Value no_boolean(const Call& call, const Value& answer, std::string_view name) {
  if (answer.null_reason() != nullptr) return answer;
  return call.null(fmt::format("`{}` gives {}, not boolean", name, name_of(answer.kind())));
}

Value replace_at(Call& call) {
  if (auto unknown = unknown_among(call.arguments.first(2))) return *std::move(unknown);
  List items = call[0].as_list();
  const auto index = index_of_position(call[1], items.size());
  if (!index) return outside(call, call[1], items.size());
  items[*index] = call[2];
  return Value::list(std::move(items));
}

// Where it is unknown whether an item matches, the item that takes its place is unknown, and no other.
Value replace_matching(Call& call) {
  if (auto unknown = unknown_among(call.arguments.first(2))) return *std::move(unknown);
  if (!takes_two(call[1])) return no_two(call, "match");
  List items = call[0].as_list();
  for (Value& item : items) {
    Value answer = call.site.caller.call(call[1], std::array{item, call[2]});
    if (answer.is_unknown()) {
      item = std::move(answer);
    } else if (answer.kind() != Kind::Boolean) {
      return no_boolean(call, answer, "match");
    } else if (answer.as_boolean()) {
      item = call[2];
    }
  }
  return Value::list(std::move(items));
}

// A merge sort of its own: `precedes` may contradict itself, which the library's sorts must not meet. Items
// that precede one another in neither direction stay as they stand.
class Sorting {
 public:
  explicit Sorting(Call& call) : call_(call), items_(call[0].as_list()), spare_(items_.size()) {}

  Value run() {
    const std::size_t size = items_.size();
    for (std::size_t width = 1; width < size; width *= 2) {
      for (std::size_t from = 0; from < size && !failure_; from += 2 * width) {
        merge(from, std::min(from + width, size), std::min(from + 2 * width, size));
      }
      if (failure_) return *std::move(failure_);
      std::swap(items_, spare_);
    }
    return open_ ? Value::unknown(std::move(missing_)) : Value::list(std::move(items_));
  }

 private:
  void merge(std::size_t from, std::size_t middle, std::size_t to) {
    std::size_t left = from;
    std::size_t right = middle;
    for (std::size_t at = from; at < to; ++at) {
      const bool take_right = left == middle || (right < to && precedes(items_[right], items_[left]));
      spare_[at] = items_[take_right ? right++ : left++];
    }
  }

  // After an unknown answer the order is lost, and what is asked only tells what else is missing.
  bool precedes(const Value& a, const Value& b) {
    if (failure_) return false;
    if (!call_.site.caller.spend(1)) {
      failure_ = call_.null("the evaluation takes too many steps");
      return false;
    }
    const Value answer = call_.site.caller.call(call_[1], std::array{a, b});
    if (answer.is_unknown()) {
      open_ = true;
      add_missing(missing_, answer);
      return false;
    }
    if (answer.kind() == Kind::Boolean) return answer.as_boolean();
    if (!open_) failure_ = no_boolean(call_, answer, "precedes");
    return false;
  }

  Call& call_;
  List items_;
  List spare_;
  std::optional<Value> failure_;
  Missing missing_;
  bool open_ = false;
};

Value sort(Call& call) {
  if (!takes_two(call[1])) return no_two(call, "precedes");
  return Sorting(call).run();
}

}  // namespace

void add_list_callbacks(std::vector<Builtin>& table) {
  const Parameter list{"list", Shape::List};
  const Parameter new_item{"newItem", Shape::Any};
  table.push_back({"list replace",
                   {{{list, {"position", Shape::Number}, new_item}, 3, Result::JoinedList, replace_at},
                    {{list, {"match", Shape::Function}, new_item}, 3, Result::JoinedList, replace_matching}},
                   Unknowns::Handle});
  table.push_back(
      {"sort", {{{list, {"precedes", Shape::Function}}, 2, Result::SameList, sort}}, Unknowns::LiftOuter});
}

}  // namespace qingheng::feel

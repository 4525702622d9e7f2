// SPDX-License-Identifier: Apache-2.0
#include "feel/run/branches.hpp"

#include <array>

namespace qingheng::feel::run {

namespace {

using plan::Act;
using plan::Step;
using plan::Taken;

/// Stuck: only the plan itself can say.
enum class Truth : std::uint8_t { No, Yes, Stuck };

Truth truth(bool value) { return value ? Truth::Yes : Truth::No; }

template <typename Ordering>
Truth among(std::uint8_t orders, Ordering order) {
  const std::uint8_t found = order < 0    ? plan::kLess
                             : order > 0  ? plan::kGreater
                             : order == 0 ? plan::kEqual
                                          : plan::kUnordered;
  return truth((orders & found) != 0);
}

bool is_equality(std::uint8_t orders) { return orders == plan::kEqual || (orders & plan::kUnordered) != 0; }

/// null differs from every constant that is none, and has no order with it.
Truth other_kind(const Step& step, const Value& value) {
  if (!value.is_null() || !is_equality(step.orders)) return Truth::Stuck;
  return truth(step.orders != plan::kEqual);
}

Truth pair(std::uint8_t orders, const Value& left, const Value& right) {
  if (left.kind() != right.kind()) return Truth::Stuck;
  switch (left.kind()) {
    case Kind::Number:
      return among(orders, left.as_number() <=> right.as_number());
    case Kind::String:
      return among(orders, left.as_string().compare(right.as_string()) <=> 0);
    case Kind::Date:
      return among(orders, left.as_date() <=> right.as_date());
    case Kind::Boolean:
      if (!is_equality(orders)) return Truth::Stuck;
      return truth((left.as_boolean() == right.as_boolean()) == (orders == plan::kEqual));
    default:
      return Truth::Stuck;
  }
}

class Walk {
 public:
  Walk(const plan::Branches& branches, std::span<const Value> inputs, const Value* tested)
      : branches_(branches), inputs_(inputs.data()), tested_(tested) {}

  std::optional<Value> run() {
    const Step* step = &branches_.steps[branches_.root];
    while (step->act < Act::AnswerTrue) {
      if (step->act >= Act::TakeNumber) {
        if (!work(*step)) return std::nullopt;
        step = &branches_.steps[step->yes];
        continue;
      }
      const Truth found = test(*step);
      if (found == Truth::Stuck) return std::nullopt;
      step = &branches_.steps[found == Truth::Yes ? step->yes : step->no];
    }
    return answer(*step);
  }

 private:
  [[nodiscard]] const Value& input(std::uint32_t at) const {
    return at == plan::kTested ? *tested_ : inputs_[at];
  }
  base::Decimal take() { return stack_[--size_]; }

  Truth test(const Step& step) {
    if (step.act > Act::Pair) return test_numbers(step);
    const Value& value = input(step.input);
    switch (step.act) {
      case Act::Number:
        if (value.kind() != Kind::Number) return other_kind(step, value);
        return among(step.orders, value.as_number() <=> step.number);
      case Act::IsTrue:
        return value.kind() == Kind::Boolean ? truth(value.as_boolean()) : Truth::Stuck;
      case Act::IsNull:
        return value.is_unknown() ? Truth::Stuck : truth(value.is_null());
      case Act::Pair:
        return pair(step.orders, value, input(step.at));
      default:
        break;
    }
    const Value& constant = branches_.constants[step.at];
    return value.kind() == constant.kind() ? pair(step.orders, value, constant) : other_kind(step, value);
  }

  Truth test_numbers(const Step& step) {
    switch (step.act) {
      case Act::TextIn: {
        const Value& value = input(step.input);
        if (value.kind() != Kind::String) return value.is_null() ? Truth::No : Truth::Stuck;
        return truth(branches_.sets[step.at].contains(value.as_string()));
      }
      case Act::Top:
        return among(step.orders, take() <=> step.number);
      case Act::TopTwo: {
        const base::Decimal right = take();
        return among(step.orders, take() <=> right);
      }
      default: {
        const base::Decimal divisor = take();
        const auto order = base::Decimal::order_of_quotient(take(), divisor, step.number);
        return order == std::partial_ordering::unordered ? Truth::Stuck : among(step.orders, order);
      }
    }
  }

  /// False when the number is none, or is no number.
  bool work(const Step& step) {
    switch (step.act) {
      case Act::TakeNumber:
        return put(step.taken, step.number);
      case Act::TakeInput: {
        const Value& value = input(step.input);
        return value.kind() == Kind::Number && put(step.taken, value.as_number());
      }
      case Act::TakeTop:
        return put(step.taken, take());
      default:
        stack_[size_ - 1] = -stack_[size_ - 1];
        return true;
    }
  }

  bool put(Taken taken, base::Decimal number) {
    if (taken == Taken::Push) {
      stack_[size_++] = number;
      return true;
    }
    base::Decimal& top = stack_[size_ - 1];
    switch (taken) {
      case Taken::Add:
        top = top + number;
        break;
      case Taken::Subtract:
        top = top - number;
        break;
      case Taken::Multiply:
        top = top * number;
        break;
      case Taken::Divide:
        top = top / number;
        break;
      default:
        top = top.power(number);
        break;
    }
    return top.is_finite();
  }

  std::optional<Value> answer(const Step& step) {
    switch (step.act) {
      case Act::AnswerTrue:
        return Value::boolean(true);
      case Act::AnswerFalse:
        return Value::boolean(false);
      case Act::AnswerConstant:
        return branches_.constants[step.at];
      case Act::AnswerInput:
        return input(step.input);
      default:
        return Value::number(take());
    }
  }

  const plan::Branches& branches_;
  const Value* inputs_;
  const Value* tested_;
  std::uint32_t size_ = 0;
  std::array<base::Decimal, plan::kStack> stack_;
};

}  // namespace

std::optional<Value> follow(const plan::Branches& branches, std::span<const Value> inputs,
                            const Value* tested) {
  if (inputs.size() < branches.inputs || (branches.asks_tested && tested == nullptr)) return std::nullopt;
  return Walk(branches, inputs, tested).run();
}

}  // namespace qingheng::feel::run

// SPDX-License-Identifier: Apache-2.0
// Built from the end: a part of the plan is given the steps that follow it and returns its first step.
// tested by: src/feel/run/branches_test.cpp
#include "feel/plan/branches.hpp"

#include <algorithm>
#include <deque>
#include <ranges>
#include <utility>

#include "feel/temporal.hpp"

namespace qingheng::feel::plan {

namespace {

using syntax::Operator;

constexpr std::size_t kMostSteps = 10'000;
constexpr std::uint32_t kDeepest = kDeepestBranches / 2;
constexpr std::uint32_t kFewTexts = 4;  // fewer are compared one by one

bool is_logic(const Node& node) {
  return node.op == Op::And || node.op == Op::Or || node.op == Op::Compare || node.op == Op::Between ||
         node.op == Op::In || node.op == Op::AnyTest || node.op == Op::CallBuiltin;
}

class Builder {
 public:
  explicit Builder(const Program& program) : program_(program) {
    if (program.tested != kNone) bound_.push_back({program.tested, kTested});
  }

  std::optional<Branches> build() {
    out_.root = answer(program_.root);
    if (failed_ || out_.steps.size() > kMostSteps) return std::nullopt;
    // A node is met once at most, since there are no loops; matching a list counts its items again.
    out_.steps_of_plan = 2 * program_.nodes.size();
    return std::move(out_);
  }

 private:
  using Target = std::uint32_t;
  struct Bound {
    std::uint32_t slot;
    std::uint32_t input;
  };
  struct Level {
    explicit Level(Builder& owner) : builder(owner) {
      if (++builder.depth_ > kDeepest) builder.failed_ = true;
    }
    ~Level() { --builder.depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    Builder& builder;
  };

  const Node& node_at(std::uint32_t index) const { return program_.nodes[index]; }

  Target fail() {
    failed_ = true;
    return 0;
  }

  Target add(Step step) {
    if (out_.steps.size() > kMostSteps) return fail();
    out_.steps.push_back(std::move(step));
    return static_cast<Target>(out_.steps.size() - 1);
  }

  std::uint32_t constant(const Value& value) {
    out_.constants.push_back(value);
    return static_cast<std::uint32_t>(out_.constants.size() - 1);
  }

  /// The value of a constant, or of `date("…")` of one; null pointer for any other node.
  const Value* constant_of(std::uint32_t index) {
    const Node& node = node_at(index);
    if (node.op == Op::Constant) return &program_.constants[node.at];
    if (node.op != Op::CallBuiltin || node.count != 1 || node.extra != 0) return nullptr;
    if (program_.builtins[node.at]->name != "date") return nullptr;
    const Value* text = constant_of(program_.parts(node)[0]);
    if (text == nullptr || text->kind() != Kind::String) return nullptr;
    const auto date = parse_date(text->as_string());
    return date ? &folded_.emplace_back(Value::date(*date)) : nullptr;
  }

  /// The input that the node reads, when it does no more.
  std::optional<std::uint32_t> input_of(std::uint32_t index) {
    const Node& node = node_at(index);
    if (node.op == Op::Input) {
      out_.inputs = std::max(out_.inputs, node.at + 1);
      return node.at;
    }
    return node.op == Op::Local ? input_in_slot(node.at) : std::nullopt;
  }

  std::optional<std::uint32_t> input_in_slot(std::uint32_t slot) {
    const auto found = std::ranges::find(bound_, slot, &Bound::slot);
    if (found == bound_.end()) return std::nullopt;
    if (found->input == kTested) out_.asks_tested = true;
    return found->input;
  }

  // -- the value of the whole ---------------------------------------------------------------------------

  Target answer(std::uint32_t index) {
    const Level level(*this);
    if (failed_) return 0;
    const Node& node = node_at(index);
    if (node.op == Op::If) {
      const auto parts = program_.parts(node);
      const Target otherwise = answer(parts[2]);
      return condition(parts[0], answer(parts[1]), otherwise);
    }
    if (const Value* value = constant_of(index)) {
      return add({.act = Act::AnswerConstant, .at = constant(*value)});
    }
    if (const auto input = input_of(index)) return add({.act = Act::AnswerInput, .input = *input});
    if (is_logic(node)) {
      const Target no = add({.act = Act::AnswerFalse});
      return condition(index, add({.act = Act::AnswerTrue}), no);
    }
    return number(index, Taken::Push, add({.act = Act::AnswerTop}), 0);
  }

  // -- booleans -----------------------------------------------------------------------------------------

  Target condition(std::uint32_t index, Target yes, Target no) {
    const Level level(*this);
    if (failed_) return 0;
    const Node& node = node_at(index);
    const auto parts = program_.parts(node);
    switch (node.op) {
      case Op::And:
      case Op::Or:
        return joined(parts, node.op == Op::And, yes, no);
      case Op::Compare:
        return compare(parts[0], node.operation, parts[1], yes, no);
      case Op::Between:
        return between(parts, yes, no);
      case Op::In:
        return membership(node, yes, no);
      case Op::AnyTest:
        return any_test(node, yes, no);
      case Op::CallBuiltin:
        return negation(node, yes, no);
      case Op::If: {
        const Target then = condition(parts[1], yes, no);
        return condition(parts[0], then, condition(parts[2], yes, no));
      }
      case Op::Constant:
        return truth(program_.constants[node.at], yes, no);
      default:
        break;
    }
    const auto input = input_of(index);
    return input ? add({.act = Act::IsTrue, .input = *input, .yes = yes, .no = no}) : fail();
  }

  Target truth(const Value& value, Target yes, Target no) {
    if (value.kind() != Kind::Boolean) return fail();
    return value.as_boolean() ? yes : no;
  }

  Target joined(std::span<const std::uint32_t> parts, bool all, Target yes, Target no) {
    Target next = all ? yes : no;
    for (const std::uint32_t part : std::views::reverse(parts)) {
      next = all ? condition(part, next, no) : condition(part, yes, next);
    }
    return next;
  }

  Target negation(const Node& node, Target yes, Target no) {
    if (program_.builtins[node.at]->name != "not" || node.count != 1 || node.extra != 0) return fail();
    return condition(program_.parts(node)[0], no, yes);
  }

  Target between(std::span<const std::uint32_t> parts, Target yes, Target no) {
    if (!input_of(parts[0])) return fail();
    const Target below = compare(parts[0], Operator::LessOrEqual, parts[2], yes, no);
    return compare(parts[0], Operator::GreaterOrEqual, parts[1], below, no);
  }

  // -- comparisons --------------------------------------------------------------------------------------

  Target compare(std::uint32_t left, Operator op, std::uint32_t right, Target yes, Target no) {
    if (const auto input = input_of(left)) return compare_input(*input, op, right, yes, no);
    if (const auto input = input_of(right)) {
      if (constant_of(left) != nullptr) return compare_input(*input, turned(op), left, yes, no);
    }
    const Value* limit = constant_of(right);
    if (limit == nullptr || limit->kind() != Kind::Number) {
      const Target test = add({.act = Act::TopTwo, .orders = orders_of(op), .yes = yes, .no = no});
      return number(left, Taken::Push, number(right, Taken::Push, test, below_ + 1), below_);
    }
    Step step{.orders = orders_of(op), .yes = yes, .no = no, .number = limit->as_number()};
    const Node& node = node_at(left);
    if (node.op == Op::Arithmetic && node.count == 2 && program_.operators[node.at] == Operator::Divide) {
      step.act = Act::TopQuotient;
      const auto parts = program_.parts(node);
      const Target divided = number(parts[1], Taken::Push, add(step), below_ + 1);
      return number(parts[0], Taken::Push, divided, below_);
    }
    step.act = Act::Top;
    return number(left, Taken::Push, add(step), below_);
  }

  Target compare_input(std::uint32_t input, Operator op, std::uint32_t right, Target yes, Target no) {
    if (const Value* value = constant_of(right)) return compare_constant(input, op, *value, yes, no);
    const auto other = input_of(right);
    Step step{.act = Act::Pair, .orders = orders_of(op), .input = input, .yes = yes, .no = no};
    if (other && *other != kTested) {
      step.at = *other;
      return add(step);
    }
    step.act = Act::TopTwo;
    const Target rest = number(right, Taken::Push, add(step), below_ + 1);
    return add({.act = Act::TakeInput, .input = input, .yes = rest});
  }

  Target compare_constant(std::uint32_t input, Operator op, const Value& value, Target yes, Target no) {
    Step step{.orders = orders_of(op), .input = input, .yes = yes, .no = no};
    const bool equality = op == Operator::Equal || op == Operator::NotEqual;
    switch (value.kind()) {
      case Kind::Number:
        step.act = Act::Number;
        step.number = value.as_number();
        return add(step);
      case Kind::String:
      case Kind::Date:
        break;
      case Kind::Boolean:
        if (!equality) return fail();
        break;
      case Kind::Null:
        if (!equality || value.null_reason() != nullptr) return fail();
        step.act = Act::IsNull;
        if (op == Operator::NotEqual) std::swap(step.yes, step.no);
        return add(step);
      default:
        return fail();
    }
    step.act = Act::Constant;
    step.at = constant(value);
    return add(step);
  }

  // -- unary tests --------------------------------------------------------------------------------------

  Target membership(const Node& node, Target yes, Target no) {
    const auto parts = program_.parts(node);
    const auto input = input_of(parts[0]);
    if (!input) return fail();
    bound_.push_back({node.at, *input});
    const Target first = any_of(parts.subspan(1), *input, yes, no);
    bound_.pop_back();
    return first;
  }

  Target any_test(const Node& node, Target yes, Target no) {
    const auto input = input_in_slot(node.at);
    if (!input) return fail();
    if (node.extra == 1) std::swap(yes, no);
    return node.count == 0 ? yes : any_of(program_.parts(node), *input, yes, no);
  }

  Target any_of(std::span<const std::uint32_t> tests, std::uint32_t input, Target yes, Target no) {
    std::vector<std::string> texts;
    for (const std::uint32_t test : tests) {
      const Node& node = node_at(test);
      const Value* value = node.op == Op::Matches ? constant_of(program_.parts(node)[0]) : nullptr;
      if (value != nullptr && value->kind() == Kind::String) texts.push_back(value->as_string());
    }
    if (texts.size() == tests.size() && texts.size() >= kFewTexts) return text_in(texts, input, yes, no);
    Target next = no;
    for (const std::uint32_t test : std::views::reverse(tests)) next = unary(test, input, yes, next);
    return next;
  }

  Target text_in(const std::vector<std::string>& texts, std::uint32_t input, Target yes, Target no) {
    out_.sets.emplace_back(texts);
    const auto at = static_cast<std::uint32_t>(out_.sets.size() - 1);
    return add({.act = Act::TextIn, .input = input, .at = at, .yes = yes, .no = no});
  }

  Target unary(std::uint32_t index, std::uint32_t input, Target yes, Target no) {
    const Level level(*this);
    if (failed_) return 0;
    const Node& node = node_at(index);
    const auto parts = program_.parts(node);
    switch (node.op) {
      case Op::Range:
        return range(node, input, yes, no);
      case Op::Test:
        return compare_input(input, node.operation, parts[0], yes, no);
      case Op::AnyTest:
        return any_test(node, yes, no);
      case Op::Matches:
        return matches(node, input, yes, no);
      default:
        return fail();
    }
  }

  Target range(const Node& node, std::uint32_t input, Target yes, Target no) {
    const auto parts = program_.parts(node);
    const Operator low = (node.extra & 1U) != 0 ? Operator::GreaterOrEqual : Operator::Greater;
    const Operator high = (node.extra & 2U) != 0 ? Operator::LessOrEqual : Operator::Less;
    const Target below = parts[1] == kNone ? yes : compare_input(input, high, parts[1], yes, no);
    return parts[0] == kNone ? below : compare_input(input, low, parts[0], below, no);
  }

  Target matches(const Node& node, std::uint32_t input, Target yes, Target no) {
    const std::uint32_t wanted = program_.parts(node)[0];
    if ((node.extra & 1U) != 0) return is_logic(node_at(wanted)) ? condition(wanted, yes, no) : fail();
    const Node& value = node_at(wanted);
    if (const Value* one = constant_of(wanted)) return same(input, *one, yes, no);
    if (value.op != Op::List) return fail();
    std::vector<std::string> texts;
    for (const std::uint32_t part : program_.parts(value)) {
      const Value* item = constant_of(part);
      if (item == nullptr || item->kind() != Kind::String) return fail();
      texts.push_back(item->as_string());
    }
    return text_in(texts, input, yes, no);
  }

  // A boolean in a cell is not always a value to be matched, so it is left to the plan.
  Target same(std::uint32_t input, const Value& value, Target yes, Target no) {
    if (value.kind() == Kind::Boolean) return fail();
    return compare_constant(input, Operator::Equal, value, yes, no);
  }

  // -- numbers ------------------------------------------------------------------------------------------

  /// `below` numbers stand on the stack already; one that is not pushed is combined with the last of them.
  Target number(std::uint32_t index, Taken taken, Target next, std::uint32_t below) {
    const Level level(*this);
    if (failed_ || below + 1 > kStack) return fail();
    const Node& node = node_at(index);
    const auto parts = program_.parts(node);
    if (const Value* value = constant_of(index)) {
      if (value->kind() != Kind::Number) return fail();
      return add({.act = Act::TakeNumber, .taken = taken, .yes = next, .number = value->as_number()});
    }
    if (const auto input = input_of(index)) {
      return add({.act = Act::TakeInput, .taken = taken, .input = *input, .yes = next});
    }
    if (node.op == Op::If) {
      const Target otherwise = number(parts[2], taken, next, below);
      const Target then = number(parts[1], taken, next, below);
      const std::uint32_t outer = std::exchange(below_, below);
      const Target first = condition(parts[0], then, otherwise);
      below_ = outer;
      return first;
    }
    if (node.op != Op::Arithmetic && node.op != Op::Negate) return fail();
    if (taken != Taken::Push) next = add({.act = Act::TakeTop, .taken = taken, .yes = next});
    if (node.op == Op::Negate) {
      return number(parts[0], Taken::Push, add({.act = Act::Negate, .yes = next}), below);
    }
    for (std::size_t part = parts.size() - 1; part > 0; --part) {
      next = number(parts[part], taken_by(program_.operators[node.at + part - 1]), next, below + 1);
    }
    return number(parts[0], Taken::Push, next, below);
  }

  const Program& program_;
  Branches out_;
  std::vector<Bound> bound_;
  std::deque<Value> folded_;
  std::uint32_t depth_ = 0;
  std::uint32_t below_ = 0;  // numbers on the stack where the present condition stands
  bool failed_ = false;
};

}  // namespace

std::optional<Branches> branches_of(const Program& program) { return Builder(program).build(); }

}  // namespace qingheng::feel::plan

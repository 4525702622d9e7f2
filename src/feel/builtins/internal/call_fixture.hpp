// SPDX-License-Identifier: Apache-2.0
// Calls in tests, as an author writes them: `substring("abc", 2)` with literals, lists, contexts, ranges and
// further calls as arguments. The names `missing` and `absent` are facts that nobody has supplied.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "feel/builtins/builtin.hpp"
#include "feel/syntax/parse.hpp"

namespace qingheng::feel {

/// Has no functions to call back, and counts the steps that built-ins spend.
class CallerForTest : public FunctionCaller {
 public:
  Value call(const Value&, std::span<const Value>) override { return Value(); }
  bool spend(std::uint64_t steps) override {
    spent += steps;
    return spent <= limit;
  }
  std::uint64_t spent = 0;
  std::uint64_t limit = 10'000'000;
};

/// The value of a call and of what stands in it.
class CallForTest {
 public:
  Host host;
  CallerForTest caller;
  base::SourceSpan span;

  Value value(const std::string& text) {
    Scope scope;
    scope.declare("missing", Type::any());
    scope.declare("absent", Type::any());
    span = base::whole(base::make_source("call", text));
    const auto tree = syntax::parse(span, scope, Form::Expression);
    if (tree) return value(**tree);
    ADD_FAILURE() << base::render(tree.error().front());
    return {};
  }

 private:
  using Node = syntax::Node;
  using NodeKind = syntax::NodeKind;

  Value value(const Node& node) {
    switch (node.kind) {
      case NodeKind::Literal:
        return node.value;
      case NodeKind::Name:
        return Value::unknown({{node.text}});
      case NodeKind::Negate:
        return Value::number(-value(*node.parts[0]).as_number());
      case NodeKind::List:
        return Value::list(values(node.parts));
      case NodeKind::Context:
        return context(node);
      case NodeKind::Range:
        return Value::range(
            {bound(node.parts[0]), bound(node.parts[1]), node.low_included, node.high_included});
      case NodeKind::Call:
        return call(node);
      default:
        ADD_FAILURE() << "a call in a test holds only literals and calls: " << node.span.text();
        return {};
    }
  }

  std::optional<Value> bound(const syntax::NodePtr& part) {
    return part ? std::optional(value(*part)) : std::nullopt;
  }

  List values(std::span<const syntax::NodePtr> parts) {
    List all;
    for (const auto& part : parts) all.push_back(value(*part));
    return all;
  }

  Value context(const Node& node) {
    Context entries;
    for (std::size_t i = 0; i < node.names.size(); ++i)
      entries.emplace_back(node.names[i], value(*node.parts[i]));
    return Value::context(std::move(entries));
  }

  Value call(const Node& node) {
    const Builtin* builtin = find_builtin(node.parts[0]->text);
    if (builtin == nullptr) {
      ADD_FAILURE() << "no function `" << node.parts[0]->text << "`";
      return {};
    }
    const List arguments = values(std::span(node.parts).subspan(1));
    const CallSite site{host, span, caller};
    if (node.names.empty()) return call_builtin(*builtin, arguments, site);
    return call_builtin(*builtin, node.names, arguments, site);
  }
};

/// The result as text. A null is `null: ` and its reason; an unknown is `unknown: ` and the missing facts.
inline std::string result_text(const Value& value) {
  if (value.is_unknown()) return fmt::format("unknown: {}", fmt::join(value.as_unknown().facts, ", "));
  if (value.null_reason() != nullptr) return "null: " + value.null_reason()->message;
  return to_text(value);
}

/// The result of one call, as text.
inline std::string result(const std::string& text) { return result_text(CallForTest().value(text)); }

struct ExpectedCall {
  const char* text;
  const char* result;
};

inline void expect_calls(std::initializer_list<ExpectedCall> calls) {
  for (const ExpectedCall& one : calls) EXPECT_EQ(result(one.text), one.result) << one.text;
}

/// Each gives null, whatever the reason.
inline void expect_null(std::initializer_list<const char*> calls) {
  for (const char* text : calls)
    EXPECT_TRUE(CallForTest().value(text).is_null()) << text << " = " << result(text);
}

}  // namespace qingheng::feel

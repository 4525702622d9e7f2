// SPDX-License-Identifier: Apache-2.0
// Tree → plan: gives every name its slot, every node its static type and unit, and finds what does not fit.
//
// Findings: F101 unknown name, F102 unknown member, F103 operator, F104 unit, F105 code, F106 condition,
// F107 arguments, F108 not a function, F109 unwanted type, F110 `?`, F111 unknown type, F112 external
// function, F113 nested too deeply, F114 named twice, F115 a date, time or duration that is none.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "feel/expression.hpp"
#include "feel/plan/program.hpp"
#include "feel/syntax/tree.hpp"

namespace qingheng::feel::meaning {

/// A node of the plan with what is known of its value.
struct Typed {
  std::uint32_t node = 0;
  Type type;
  /// Made of literals, or converted by a power of ten: it takes the unit of what it meets.
  bool adapts = false;
};

/// One pass over one tree.
class Checker {
 public:
  Checker(const base::SourceSpan& text, const Scope& scope, const CompileOptions& options);

  /// Checks the whole tree and leaves its plan in `program`; the type of the expression.
  [[nodiscard]] Type check(const syntax::Node& root);
  [[nodiscard]] plan::Program& program() { return program_; }
  [[nodiscard]] base::Diagnostics& findings() { return findings_; }

 private:
  using Syntax = syntax::Node;
  using Operands = std::vector<std::uint32_t>;
  struct Binding {
    std::string name;
    Type type;
    std::uint32_t slot = 0;
    bool adapts = false;
  };
  /// Names that a part of the text brings in; `item` frames stand for the members of the item as well.
  struct Frame {
    std::vector<Binding> bindings;
    std::size_t functions = 0;  // functions that stand around it
    bool item = false;
  };

  [[nodiscard]] Typed expression(const Syntax& node);
  [[nodiscard]] Typed dispatch(const Syntax& node);
  [[nodiscard]] std::uint32_t emit(plan::Op op, const Syntax& node, const Operands& operands,
                                   std::uint32_t at = 0, std::uint32_t extra = 0);
  [[nodiscard]] std::uint32_t text(std::string text);
  void find(std::string code, const base::SourceSpan& span, std::string message, std::string help = {});

  // names.cpp
  [[nodiscard]] Typed name(const Syntax& node);
  [[nodiscard]] Typed bound(const Syntax& node, const Frame& frame, const Binding& binding);
  [[nodiscard]] const Binding* local(const std::string& name, const Frame*& frame) const;
  [[nodiscard]] Typed unknown_name(const Syntax& node, bool may_be_member);
  [[nodiscard]] Typed missing(const Syntax& node, std::string why);
  void capture(const Frame& frame, std::uint32_t slot);
  Frame& open_frame();
  std::uint32_t bind(std::string name, Type type, bool adapts = false);
  void close_frame() { frames_.pop_back(); }
  [[nodiscard]] Type type_of_text(const syntax::TypeText& text);

  // operators.cpp
  [[nodiscard]] Typed binary(const Syntax& node);
  [[nodiscard]] Typed arithmetic(const Typed& first, std::span<const Syntax* const> chain);
  [[nodiscard]] Typed logic(const Typed& first, std::span<const Syntax* const> chain);
  [[nodiscard]] Typed comparison(const Syntax& node, const Typed& left);
  [[nodiscard]] Typed between(const Syntax& node);
  [[nodiscard]] Typed negate(const Syntax& node);
  [[nodiscard]] Typed combined(const Syntax& node, const Typed& left, const Typed& right);
  [[nodiscard]] Typed numbers(const Syntax& node, const Typed& left, const Typed& right);
  void check_pair(const Syntax& node, syntax::Operator op, const Typed& left, const Typed& right,
                  const Syntax* right_syntax, const Syntax* left_syntax);
  bool meet_units(const Syntax& node, const Typed& left, const Typed& right);
  void check_code(const Type& type, const Syntax* literal);
  void check_condition(const Typed& condition, const Syntax& node, std::string_view where);
  [[nodiscard]] bool is_power_of_ten(std::uint32_t node) const;
  [[nodiscard]] bool converts(std::uint32_t node, const std::string& unit) const;

  // membership.cpp
  [[nodiscard]] Typed membership(const Syntax& node);
  [[nodiscard]] Typed unary_tests(const Syntax& node);
  [[nodiscard]] std::uint32_t test(const Syntax& node, const Typed& tested, const Syntax* tested_syntax,
                                   bool cell);
  [[nodiscard]] Typed range(const Syntax& node);

  // structure.cpp
  [[nodiscard]] Typed list(const Syntax& node);
  [[nodiscard]] Typed context(const Syntax& node);
  [[nodiscard]] Typed path(const Syntax& node);
  [[nodiscard]] Typed filter(const Syntax& node);
  [[nodiscard]] Typed choice(const Syntax& node);
  [[nodiscard]] Typed instance_of(const Syntax& node);

  // iteration.cpp
  [[nodiscard]] Typed iterate(const Syntax& node);
  [[nodiscard]] Typed domain(const Syntax& node);

  // calls.cpp
  [[nodiscard]] Typed call(const Syntax& node);
  [[nodiscard]] Typed call_builtin(const Syntax& node, const Builtin& builtin);
  void check_constant(const Syntax& node, const Builtin& builtin, const Operands& operands);
  [[nodiscard]] Typed function(const Syntax& node);
  void check_arguments(const Syntax& node, const Type& function, std::span<const Typed> arguments);

  const Scope& scope_;
  const CompileOptions& options_;
  plan::Program program_;
  base::Diagnostics findings_;
  std::unordered_map<std::string_view, std::size_t> entries_;
  std::vector<Frame> frames_;
  std::vector<std::vector<std::uint32_t>> captures_;  // of the functions that stand around
  std::vector<std::size_t> inputs_;
  std::uint32_t depth_ = 0;
  bool asked_ = false;                // `?` was read since it was last cleared
  bool partial_ = false;              // `partial` was read since it was last cleared
  std::uint32_t self_ = plan::kNone;  // slot of the context entry whose value comes next
};

}  // namespace qingheng::feel::meaning

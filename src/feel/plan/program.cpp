// SPDX-License-Identifier: Apache-2.0
#include "feel/plan/program.hpp"

namespace qingheng::feel::plan {

std::string_view sign(syntax::Operator op) {
  using syntax::Operator;
  switch (op) {
    case Operator::Or:
      return "or";
    case Operator::And:
      return "and";
    case Operator::Equal:
      return "=";
    case Operator::NotEqual:
      return "!=";
    case Operator::Less:
      return "<";
    case Operator::LessOrEqual:
      return "<=";
    case Operator::Greater:
      return ">";
    case Operator::GreaterOrEqual:
      return ">=";
    case Operator::Add:
      return "+";
    case Operator::Subtract:
      return "-";
    case Operator::Multiply:
      return "*";
    case Operator::Divide:
      return "/";
    case Operator::Exponent:
      return "**";
  }
  return "";
}

}  // namespace qingheng::feel::plan

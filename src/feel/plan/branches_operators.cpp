// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/run/branches_test.cpp
#include "feel/plan/branches.hpp"

namespace qingheng::feel::plan {

using syntax::Operator;

std::uint8_t orders_of(Operator op) {
  switch (op) {
    case Operator::Equal:
      return kEqual;
    case Operator::NotEqual:
      return kLess | kGreater | kUnordered;
    case Operator::Less:
      return kLess;
    case Operator::LessOrEqual:
      return kLess | kEqual;
    case Operator::Greater:
      return kGreater;
    default:
      return kEqual | kGreater;
  }
}

Operator turned(Operator op) {
  switch (op) {
    case Operator::Less:
      return Operator::Greater;
    case Operator::LessOrEqual:
      return Operator::GreaterOrEqual;
    case Operator::Greater:
      return Operator::Less;
    case Operator::GreaterOrEqual:
      return Operator::LessOrEqual;
    default:
      return op;
  }
}

Taken taken_by(Operator op) {
  switch (op) {
    case Operator::Add:
      return Taken::Add;
    case Operator::Subtract:
      return Taken::Subtract;
    case Operator::Multiply:
      return Taken::Multiply;
    case Operator::Divide:
      return Taken::Divide;
    default:
      return Taken::Power;
  }
}

}  // namespace qingheng::feel::plan

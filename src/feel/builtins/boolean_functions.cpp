// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/families.hpp"

namespace qingheng::feel {

namespace {

Value negation(Call& call) { return Value::boolean(!call[0].as_boolean()); }

}  // namespace

void add_booleans(std::vector<Builtin>& table) {
  table.push_back({"not", {{{{"negand", Shape::Boolean}}, 1, Result::Boolean, negation}}});
}

}  // namespace qingheng::feel

// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"

namespace qingheng::feel {
namespace {

TEST(NotFunction, NegatesABooleanAlone) {
  expect_calls({{"not(true)", "false"},
                {"not(negand: false)", "true"},
                {"not([true])", "false"},
                {"not(missing)", "unknown: missing"}});
  expect_null({"not(null)", "not(0)", "not(\"true\")", "not(true, false)"});
}

}  // namespace
}  // namespace qingheng::feel

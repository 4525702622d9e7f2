// SPDX-License-Identifier: Apache-2.0
// tested by: src/policy/explain/wording_test.cpp
#include "policy/explain/wording.hpp"
#include "policy/model/lines.hpp"

namespace qingheng::policy {

Text words_of_line(std::string_view line) {
  const AuthorityLine* known = authority_line(line);
  if (known == nullptr) return {std::string(line), std::string(line)};
  return {std::string(known->zh), std::string(known->en)};
}

}  // namespace qingheng::policy

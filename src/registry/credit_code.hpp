// SPDX-License-Identifier: Apache-2.0
// Unified social credit codes (GB 32100-2015) and the organisation codes inside them (GB 11714-1997).
//
//   auto read = read_credit_code("９１４４０３００１９２２０３８２１６");
//   read->code;    // 914403001922038216
//   read->notes;   // written in full-width characters
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qingheng::registry {

/// Why a text is no credit code. Each kind has the position (1 to 18) at which it was seen, 0 for none.
struct CreditCodeError {
  enum class Kind : std::uint8_t { Length, Letter, Division, Check };
  Kind kind = Kind::Length;
  std::uint32_t position = 0;
  std::string message;  // as a diagnostic's
  std::string help;     // the right check digit, or the digit that was meant; empty for none
};

/// A code that is right, in upper-case half-width characters, with what was changed or is odd about it.
struct CreditCode {
  std::string code;
  std::vector<std::string> notes;  // as a diagnostic's messages
};

/// Reads a code of 18 characters; spaces and hyphens around and inside it, full-width and lower-case letters
/// are put right with a note. An organisation code whose own check digit is wrong is only noted: GB 11714 was
/// replaced, and codes issued later need not keep it.
[[nodiscard]] std::expected<CreditCode, CreditCodeError> read_credit_code(std::string_view text);

/// The parts of a code without its check digits.
struct CreditCodeParts {
  char authority = '9';      // 9: market regulation, 1: staffing, 5: civil affairs
  char type = '1';           // 1: enterprise
  std::string_view place;    // six digits: division of the registering authority
  std::string_view subject;  // eight digits or letters: the organisation code without its check digit
};

/// The whole code with both check digits; empty when a part has the wrong length or an illegal character.
[[nodiscard]] std::optional<std::string> build_credit_code(const CreditCodeParts& parts);

/// The 18th character for the first 17 (GB 32100-2015 §5.2); empty when they are not 17 legal ones.
[[nodiscard]] std::optional<char> credit_code_check(std::string_view first17);
/// The 9th character for the first eight of an organisation code (GB 11714-1997 §4); empty when they are not
/// eight digits or capital letters.
[[nodiscard]] std::optional<char> organisation_code_check(std::string_view first8);

}  // namespace qingheng::registry

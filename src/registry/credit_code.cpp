// SPDX-License-Identifier: Apache-2.0
#include "registry/credit_code.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/unicode.hpp"

namespace qingheng::registry {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // without I, O, S, V, Z
constexpr std::array<std::uint32_t, 17> kWeights{1,  3,  9,  27, 19, 26, 16, 17, 20,
                                                 29, 25, 13, 8,  24, 10, 30, 28};  // powers of 3 mod 31
constexpr std::array<std::uint32_t, 8> kOrganisationWeights{3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::size_t kLength = 18;
constexpr std::size_t kPlaceBegin = 2, kPlaceEnd = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digit that a letter outside of the alphabet is easily mistaken for.
std::string_view look_alike(std::string_view letter) {
  if (letter == "O") return "0";
  if (letter == "I") return "1";
  if (letter == "Z") return "2";
  if (letter == "S") return "5";
  return {};
}

/// Text in upper-case half-width characters without spaces and hyphens, and what that changed.
CreditCode normalised(std::string_view text) {
  CreditCode out;
  const std::string half = base::to_half_width(text);
  if (half != text) out.notes.emplace_back("written in full-width characters");
  bool lowered = false;
  bool spaced = false;
  for (const char c : half) {
    if (c == ' ' || c == '\t' || c == '-') {
      spaced = true;
      continue;
    }
    const bool lower = c >= 'a' && c <= 'z';
    lowered = lowered || lower;
    out.code += lower ? static_cast<char>(c - 'a' + 'A') : c;
  }
  if (lowered) out.notes.emplace_back("written in lower case");
  if (spaced) out.notes.emplace_back("written with spaces or hyphens");
  return out;
}

std::expected<void, CreditCodeError> check_characters(const std::u32string& points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::string shown = base::encode_utf8(points.substr(i, 1));
    const auto position = static_cast<std::uint32_t>(i + 1);
    if (shown.size() != 1 || kAlphabet.find(shown) == std::string_view::npos) {
      const std::string_view meant = look_alike(shown);
      return std::unexpected(CreditCodeError{
          CreditCodeError::Kind::Letter, position,
          fmt::format("character {} of a credit code cannot be `{}`", position, shown),
          meant.empty() ? std::string("a credit code has digits and capital letters without I, O, S, V and Z")
                        : fmt::format("perhaps `{}` is meant", meant)});
    }
    if (i >= kPlaceBegin && i < kPlaceEnd && !is_digit(shown.front())) {
      return std::unexpected(CreditCodeError{
          CreditCodeError::Kind::Division, position,
          fmt::format("character {} of a credit code cannot be `{}`", position, shown),
          "characters 3 to 8 are the division code of the registering authority, six digits"});
    }
  }
  return {};
}

}  // namespace

std::optional<char> credit_code_check(std::string_view first17) {
  if (first17.size() != kWeights.size()) return std::nullopt;
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    const std::size_t value = kAlphabet.find(first17[i]);
    if (value == std::string_view::npos) return std::nullopt;
    sum += static_cast<std::uint32_t>(value) * kWeights[i];
  }
  return kAlphabet[(31 - sum % 31) % 31];
}

std::optional<char> organisation_code_check(std::string_view first8) {
  if (first8.size() != kOrganisationWeights.size()) return std::nullopt;
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < kOrganisationWeights.size(); ++i) {
    const char c = first8[i];
    const bool letter = c >= 'A' && c <= 'Z';
    if (!is_digit(c) && !letter) return std::nullopt;
    sum += static_cast<std::uint32_t>(letter ? c - 'A' + 10 : c - '0') * kOrganisationWeights[i];
  }
  const std::uint32_t check = 11 - sum % 11;
  if (check == 10) return 'X';
  return check == 11 ? '0' : static_cast<char>('0' + check);
}

std::expected<CreditCode, CreditCodeError> read_credit_code(std::string_view text) {
  CreditCode read = normalised(text);
  const auto points = base::decode_utf8(read.code);
  const std::size_t length = points ? points->size() : read.code.size();
  if (!points || length != kLength) {
    return std::unexpected(CreditCodeError{CreditCodeError::Kind::Length,
                                           0,
                                           fmt::format("a credit code has 18 characters, not {}", length),
                                           {}});
  }
  if (auto legal = check_characters(*points); !legal) return std::unexpected(legal.error());

  const std::string_view code = read.code;
  const char right = *credit_code_check(code.substr(0, kLength - 1));
  if (code.back() != right) {
    return std::unexpected(CreditCodeError{
        CreditCodeError::Kind::Check, kLength,
        fmt::format("the check digit of the credit code is wrong: it ends in `{}`", code.back()),
        fmt::format("the first 17 characters ask for `{}`; one of the 18 was mistyped", right)});
  }
  const char organisation = *organisation_code_check(code.substr(8, 8));
  if (code[16] != organisation)
    read.notes.push_back(fmt::format(
        "the organisation code inside it ends in `{}` where GB 11714 asks for `{}`", code[16], organisation));
  return read;
}

std::optional<std::string> build_credit_code(const CreditCodeParts& parts) {
  if (parts.place.size() != kPlaceEnd - kPlaceBegin || !std::ranges::all_of(parts.place, is_digit))
    return std::nullopt;
  const auto organisation = organisation_code_check(parts.subject);
  if (!organisation) return std::nullopt;
  std::string code{parts.authority, parts.type};
  code.append(parts.place).append(parts.subject).push_back(*organisation);
  const auto check = credit_code_check(code);
  if (!check) return std::nullopt;
  code.push_back(*check);
  return code;
}

}  // namespace qingheng::registry

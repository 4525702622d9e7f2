// SPDX-License-Identifier: Apache-2.0
// tested by: src/feel/builtins/pattern_functions_test.cpp
#include "feel/builtins/internal/pattern_search.hpp"

#include <fmt/format.h>
#include <unicode/regex.h>

namespace qingheng::feel {

namespace {

// ICU counts 10,000 places to go back to as a tick. A text may take so many, and more when it is long.
constexpr std::int32_t kTicks = 100;
constexpr std::int32_t kLettersATick = 500;
constexpr std::int32_t kMostStack = 1 << 24;  // bytes
constexpr std::uint64_t kStepsOfTick = 10'000;

// What ICU hands back to the function that it calls with every tick.
struct Meter {
  FunctionCaller& caller;
};

UBool tick(const void* meter, std::int32_t /*ticks*/) {
  return static_cast<UBool>(static_cast<const Meter*>(meter)->caller.spend(kStepsOfTick));
}

std::string why_it_stopped(UErrorCode status) {
  if (status == U_REGEX_STOPPED_BY_CALLER) return "the evaluation takes too many steps";
  if (status == U_REGEX_TIME_OUT) return "the pattern takes too long on this text";
  if (status == U_REGEX_STACK_OVERFLOW) return "the pattern takes too much memory on this text";
  return fmt::format("the search failed ({})", u_errorName(status));
}

}  // namespace

struct PatternSearch::Engine {
  Meter meter;
  std::unique_ptr<icu::RegexMatcher> matcher;
  icu::UnicodeString text;
  std::int32_t before = 0;  // where the match before ended
  std::int32_t start = 0;   // of the match
  std::int32_t end = 0;

  [[nodiscard]] std::string slice(std::int32_t from, std::int32_t to) const {
    std::string out;
    text.tempSubStringBetween(from, to).toUTF8String(out);
    return out;
  }
};

PatternSearch::PatternSearch(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
PatternSearch::PatternSearch(PatternSearch&&) noexcept = default;
PatternSearch& PatternSearch::operator=(PatternSearch&&) noexcept = default;
PatternSearch::~PatternSearch() = default;

std::expected<PatternSearch, std::string> PatternSearch::create(std::string_view pattern,
                                                                const PatternFlags& flags,
                                                                FunctionCaller& caller) {
  const auto wrong = [pattern](std::string_view why) {
    return std::unexpected(fmt::format("`{}` is not a pattern: {}", pattern, why));
  };
  const auto rewritten = rewrite_pattern(pattern, flags);
  if (!rewritten) return wrong(rewritten.error());
  if (!caller.spend(rewritten->work)) return std::unexpected(why_it_stopped(U_REGEX_STOPPED_BY_CALLER));
  auto engine = std::make_unique<Engine>(Meter{caller});
  UErrorCode status = U_ZERO_ERROR;
  engine->matcher =
      std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(rewritten->text), 0, status);
  if (U_FAILURE(status)) return wrong(u_errorName(status));
  engine->matcher->setStackLimit(kMostStack, status);
  engine->matcher->setMatchCallback(&tick, &engine->meter, status);
  if (U_FAILURE(status)) return wrong(u_errorName(status));
  return PatternSearch(std::move(engine));
}

void PatternSearch::begin(std::string_view text) {
  engine_->text = icu::UnicodeString::fromUTF8(text);
  engine_->matcher->reset(engine_->text);
  UErrorCode status = U_ZERO_ERROR;
  engine_->matcher->setTimeLimit(kTicks + engine_->text.length() / kLettersATick, status);
  engine_->before = engine_->start = engine_->end = 0;
  failure_.reset();
  if (U_FAILURE(status)) failure_ = why_it_stopped(status);
}

bool PatternSearch::next() {
  if (failure_) return false;
  UErrorCode status = U_ZERO_ERROR;
  const bool found = engine_->matcher->find(status) != 0;
  if (U_FAILURE(status)) failure_ = why_it_stopped(status);
  if (failure_ || !found) return false;
  engine_->before = engine_->end;
  engine_->start = engine_->matcher->start(status);
  engine_->end = engine_->matcher->end(status);
  return true;
}

int PatternSearch::groups() const { return engine_->matcher->groupCount(); }

std::string PatternSearch::group(int number) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t from = engine_->matcher->start(number, status);
  const std::int32_t to = engine_->matcher->end(number, status);
  return U_SUCCESS(status) && from >= 0 ? engine_->slice(from, to) : std::string();
}

std::string PatternSearch::between() const { return engine_->slice(engine_->before, engine_->start); }

std::string PatternSearch::rest() const { return engine_->slice(engine_->end, engine_->text.length()); }

}  // namespace qingheng::feel

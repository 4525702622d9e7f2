// SPDX-License-Identifier: Apache-2.0
// A pattern, a line feed and a text: matching ends within the steps of one evaluation, and `matches`,
// `replace` and `split` agree with each other.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.hpp"
#include "feel/builtins/builtin.hpp"

namespace {

using qingheng::feel::Kind;
using qingheng::feel::Value;

class Caller : public qingheng::feel::FunctionCaller {
 public:
  Value call(const Value&, std::span<const Value>) override { return {}; }
  bool spend(std::uint64_t steps) override {
    left_ -= steps < left_ ? steps : left_;
    return left_ > 0;
  }

 private:
  std::uint64_t left_ = 10'000'000;
};

Value call(std::string_view name, const std::vector<Value>& arguments) {
  const qingheng::feel::Host host;
  const qingheng::base::SourceSpan span;
  Caller caller;
  return call_builtin(*qingheng::feel::find_builtin(name), arguments, {host, span, caller});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  if (!qingheng::base::is_utf8(all)) return 0;
  const std::size_t line = all.find('\n');
  const Value pattern = Value::string(std::string(all.substr(0, line)));
  const std::string text(line == std::string_view::npos ? "" : all.substr(line + 1));
  const Value input = Value::string(text);
  for (const char* flags : {"", "smi", "x"}) {
    const Value matched = call("matches", {input, pattern, Value::string(flags)});
    const Value same = call("replace", {input, pattern, Value::string("$0"), Value::string(flags)});
    if (same.kind() == Kind::String && same.as_string() != text) std::abort();
    const Value marked = call("replace", {input, pattern, Value::string("\n$1"), Value::string(flags)});
    if (marked.kind() != Kind::String || matched.kind() != Kind::Boolean) continue;
    if (!matched.as_boolean() && marked.as_string() != text) std::abort();
  }
  const Value parts = call("split", {input, pattern});
  const Value marked = call("replace", {input, pattern, Value::string("")});
  if (parts.kind() != Kind::List || marked.kind() != Kind::String) return 0;
  std::string joined;
  for (const Value& part : parts.as_list()) joined += part.as_string();
  if (joined != marked.as_string()) std::abort();
  return 0;
}

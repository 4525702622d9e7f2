// SPDX-License-Identifier: Apache-2.0
// Any text, compiled for models and for policies, evaluated and explained: no crash, no end of stack, and
// both give the same value.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "feel/expression.hpp"
#include "feel/trace.hpp"

namespace {

using namespace qingheng;
using feel::Type;
using feel::Value;

/// Units, codes, contexts with aliases, known and unknown inputs.
struct Setting {
  feel::Scope scope;
  std::vector<Value> inputs;

  Setting() {
    Type level = Type::string();
    level.codes = std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"一般", "重大"});
    declare("revenue", Type::number("万元"), Value::number(4500), "营业收入");
    declare("staff", Type::number("人"), Value::unknown({{"staff"}}), "人数");
    declare("level", level, Value::unknown({{"level"}}), "等级");
    declare("opened", Type::date(), Value::date({2019, 9, 12}), "开放日");
    declare("x", Type::any(), Value::list({Value::number(1), Value(), Value::unknown({{"x[3]"}})}), "y");
    declare("accidents",
            Type::list(Type::context({{"level", level, {"等级"}}, {"year", Type::number(), {}}})),
            Value::list({accident(Value::string("重大"), Value::number(2018)),
                         accident(Value::string("一般"), Value::unknown({{"accidents[2].year"}}))}),
            "事故");
    scope.declare_type("tNumbers", Type::list(Type::number()));
  }

 private:
  static Value accident(Value level, Value year) {
    return Value::context({{"level", std::move(level)}, {"year", std::move(year)}});
  }
  void declare(const char* name, Type type, Value value, const char* alias) {
    (void)scope.declare(name, std::move(type), {alias});
    inputs.push_back(std::move(value));
  }
};

std::string shown(const Value& value) {
  if (value.null_reason() != nullptr) return "null: " + value.null_reason()->message;
  return feel::to_text(value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMost = 4096;
  if (size > kMost) return 0;
  static const Setting setting;
  const auto text = base::whole(base::make_source("fuzz", {reinterpret_cast<const char*>(data), size}));
  const feel::Host host{.now = feel::DateAndTime{{2019, 9, 12}, {8, 0, 0, 0, 8 * 3600, {}}},
                        .max_steps = 10'000};
  const Value tested = Value::number(5);
  for (const auto checking : {feel::Checking::Standard, feel::Checking::Strict}) {
    for (const auto form : {feel::Form::Expression, feel::Form::UnaryTests}) {
      const feel::CompileOptions options{.form = form, .checking = checking, .tested = Type::number()};
      const auto compiled = feel::compile(text, setting.scope, options);
      if (!compiled) {
        if (compiled.error().empty()) std::abort();
        for (const base::Diagnostic& finding : compiled.error()) (void)base::render(finding);
        continue;
      }
      const Value* asked = form == feel::Form::UnaryTests ? &tested : nullptr;
      const Value value = feel::evaluate(**compiled, setting.inputs, host, asked);
      const feel::Explanation explained = feel::explain(**compiled, setting.inputs, host, asked);
      if (shown(value) != shown(explained.value)) std::abort();
      for (const feel::Reason& reason : explained.reasons) {
        if (reason.span.begin > reason.span.end || reason.span.end > size) std::abort();
      }
    }
  }
  return 0;
}

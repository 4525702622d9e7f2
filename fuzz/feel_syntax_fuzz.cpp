// SPDX-License-Identifier: Apache-2.0
// Any text: the parser gives a tree or a finding that points into the text, in bounded time and depth.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "feel/syntax/parse.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace qingheng;
  static const feel::Scope scope = [] {
    feel::Scope names;
    names.declare("revenue", feel::Type::number(), {"主营业务收入"});
    names.declare("profit and loss", feel::Type::number());
    names.declare("records",
                  feel::Type::list(feel::Type::context({{"level", feel::Type::string(), {"等级"}}})));
    return names;
  }();
  const auto source = base::make_source("fuzz", std::string(reinterpret_cast<const char*>(data), size));
  for (const auto form : {feel::Form::Expression, feel::Form::UnaryTests}) {
    const auto tree = feel::syntax::parse(base::whole(source), scope, form);
    if (tree) continue;
    if (tree.error().empty()) std::abort();
    for (const auto& finding : tree.error())
      for (const auto& [span, caption] : finding.spans)
        if (span.begin > span.end || span.end > size) std::abort();
  }
  return 0;
}

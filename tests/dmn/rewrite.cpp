// SPDX-License-Identifier: Apache-2.0
// `rewrite FROM TO`: reads a DMN file and writes the model that it holds; exit 1 with the findings when it
// cannot.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "decision/xml/read.hpp"
#include "decision/xml/write.hpp"

int main(int count, char** arguments) {
  using namespace qingheng;
  if (count != 3) return 2;
  std::ifstream in(arguments[1], std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  base::Diagnostics found;
  const auto model = decision::xml::read_model(base::make_source(arguments[1], std::move(text)), found);
  for (const base::Diagnostic& each : found) std::fputs(base::render(each).c_str(), stderr);
  if (!in || !model || base::has_errors(found)) return 1;
  std::ofstream out(arguments[2], std::ios::binary);
  out << decision::xml::write_model(*model);
  return out.flush() ? 0 : 1;
}

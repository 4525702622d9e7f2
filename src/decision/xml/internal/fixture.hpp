// SPDX-License-Identifier: Apache-2.0
// Small files for the tests of the reader and the writer.
#pragma once

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "base/diagnostic.hpp"
#include "decision/xml/read.hpp"

namespace qingheng::decision::xml {

inline std::string in_definitions(const std::string& inside) {
  return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" "
         "namespace=\"urn:m\">" +
         inside + "</definitions>";
}

// The logic stands on line 2.
inline std::string in_decision(const std::string& logic) {
  return in_definitions("\n<decision name=\"Approval\">" + logic + "</decision>");
}

inline std::string rendered(const base::Diagnostics& found) {
  std::string result;
  for (const base::Diagnostic& each : found) result += base::render(each);
  return result;
}

// What reading finds, as the user sees it.
inline std::string findings_of(std::string text) {
  base::Diagnostics found;
  (void)read_model(base::make_source("loan.dmn", std::move(text)), found);
  return rendered(found);
}

// A model in which nothing is found.
inline model::Model read_clean(std::string text) {
  base::Diagnostics found;
  std::optional<model::Model> model = read_model(base::make_source("loan.dmn", std::move(text)), found);
  EXPECT_EQ(rendered(found), "");
  return model ? *std::move(model) : model::Model{};
}

}  // namespace qingheng::decision::xml

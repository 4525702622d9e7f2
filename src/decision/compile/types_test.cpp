// SPDX-License-Identifier: Apache-2.0
#include "decision/run/internal/small_graph.hpp"

namespace qingheng::decision {
namespace {

/// The type of an input data of the named type.
std::string type_of(const std::string& items, const std::string& name, const std::string& other = {}) {
  std::vector<std::string> texts{model_text(
      (other.empty() ? std::string()
                     : "<import name=\"lib\" namespace=\"urn:lib\" "
                       "importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>") +
      items + "<inputData id=\"i\" name=\"i\"><variable name=\"i\" typeRef=\"" + name + "\"/></inputData>" +
      "<decision id=\"d\" name=\"d\"><informationRequirement><requiredInput href=\"#i\"/>"
      "</informationRequirement></decision>")};
  if (!other.empty()) texts.push_back(model_text(other, "lib"));
  auto graph = compiled(texts);
  if (!graph) return lines(graph.error());
  return lines(graph->warnings) + to_text(elements_of(*graph->graph).front().type);
}

std::string item(const std::string& name, const std::string& inside, const std::string& attributes = {}) {
  return "<itemDefinition name=\"" + name + "\" " + attributes + ">" + inside + "</itemDefinition>";
}

TEST(Types, BuiltIn) {
  EXPECT_EQ(type_of("", "number"), "number");
  EXPECT_EQ(type_of("", "feel:string"), "string");
  EXPECT_EQ(type_of("", "dateTime"), "date and time");
  EXPECT_EQ(type_of("", "days and time duration"), "days and time duration");
  EXPECT_EQ(type_of("", "Any"), "Any");
}

TEST(Types, CollectionsAndComponents) {
  const std::string person =
      item("tPerson",
           "<itemComponent name=\"name\"><typeRef>string</typeRef></itemComponent>"
           "<itemComponent name=\"marks\" isCollection=\"true\"><typeRef>number</typeRef></itemComponent>");
  EXPECT_EQ(type_of(person, "tPerson"), "context<name: string, marks: list<number>>");
  EXPECT_EQ(type_of(person + item("tAll", "<typeRef>tPerson</typeRef>", "isCollection=\"true\""), "tAll"),
            "list<context<name: string, marks: list<number>>>");
}

TEST(Types, Functions) {
  EXPECT_EQ(type_of(item("tF",
                         "<functionItem outputTypeRef=\"string\"><parameters name=\"x\" "
                         "typeRef=\"number\"/></functionItem>"),
                    "tF"),
            "function<number> -> string");
}

TEST(Types, OfImportedModels) {
  EXPECT_EQ(type_of("", "lib.tA", item("tA", "<typeRef>date</typeRef>")), "date");
}

TEST(Types, UnknownOnesAreTakenForAny) {
  EXPECT_EQ(type_of(item("tGrade", "<typeRef>string</typeRef>"), "tGrad"),
            "warning[D027]: unknown type `tGrad`, which is taken for any\nAny");
}

TEST(Types, RingsAreRefused) {
  EXPECT_EQ(type_of(item("tA", "<itemComponent name=\"b\"><typeRef>tB</typeRef></itemComponent>") +
                        item("tB", "<typeRef>tA</typeRef>", "isCollection=\"true\""),
                    "tA"),
            "error[D028]: types are made of each other: `tA` → `tB` → `tA`\n");
}

}  // namespace
}  // namespace qingheng::decision

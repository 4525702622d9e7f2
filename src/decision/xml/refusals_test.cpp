// SPDX-License-Identifier: Apache-2.0
// What the reader says of files that are no model, or a wrong one: every finding by its exact text.
#include <string>

#include <gtest/gtest.h>

#include "decision/xml/internal/admission.hpp"
#include "decision/xml/internal/fixture.hpp"

namespace qingheng::decision::xml {
namespace {

std::string first_line(const std::string& findings) { return findings.substr(0, findings.find('\n')); }

std::string repeat(std::string_view piece, std::size_t times) {
  std::string result;
  result.reserve(piece.size() * times);
  for (std::size_t at = 0; at < times; ++at) result += piece;
  return result;
}

TEST(Refusals, Doctype) {
  const std::string laughs =
      "<?xml version=\"1.0\"?>\n"
      "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]>\n"
      "<definitions>&lol2;</definitions>";
  EXPECT_EQ(findings_of(laughs), R"(error[M004]: a DOCTYPE is not accepted
  --> loan.dmn:2:1
   2 | <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>
     | ^^^^^^^^^
  help: remove it with the entities it declares; DMN needs none
)");
  EXPECT_EQ(first_line(findings_of("<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><d/>")),
            "error[M004]: a DOCTYPE is not accepted");
  EXPECT_EQ(read_clean(in_definitions("<!-- <!DOCTYPE x> --><inputData name=\"x\"/>")).inputs.size(), 1U);
  EXPECT_EQ(first_line(findings_of("<!doctype html><d/>")),
            "error[M003]: `<!` begins neither a comment nor a CDATA section");
}

TEST(Refusals, EntitiesThatNobodyCanDeclare) {
  EXPECT_EQ(findings_of(in_definitions("\n<decision name=\"&xxe;\"/>")),
            R"(error[M003]: `&xxe;` means nothing in XML
  --> loan.dmn:2:17
   2 | <decision name="&xxe;"/></definitions>
     |                 ^^^^^
  help: write the character itself, or `&amp;` for `&`
)");
  EXPECT_EQ(findings_of(in_decision("a & b")), R"(error[M003]: `&` begins no reference
  --> loan.dmn:2:29
   2 | <decision name="Approval">a & b</decision></definitions>
     |                             ^
  help: write `&amp;`
)");
  EXPECT_EQ(first_line(findings_of("<a>&#0;</a>")), "error[M003]: `&#0;` means nothing in XML");
  EXPECT_EQ(first_line(findings_of("<a>&#;</a>")), "error[M003]: `&#;` means nothing in XML");
  EXPECT_EQ(first_line(findings_of("<a>&#xD800;</a>")), "error[M003]: `&#xD800;` means nothing in XML");
  EXPECT_EQ(first_line(findings_of("<a>&#1;</a>")), "error[M003]: `&#1;` means nothing in XML");
  EXPECT_EQ(first_line(findings_of("<a>&#x110000;</a>")), "error[M003]: `&#x110000;` means nothing in XML");
}

TEST(Refusals, Depth) {
  const std::string deep = repeat("<a>", kDeepestNesting + 1);
  EXPECT_EQ(first_line(findings_of(deep)), "error[M005]: elements are nested more than 256 deep");
  const std::string hidden = in_definitions(repeat("<x xmlns='urn:x'>", 300) + repeat("</x>", 300));
  EXPECT_EQ(first_line(findings_of(hidden)), "error[M005]: elements are nested more than 256 deep");
  const std::string just = repeat("<a>", kDeepestNesting) + repeat("</a>", kDeepestNesting);
  EXPECT_EQ(first_line(findings_of(just)), "error[M006]: the root is `a`, no DMN model");
}

TEST(Refusals, Attributes) {
  std::string many = "<a";
  for (std::size_t at = 0; at <= kMostAttributes; ++at) many += " b" + std::to_string(at) + "=''";
  EXPECT_EQ(first_line(findings_of(many + "/>")), "error[M005]: an element with more than 256 attributes");
}

TEST(Refusals, Size) {
  EXPECT_EQ(findings_of(std::string(std::size_t{100} * 1024 * 1024, '<')),
            "error[M001]: the file has 104857600 bytes, more than the 20971520 that are read\n"
            "  --> loan.dmn:1:1\n"
            "   1 | \n"
            "     | ^\n"
            "  help: split the model and import its parts\n");
  EXPECT_EQ(first_line(findings_of(std::string(kLargestFile, '\n'))),
            "error[M003]: there is no element in the file");
  EXPECT_EQ(first_line(findings_of("<a>" + repeat("<a/>", 100'000) + "</a>")),
            "error[M006]: the root is `a`, no DMN model");
}

TEST(Refusals, Encodings) {
  EXPECT_EQ(findings_of("<?xml version=\"1.0\" encoding=\"GB2312\"?>\n<a/>"),
            R"(error[M002]: the encoding `GB2312` is not read
  --> loan.dmn:1:31
   1 | <?xml version="1.0" encoding="GB2312"?>
     |                               ^^^^^^
  help: save the file as UTF-8
)");
  EXPECT_EQ(findings_of("<a>\n<b c=\"\xE9\"/></a>").substr(0, 67),
            "error[M002]: this line is not UTF-8\n  --> loan.dmn:2:1\n   2 | <b c=");
}

TEST(Refusals, MarkupThatIsNotWellFormed) {
  EXPECT_EQ(findings_of("<a>\n  <b>\n</a>"), R"(error[M003]: `</a>` stands where `</b>` must
  --> loan.dmn:3:1
   3 | </a>
     | ^^^^
  --> loan.dmn:2:3
   2 |   <b>
     |   ^^ opened here
)");
  const auto first = [](const std::string& text) { return first_line(findings_of(text)); };
  EXPECT_EQ(first(""), "error[M003]: there is no element in the file");
  EXPECT_EQ(first("name: x"), "error[M003]: text outside of the root element");
  EXPECT_EQ(first("<a>"), "error[M003]: `<a>` is never closed");
  EXPECT_EQ(first("</a>"), "error[M003]: `</a>` closes nothing");
  EXPECT_EQ(first("<a/><b/>"), "error[M003]: a second root element, `<b>`");
  EXPECT_EQ(first("<a"), "error[M003]: the tag is never closed");
  EXPECT_EQ(first("<a>< b</a>"), "error[M003]: `<` begins no tag");
  EXPECT_EQ(first("<a b></a>"), "error[M003]: the tag cannot be read from here on");
  EXPECT_EQ(first("<a b=\"1\"c=\"2\"/>"), "error[M003]: the tag cannot be read from here on");
  EXPECT_EQ(first("<a b=1/>"), "error[M003]: the value of `b` does not stand in quotes");
  EXPECT_EQ(first("<a b=\"<\"/>"), "error[M003]: the value of `b` is not closed before the next tag");
  EXPECT_EQ(first("<a b='1' b='2'/>"), "error[M003]: the attribute `b` stands twice");
  EXPECT_EQ(first("<a><!-- </a>"), "error[M003]: the comment is never closed");
  EXPECT_EQ(first("<a><![CDATA[ </a>"), "error[M003]: the CDATA section is never closed");
  EXPECT_EQ(first("<?xml <a/>"), "error[M003]: the processing instruction is never closed");
  EXPECT_EQ(first(std::string("<a>\0</a>", 8)), "error[M003]: a control character has no place in XML");
  EXPECT_EQ(first("<a>\x1B</a>"), "error[M003]: a control character has no place in XML");
}

TEST(Refusals, OtherRoots) {
  EXPECT_EQ(findings_of("<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>"),
            R"(error[M007]: `http://www.omg.org/spec/BPMN/20100524/MODEL` is the namespace of no DMN edition
  --> loan.dmn:1:1
   1 | <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"/>
     | ^^^^^^^^^^^^^^^^^
  help: DMN 1.5 has `https://www.omg.org/spec/DMN/20230324/MODEL/`; 1.1 to 1.5 are read
)");
  EXPECT_EQ(first_line(findings_of("<definitions/>")), "error[M007]: the root is in no namespace");
  EXPECT_EQ(findings_of("<html/>"), R"(error[M006]: the root is `html`, no DMN model
  --> loan.dmn:1:1
   1 | <html/>
     | ^^^^^
  help: the root of a model is `definitions`
)");
}

TEST(Findings, ElementsThatDmnDoesNotKnow) {
  EXPECT_EQ(findings_of(in_decision("<decisonTable/><decisonTable/><rule/>")),
            R"(warning[M008]: DMN knows no element `decisonTable`; it is left out
  --> loan.dmn:2:27 · decision Approval
   2 | <decision name="Approval"><decisonTable/><decisonTable/><rule/></decision></definitions>
     |                           ^^^^^^^^^^^^^
  help: did you mean `decisionTable`?
warning[M008]: `rule` has no place here in `decision` and is left out
  --> loan.dmn:2:57 · decision Approval
   2 | <decision name="Approval"><decisonTable/><decisonTable/><rule/></decision></definitions>
     |                                                         ^^^^^
)");
}

TEST(Findings, NamesThatAreMissing) {
  EXPECT_EQ(findings_of(in_definitions("\n<decision id=\"d\"/>")), R"(error[M009]: `decision` has no `name`
  --> loan.dmn:2:1 · decision ?
   2 | <decision id="d"/></definitions>
     | ^^^^^^^^^
  help: write `name="…"`; expressions refer to it by its name
)");
  const auto first = [](const std::string& text) { return first_line(findings_of(in_definitions(text))); };
  EXPECT_EQ(first("<itemDefinition/>"), "error[M009]: `itemDefinition` has no `name`");
  EXPECT_EQ(first("<itemDefinition name='a'><itemComponent/></itemDefinition>"),
            "error[M009]: `itemComponent` has no `name`");
  EXPECT_EQ(first("<businessKnowledgeModel name='a'><encapsulatedLogic><formalParameter/></encapsulatedLogic>"
                  "</businessKnowledgeModel>"),
            "error[M009]: `formalParameter` has no `name`");
  EXPECT_EQ(first("<import name='a'/>"), "error[M009]: `import` has no `namespace`");
  EXPECT_EQ(
      first(
          "<decision name='a'><informationRequirement><requiredInput/></informationRequirement></decision>"),
      "error[M009]: `requiredInput` refers to nothing");
  EXPECT_EQ(
      first("<decision name='a'><informationRequirement><requiredInput href='x'/></informationRequirement>"
            "</decision>"),
      "warning[M014]: the reference `x` lacks its `#`; it is taken as an id");
  EXPECT_EQ(
      first_line(findings_of("<definitions xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' name='m'/>")),
      "warning[M009]: `definitions` has no `namespace`");
}

TEST(Findings, RowsThatDoNotFitTheirColumns) {
  EXPECT_EQ(findings_of(
                in_decision("<decisionTable><input><inputExpression><text>a</text></inputExpression></input>"
                            "<output/>\n<rule><outputEntry><text>1</text></outputEntry></rule>"
                            "</decisionTable>")),
            R"(error[M010]: the rule has 0 input entries for 1 columns
  --> loan.dmn:3:1 · decision Approval › row 1
   3 | <rule><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision></definitions>
     | ^^^^^
  help: each rule has one for each column, `-` for an input that may be anything
)");
  EXPECT_EQ(findings_of(in_decision("<relation>\n<row/><column name='a'/></relation>")),
            R"(error[M010]: the row has 0 cells for 1 columns
  --> loan.dmn:3:1 · decision Approval › row 1
   3 | <row/><column name='a'/></relation></decision></definitions>
     | ^^^^
)");
}

TEST(Findings, IdsThatStandTwice) {
  EXPECT_EQ(
      findings_of(in_definitions("\n<decision id=\"x\" name=\"a\"/>\n<inputData id=\"x\" name=\"b\"/>")),
      R"(error[M011]: the id `x` stands twice
  --> loan.dmn:3:16 · input data b
   3 | <inputData id="x" name="b"/></definitions>
     |                ^
  --> loan.dmn:2:15 · decision a
   2 | <decision id="x" name="a"/>
     |               ^ first here
  help: give one of the two another id
)");
}

TEST(Findings, ValuesThatDoNotExist) {
  EXPECT_EQ(findings_of(in_decision("<decisionTable hitPolicy=\"UNIQE\"><output/></decisionTable>")),
            R"(error[M012]: DMN knows no `hitPolicy` `UNIQE`
  --> loan.dmn:2:53 · decision Approval
   2 | <decision name="Approval"><decisionTable hitPolicy="UNIQE"><output/></decisionTable></decision></definitions>
     |                                                     ^^^^^
  help: did you mean `UNIQUE`?
)");
  EXPECT_EQ(findings_of(in_decision("\n<decisionTable hitPolicy='X'><output/></decisionTable>")),
            R"(error[M012]: DMN knows no `hitPolicy` `X`
  --> loan.dmn:3:27 · decision Approval
   3 | <decisionTable hitPolicy='X'><output/></decisionTable></decision></definitions>
     |                           ^
  help: write `UNIQUE`, `FIRST`, `ANY`, `PRIORITY`, `RULE ORDER`, `OUTPUT ORDER` or `COLLECT`
)");
  const auto first = [](const std::string& logic) { return first_line(findings_of(in_decision(logic))); };
  EXPECT_EQ(first("<decisionTable aggregation='AVERAGE'><output/></decisionTable>"),
            "error[M012]: DMN knows no `aggregation` `AVERAGE`");
  EXPECT_EQ(first("<functionDefinition kind='R'/>"), "error[M012]: DMN knows no kind of function `R`");
  EXPECT_EQ(first_line(findings_of(in_definitions("<itemDefinition name='a' isCollection='yes'/>"))),
            "error[M012]: `isCollection` is `yes`, neither true nor false");
}

TEST(Findings, PartsThatAreMissing) {
  const auto first = [](const std::string& logic) { return first_line(findings_of(in_decision(logic))); };
  EXPECT_EQ(first("<conditional><then/></conditional>"), "error[M013]: `then` holds no expression");
  EXPECT_EQ(first("<filter/>"), "error[M013]: `filter` has no `in`");
  EXPECT_EQ(first("<for/>"), "error[M009]: `for` has no `iteratorVariable`");
  EXPECT_EQ(first("<every iteratorVariable='x'/>"), "error[M013]: `every` has no `in`");
  EXPECT_EQ(first("<invocation/>"), "error[M013]: the invocation does not say what it calls");
  EXPECT_EQ(first("<invocation><literalExpression/><binding/></invocation>"),
            "error[M013]: the binding names no parameter");
  EXPECT_EQ(first("<context><contextEntry/></context>"),
            "error[M013]: the context entry holds no expression");
  EXPECT_EQ(first("<decisionTable/>"), "error[M013]: the table has no `output`");
  EXPECT_EQ(first("<decisionTable><input/><output/></decisionTable>"),
            "error[M013]: the input has no `inputExpression`");
  EXPECT_EQ(first("<literalExpression><importedValues/></literalExpression>"),
            "error[M013]: an expression kept in another file (`importedValues`) is not read");
}

TEST(Findings, AreNotMoreThanAnyoneReads) {
  const std::string text = in_definitions(repeat("<decision/>", 1000));
  base::Diagnostics found;
  EXPECT_TRUE(read_model(base::make_source("loan.dmn", text), found));
  EXPECT_EQ(found.size(), 200U);
  EXPECT_TRUE(base::has_errors(found));
}

}  // namespace
}  // namespace qingheng::decision::xml

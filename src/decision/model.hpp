// SPDX-License-Identifier: Apache-2.0
// A DMN model as its file says it (DMN 1.5 chapters 6 to 10): names not resolved, nothing checked. A text of
// FEEL is a span whose `text()` is the decoded text; it points into the file where the file holds the very
// same bytes, otherwise into a source of its own that names file and line. `address` of each span says the
// element: `decision Approval › row 3`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "decision/boxed.hpp"

namespace qingheng::decision::model {

/// A reference by `href` (§6.3.13): `model` is the namespace before `#`, empty for the model itself.
struct Reference {
  std::string model;
  std::string id;
  base::SourceSpan span;
};

/// What every element of a requirement graph has.
struct Head {
  std::string id;
  std::string name;
  std::string label;
  std::string description;
  base::SourceSpan span;
};

/// Input data (§6.3.11).
struct InputData {
  Head head;
  Variable variable;
};

/// A decision (§6.3.7) with its requirements; without logic it gives null.
struct Decision {
  Head head;
  Variable variable;
  std::string question;
  std::string allowed_answers;
  std::vector<Reference> required_inputs;
  std::vector<Reference> required_decisions;
  std::vector<Reference> required_knowledge;
  std::vector<Reference> required_authorities;
  ExpressionPtr logic;
};

/// Business knowledge model (§6.3.9): a function of the model.
struct Knowledge {
  Head head;
  Variable variable;
  std::optional<FunctionDefinition> logic;
  std::vector<Reference> required_knowledge;
  std::vector<Reference> required_authorities;
};

/// Decision service (§6.3.10).
struct Service {
  Head head;
  Variable variable;
  std::vector<Reference> outputs;
  std::vector<Reference> encapsulated;
  std::vector<Reference> input_decisions;
  std::vector<Reference> input_data;
};

/// Knowledge source (§6.3.12): the law or paper behind a decision.
struct KnowledgeSource {
  Head head;
  std::string type;
  std::string location;  // URI
  std::vector<Reference> requirements;
};

/// Item definition (§7.3.2), a component of one alike.
struct ItemDefinition {
  std::string name;
  TypeRef type;  // unless it has components or is a function
  bool collection = false;
  std::optional<base::SourceSpan> allowed_values;   // unary tests for a value, or for each item
  std::optional<base::SourceSpan> type_constraint;  // unary tests for the value, a collection as a whole
  std::vector<ItemDefinition> components;
  struct FunctionItem {
    std::vector<Variable> parameters;
    TypeRef result;
  };
  std::optional<FunctionItem> function;
  base::SourceSpan span;
};

/// Import (§6.3.3): its elements are known under `name`, or without a prefix when that is empty.
struct Import {
  std::string name;
  std::string model;     // namespace
  std::string location;  // URI of the file, often missing
  std::string kind;      // `importType`: the DMN namespace, PMML or XSD
  base::SourceSpan span;
};

/// `xmlns:prefix="uri"` of the root, by which DMN 1.1 writes types of other models.
struct Prefix {
  std::string prefix;
  std::string uri;
};

/// Which edition of the standard the file follows, by its namespace.
enum class Edition : std::uint8_t { Dmn11, Dmn12, Dmn13, Dmn14, Dmn15 };

/// One file (§6.3.2).
struct Model {
  std::shared_ptr<const base::SourceText> source;
  Edition edition = Edition::Dmn15;
  std::string id;
  std::string name;
  std::string name_space;
  std::string expression_language;  // empty: FEEL
  std::vector<Prefix> prefixes;
  std::vector<Import> imports;
  std::vector<ItemDefinition> items;
  std::vector<InputData> inputs;
  std::vector<Decision> decisions;
  std::vector<Knowledge> knowledge;
  std::vector<Service> services;
  std::vector<KnowledgeSource> sources;
};

}  // namespace qingheng::decision::model

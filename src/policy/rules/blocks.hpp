// SPDX-License-Identifier: Apache-2.0
// All blocks of a document, read but not checked against each other: what `compile` starts from.
//
//   base::Diagnostics found;
//   const text::Document document = text::read_document(source, found);
//   const DocumentBlocks blocks = read_blocks(document, found);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "policy/rules/common.hpp"
#include "policy/rules/consequences.hpp"
#include "policy/rules/criteria.hpp"
#include "policy/rules/figures.hpp"
#include "policy/rules/filing.hpp"
#include "policy/rules/procedure.hpp"
#include "policy/rules/vocabulary.hpp"
#include "policy/text/document.hpp"

namespace qingheng::policy::rules {

/// `issuer:`, one or several.
struct Issuer {
  Text name;
  Actor body;
};

/// The front matter of a policy document.
struct FrontMatter {
  Spanned id;
  std::string version;
  Text title;
  std::vector<Issuer> issuers;
  std::string number;
  std::optional<base::CivilDate> issued;
  base::CivilDate effective;
  base::SourceSpan effective_span;
  std::optional<base::CivilDate> expires;
  std::vector<std::string> repeals;
  std::vector<Spanned> subjects;  // empty for `subject: none`
  Spanned jurisdiction;
  bool applicants_anywhere = false;
  bool applications_closed = false;
  std::string source_url;
  std::string bulletin;
  std::string section;
  base::SourceSpan span;
};

/// `informative:` and `later:`: why a clause has no other block. `head.id` is empty.
struct Informative {
  Head head;
  Text reason;
};
/// `row` is the row of the requirements that the clause waits for.
struct Later {
  Head head;
  Text reason;
  Spanned row;
};

/// Every block of a document by kind, each kind in the order of the text. Blocks with findings are here too
/// as far as they could be read, so that other blocks may name them.
struct DocumentBlocks {
  std::optional<FrontMatter> front;  // absent: a document of the vocabulary, or one that cannot be read
  std::vector<Informative> informative;
  std::vector<Later> later;
  std::vector<Facts> facts;
  std::vector<Subjects> subjects;
  std::vector<Relations> relations;
  std::vector<Units> units;
  std::vector<Parameter> parameters;
  std::vector<Formula> formulas;
  std::vector<Table> tables;
  std::vector<Material> materials;
  std::vector<Window> windows;
  std::vector<Quota> quotas;
  std::vector<Criterion> criteria;
  std::vector<Eligibility> eligibility;
  std::vector<Procedure> procedures;
  std::vector<Grant> grants;
  std::vector<Duty> duties;
  std::vector<Revocation> revocations;
  std::vector<Sanction> sanctions;
};

/// Reads the front matter and every block. Ids are unique per document when nothing is reported.
[[nodiscard]] DocumentBlocks read_blocks(const text::Document& document, base::Diagnostics& found);

}  // namespace qingheng::policy::rules

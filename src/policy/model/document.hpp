// SPDX-License-Identifier: Apache-2.0
// The document as the law has it: front matter and clauses, with what is said of each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "policy/model/common.hpp"

namespace qingheng::policy {

/// A clause, in the order of the text.
struct Clause {
  std::string address;     // `第五条（七）`; empty for a heading that is no clause, such as a chapter
  std::uint8_t depth = 1;  // of the heading, 1 to 6
  std::string heading;
  std::string text;     // its sense in plain words, paragraphs apart by an empty line
  std::string english;  // the quoted line `EN:`
  /// Index of the clause that this one stands below; its own index for one on top.
  std::size_t parent = 0;
  base::SourceSpan span;  // the heading's line

  enum class Coverage : std::uint8_t {
    Executable,   // a block of its own, definitions among them, or every clause below it is covered
    Informative,  // with a reason
    Later,        // with the row of the requirements that it waits for
    Uncovered,
    Structure,  // a chapter or title: nothing to cover
  };
  Coverage coverage = Coverage::Structure;
  Text reason;      // of Informative and Later
  std::string row;  // of Later
};

/// Who issued a document.
struct Issuer {
  Text name;
  Actor body;
};

/// What the front matter says.
struct FrontMatter {
  std::string id;
  std::string version;
  Text title;
  std::vector<Issuer> issuers;
  std::string number;
  std::optional<base::CivilDate> issued;
  base::CivilDate effective;
  std::optional<base::CivilDate> expires;  // last legal date on which it applies
  std::vector<std::string> repeals;
  std::vector<std::string> subjects;  // kinds; empty for `subject: none`
  std::string jurisdiction;           // GB/T 2260 code; empty: the whole country
  bool applicants_anywhere = false;   // subjects from outside of the jurisdiction may apply too
  bool applications_closed = false;   // it takes none: a notice of a list that has been made
  std::string source_url;
  std::string bulletin;  // issue that carried it, `2019-09`
  std::string section;   // of the bulletin
  base::SourceSpan span;
};

}  // namespace qingheng::policy

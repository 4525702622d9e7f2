// SPDX-License-Identifier: Apache-2.0
// A model → DMN XML.
#pragma once

#include <string>

#include "decision/model.hpp"

namespace qingheng::decision::xml {

/// The model as a file: the same text for the same model, indented, with a diagram (§13) that lays the
/// elements out in layers by what they require. It is of edition 1.3, the one that dmn-js opens, unless the
/// model holds what only later editions can say (boxed conditional, filter and iterators, type constraints):
/// then of 1.5. Ids that the model lacks are made up; types written with a prefix (DMN 1.1) get the name of
/// the import instead.
[[nodiscard]] std::string write_model(const model::Model& model);

}  // namespace qingheng::decision::xml

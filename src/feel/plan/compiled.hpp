// SPDX-License-Identifier: Apache-2.0
// What `compile` hands out.
#pragma once

#include <memory>
#include <optional>

#include "base/diagnostic.hpp"
#include "feel/plan/branches.hpp"
#include "feel/plan/program.hpp"
#include "feel/type.hpp"

namespace qingheng::feel {

/// A plan with the type and the warnings that the meaning stage found. Function values keep the plan alive.
class Compiled {
 public:
  Compiled(std::shared_ptr<const plan::Program> program, Type type, base::Diagnostics warnings)
      : program_(std::move(program)),
        branches_(plan::branches_of(*program_)),
        type_(std::move(type)),
        warnings_(std::move(warnings)) {}

  /// The plan; shared with the closures that an evaluation makes.
  [[nodiscard]] const std::shared_ptr<const plan::Program>& program() const { return program_; }
  /// Its quick form; empty when it has none.
  [[nodiscard]] const std::optional<plan::Branches>& branches() const { return branches_; }
  [[nodiscard]] const Type& type() const { return type_; }
  [[nodiscard]] const base::Diagnostics& warnings() const { return warnings_; }

 private:
  std::shared_ptr<const plan::Program> program_;
  std::optional<plan::Branches> branches_;
  Type type_;
  base::Diagnostics warnings_;
};

}  // namespace qingheng::feel

// SPDX-License-Identifier: Apache-2.0
// What `compile` hands out.
#pragma once

#include <memory>

#include "base/diagnostic.hpp"
#include "feel/plan/program.hpp"
#include "feel/type.hpp"

namespace qingheng::feel {

/// A plan with the type and the warnings that the meaning stage found. Function values keep the plan alive.
class Compiled {
 public:
  Compiled(std::shared_ptr<const plan::Program> program, Type type, base::Diagnostics warnings)
      : program_(std::move(program)), type_(std::move(type)), warnings_(std::move(warnings)) {}

  /// The plan; shared with the closures that an evaluation makes.
  [[nodiscard]] const std::shared_ptr<const plan::Program>& program() const { return program_; }
  [[nodiscard]] const Type& type() const { return type_; }
  [[nodiscard]] const base::Diagnostics& warnings() const { return warnings_; }

 private:
  std::shared_ptr<const plan::Program> program_;
  Type type_;
  base::Diagnostics warnings_;
};

}  // namespace qingheng::feel

// SPDX-License-Identifier: Apache-2.0
#include "cli/dmn_files.hpp"

#include <fstream>

#include <gtest/gtest.h>

namespace qingheng::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of its own with models in it.
class DmnFiles : public testing::Test {
 protected:
  DmnFiles() {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "parts");
  }
  ~DmnFiles() override { fs::remove_all(folder_); }

  void write(const fs::path& name, const std::string& name_space, const std::string& inside) const {
    std::ofstream(folder_ / name)
        << R"(<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace=")"
        << name_space << "\">" << inside << "</definitions>";
  }
  static std::string import(const std::string& name_space, const std::string& location = {}) {
    return "<import name=\"i\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"" +
           name_space + (location.empty() ? "\"/>" : "\" locationURI=\"" + location + "\"/>");
  }
  [[nodiscard]] std::vector<std::string> names(const std::vector<std::string>& imports = {}) const {
    const auto files = read_model_files(folder_ / "main.dmn", imports);
    if (!files) return {files.error()};
    std::vector<std::string> all;
    for (const auto& model : files->models) all.push_back(model->name_space);
    return all;
  }

  fs::path folder_ = fs::temp_directory_path() / "qingheng-dmn-files-test";
};

TEST_F(DmnFiles, FindsImportsByLocationAndByNamespace) {
  write("main.dmn", "urn:main", import("urn:a", "parts/a.dmn") + import("urn:b"));
  write("parts/a.dmn", "urn:a", import("urn:c"));
  write("parts/c.dmn", "urn:c", "");
  write("z.dmn", "urn:b", import("urn:main"));
  write("y.dmn", "urn:other", "");
  EXPECT_EQ(names(), (std::vector<std::string>{"urn:main", "urn:a", "urn:b", "urn:c"}));
}

TEST_F(DmnFiles, PrefersWhatTheCallerNames) {
  write("main.dmn", "urn:main", import("urn:a", "a.dmn"));
  write("a.dmn", "urn:a", import("urn:nowhere"));
  write("parts/other.dmn", "urn:a", "");
  EXPECT_EQ(names({(folder_ / "parts/other.dmn").string()}), (std::vector<std::string>{"urn:main", "urn:a"}));
  const auto files =
      read_model_files(folder_ / "main.dmn", std::vector{(folder_ / "parts/other.dmn").string()});
  ASSERT_TRUE(files);
  EXPECT_EQ(fs::path(files->models[1]->source->name).filename(), "other.dmn");
}

TEST_F(DmnFiles, LeavesAnImportThatIsNowhere) {
  write("main.dmn", "urn:main", import("urn:a", "a.dmn"));
  EXPECT_EQ(names(), std::vector<std::string>{"urn:main"});
}

TEST_F(DmnFiles, SaysNothingOfFilesThatAreNotImported) {
  write("main.dmn", "urn:main", import("urn:a"));
  write("wrong.dmn", "urn:x", "</oops>");
  const auto files = read_model_files(folder_ / "main.dmn", {});
  ASSERT_TRUE(files);
  EXPECT_TRUE(files->found.empty());
}

TEST_F(DmnFiles, RefusesAFileThatIsNotThere) {
  EXPECT_EQ(names(), std::vector<std::string>{(folder_ / "main.dmn").string() + ": no such file"});
  write("main.dmn", "urn:main", "</oops>");
  EXPECT_TRUE(names().front().starts_with("error[M")) << names().front();
}

}  // namespace
}  // namespace qingheng::cli

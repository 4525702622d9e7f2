// SPDX-License-Identifier: Apache-2.0
#include "feel/builtins/internal/call_fixture.hpp"

namespace qingheng::feel {
namespace {

TEST(GetValue, TakesAName) {
  expect_calls({{R"(get value({a: "foo"}, "a"))", "\"foo\""},
                {R"(get value(key: "a b", m: {"a b": 1}))", "1"},
                {R"(get value({a: null}, "a"))", "null"},
                {R"(get value({a: 1}, "b"))", "null: the context has no entry `b`"}});
  expect_null({R"(get value({a: "foo"}, 123))", R"(get value({a: {b: 1}}, ["a", "b"]))",
               R"(get value({a: "foo"}, "a", "bar"))", R"(get value({a: "foo"}, null))",
               "get value(null, null)", R"(get value(k: "a", m: {a: 1}))"});
}

TEST(GetValue, KeepsWhatIsUnknownWhereItIs) {
  expect_calls({{R"(get value({a: missing, b: 2}, "b"))", "2"},
                {R"(get value({a: missing, b: 2}, "a"))", "unknown: missing"},
                {R"(get value(missing, "a"))", "unknown: missing"},
                {R"(get value({a: 1}, missing))", "unknown: missing"}});
}

TEST(GetEntries, ListsKeysAndValues) {
  expect_calls(
      {{R"(get entries({a: "foo", b: [1]}))", R"([{key: "a", value: "foo"}, {key: "b", value: [1]}])"},
       {"get entries(m: {})", "[]"},
       {"get entries({a: missing})", "[{key: \"a\", value: unknown}]"}});
  expect_null(
      {"get entries(null)", "get entries(123)", "get entries([1, 2])", "get entries({a: 1}, {b: 2})"});
}

TEST(ContextFunction, MakesAContextOfEntries) {
  expect_calls({{R"(context([{key: "b", value: 1}, {value: null, key: "a", more: 2}]))", "{b: 1, a: null}"},
                {R"(context(entries: {key: "a", value: 1}))", "{a: 1}"},
                {"context([])", "{}"},
                {R"(context([{key: "a", value: missing}]))", "{a: unknown}"},
                {R"(context([{key: missing, value: 1}]))", "unknown: missing"},
                {R"(context([missing]))", "unknown: missing"},
                {R"(context([{key: "b", value: 1}, {key: "a", value: 2}, {key: "b", value: 3}]))",
                 "null: the key `b` stands twice"},
                {R"(context([{key: "a"}]))", "null: an entry has no `value`"},
                {R"(context([{value: 1}]))", "null: an entry has no `key`"},
                {R"(context([{key: 1, value: 1}]))", "null: a key is a string, not number"}});
  expect_null({"context()", "context([1])", R"(context(entris: {key: "a", value: 1}))"});
}

TEST(ContextPut, ReplacesInPlaceOrAppends) {
  expect_calls(
      {{R"(context put({}, "", 1))", R"({"": 1})"},
       {R"(context put({a: 1, b: 2, c: 3}, "b", null))", "{a: 1, b: null, c: 3}"},
       {R"(context put(context: {a: 1}, key: "b", value: 2))", "{a: 1, b: 2}"},
       {R"(context put({x: 1, y: {a: 0}, z: 3}, ["y", "a"], 2))", "{x: 1, y: {a: 2}, z: 3}"},
       {R"(context put(context: {y: {a: 0}}, keys: ["y", "b"], value: 2))", "{y: {a: 0, b: 2}}"},
       {R"(context put({y: {a: {b: {c: 1}}}}, ["y", "a", "b", "c"], 2))", "{y: {a: {b: {c: 2}}}}"},
       {R"(context put({y: {a: 0}}, ["y", "a", "b"], 2))", "null: the entry `a` is number, not a context"},
       {R"(context put({y: 1}, ["x", "a"], 2))", "null: the context has no entry `x`"},
       {R"(context put({}, [], 2))", "null: the list of keys is empty"},
       {R"(context put({y: {a: 0}}, ["y", null], 2))", "null: a key is a string, not null"}});
  expect_null({"context put({}, null, 1)", "context put(null, \"a\", 1)", "context put({}, \"a\")",
               "context put([], \"a\", 1)", R"(context put(context: {y: {}}, key: ["y", "a"], value: 2))"});
}

TEST(ContextPut, TakesAnUnknownValueAsTheEntry) {
  expect_calls({{R"(context put({a: absent}, "b", missing))", "{a: unknown, b: unknown}"},
                {R"(context put({a: {}}, ["a", "b"], missing))", "{a: {b: unknown}}"},
                {R"(context put(missing, "b", 1))", "unknown: missing"},
                {R"(context put({}, missing, 1))", "unknown: missing"},
                {R"(context put({a: missing}, ["a", "b"], 1))", "unknown: missing"},
                {R"(context put({}, ["a", missing], 1))", "unknown: missing"}});
}

TEST(ContextMerge, LetsTheLaterWin) {
  expect_calls({{"context merge([{a: 1, b: 2}, {b: 3, c: 4}])", "{a: 1, b: 3, c: 4}"},
                {"context merge(contexts: {a: {b: 1}})", "{a: {b: 1}}"},
                {"context merge([{a: missing}, {b: 1}])", "{a: unknown, b: 1}"},
                {"context merge([{a: 1}, missing])", "unknown: missing"},
                {"context merge([])", "{}"}});
  expect_null({"context merge()", "context merge([], \"foo\")", "context merge([{a: 1}, 2])"});
}

}  // namespace
}  // namespace qingheng::feel

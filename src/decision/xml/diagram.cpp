// SPDX-License-Identifier: Apache-2.0
// A diagram of the requirement graph: what is required stands below what requires it.
// tested by: src/decision/xml/write_test.cpp
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decision/xml/internal/writing.hpp"

namespace qingheng::decision::xml {
namespace {

struct Size {
  long width;
  long height;
};
// The sizes that dmn-js gives new elements.
constexpr auto kSizes = std::to_array<std::pair<std::string_view, Size>>({
    {"inputData", {125, 45}},
    {"decision", {180, 80}},
    {"businessKnowledgeModel", {135, 46}},
    {"knowledgeSource", {100, 63}},
    {"decisionService", {180, 80}},
});
constexpr long kMargin = 60;
constexpr long kColumn = 220;
constexpr long kLayer = 160;

struct Edge {
  std::string id;
  std::string_view from;  // id of what is required
};
struct Shape {
  std::string_view id;
  std::string_view kind;
  Size size{};
  std::vector<Edge> edges;
  std::size_t layer = 0;
  long x = 0;
  long y = 0;
};

// `#id` of this model; references to others have no shape.
std::string_view local_target(pugi::xml_node target) {
  const std::string_view href = target.attribute("href").value();
  return href.starts_with('#') ? href.substr(1) : std::string_view{};
}

std::vector<Edge> edges_of(pugi::xml_node element) {
  std::vector<Edge> edges;
  for (const pugi::xml_node child : element.children()) {
    if (!std::string_view(child.name()).ends_with("Requirement")) continue;
    if (const std::string_view from = local_target(child.first_child()); !from.empty())
      edges.push_back({child.attribute("id").value(), from});
  }
  return edges;
}

std::vector<Shape> shapes_of(pugi::xml_node root) {
  std::vector<Shape> shapes;
  for (const pugi::xml_node child : root.children()) {
    const auto* const size =
        std::ranges::find(kSizes, std::string_view(child.name()), &std::pair<std::string_view, Size>::first);
    if (size != kSizes.end())
      shapes.push_back({.id = child.attribute("id").value(),
                        .kind = size->first,
                        .size = size->second,
                        .edges = edges_of(child)});
  }
  return shapes;
}

using Index = std::map<std::string_view, std::size_t, std::less<>>;

// One above the highest that it requires. A ring, which no valid model has, ends after as many rounds as
// there are shapes in a chain without one.
void find_layers(std::vector<Shape>& shapes, const Index& index) {
  bool is_changed = true;
  for (std::size_t round = 0; is_changed && round < shapes.size(); ++round) {
    is_changed = false;
    for (Shape& each : shapes) {
      for (const Edge& edge : each.edges) {
        const auto from = index.find(edge.from);
        if (from == index.end() || shapes[from->second].layer < each.layer) continue;
        const std::size_t above = shapes[from->second].layer + 1;
        if (above >= shapes.size()) continue;
        each.layer = above;
        is_changed = true;
      }
    }
  }
}

void place_shapes(std::vector<Shape>& shapes) {
  std::size_t highest = 0;
  for (const Shape& each : shapes) highest = std::max(highest, each.layer);
  // Services stand apart, above everything.
  for (Shape& each : shapes)
    if (each.kind == "decisionService") each.layer = highest + 1;
  for (const Shape& each : shapes) highest = std::max(highest, each.layer);
  std::vector<long> filled(highest + 1, 0);
  for (Shape& each : shapes) {
    each.x = kMargin + kColumn * filled[each.layer]++;
    each.y = kMargin + kLayer * static_cast<long>(highest - each.layer);
  }
}

void write_point(pugi::xml_node edge, long x, long y) {
  pugi::xml_node point = edge.append_child("di:waypoint");
  point.append_attribute("x").set_value(x);
  point.append_attribute("y").set_value(y);
}

void write_shape(Writing& writing, pugi::xml_node diagram, const Shape& shape) {
  pugi::xml_node node = diagram.append_child("dmndi:DMNShape");
  set(node, "id", writing.ids.given({}, "shape"));
  set(node, "dmnElementRef", std::string(shape.id));
  if (shape.kind == "decisionService") set(node, "isCollapsed", "true");
  pugi::xml_node bounds = node.append_child("dc:Bounds");
  bounds.append_attribute("height").set_value(shape.size.height);
  bounds.append_attribute("width").set_value(shape.size.width);
  bounds.append_attribute("x").set_value(shape.x);
  bounds.append_attribute("y").set_value(shape.y);
}

void write_edges(Writing& writing, pugi::xml_node diagram, const Shape& shape,
                 const std::vector<Shape>& shapes, const Index& index) {
  for (const Edge& edge : shape.edges) {
    const auto from = index.find(edge.from);
    if (from == index.end()) continue;
    const Shape& below = shapes[from->second];
    pugi::xml_node node = diagram.append_child("dmndi:DMNEdge");
    set(node, "id", writing.ids.given({}, "edge"));
    set(node, "dmnElementRef", edge.id);
    write_point(node, below.x + below.size.width / 2, below.y);
    write_point(node, shape.x + shape.size.width / 2, shape.y + shape.size.height);
  }
}

}  // namespace

void write_diagram(Writing& writing, pugi::xml_node root) {
  std::vector<Shape> shapes = shapes_of(root);
  if (shapes.empty()) return;
  Index index;
  for (std::size_t at = 0; at < shapes.size(); ++at) index.try_emplace(shapes[at].id, at);
  find_layers(shapes, index);
  place_shapes(shapes);
  pugi::xml_node diagram = root.append_child("dmndi:DMNDI").append_child("dmndi:DMNDiagram");
  set(diagram, "id", writing.ids.given({}, "diagram"));
  for (const Shape& each : shapes) write_shape(writing, diagram, each);
  for (const Shape& each : shapes) write_edges(writing, diagram, each, shapes, index);
}

}  // namespace qingheng::decision::xml

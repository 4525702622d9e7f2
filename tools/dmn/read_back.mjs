// SPDX-License-Identifier: Apache-2.0
// What dmn-moddle, the reader inside of dmn-js, finds in a DMN file: its warnings, every element of the graph, and the
// cells of every table, as JSON. `npm ci && node read_back.mjs FILE.dmn` in this folder; exit 1 when it cannot read it.
import { readFile } from 'node:fs/promises';
import readerOf from 'dmn-moddle';

const text = (element) => element?.text ?? '';

function table(logic) {
  return {
    hitPolicy: logic.hitPolicy,
    aggregation: logic.aggregation ?? null,
    inputs: (logic.input ?? []).map((each) => ({
      label: each.label ?? '',
      expression: text(each.inputExpression),
      type: each.inputExpression?.typeRef ?? '',
      values: text(each.inputValues),
    })),
    outputs: (logic.output ?? []).map((each) => ({
      name: each.name ?? '',
      type: each.typeRef ?? '',
      values: text(each.outputValues),
      fallback: text(each.defaultOutputEntry),
    })),
    rules: (logic.rule ?? []).map((each) => ({
      tests: (each.inputEntry ?? []).map(text),
      outputs: (each.outputEntry ?? []).map(text),
      annotation: each.description ?? '',
    })),
  };
}

function logicOf(logic) {
  if (!logic) return null;
  const kind = logic.$type.replace('dmn:', '');
  if (kind === 'DecisionTable') return { kind, ...table(logic) };
  if (kind === 'LiteralExpression') return { kind, text: text(logic) };
  return { kind };
}

function required(element) {
  const targets = ['requiredInput', 'requiredDecision', 'requiredKnowledge', 'requiredAuthority'];
  const requirements = [element.informationRequirement, element.knowledgeRequirement, element.authorityRequirement];
  return requirements.flatMap((each) => each ?? [])
    .flatMap((each) => targets.flatMap((target) => (each[target] ? [each[target].href] : [])));
}

function summary(definitions) {
  const diagrams = definitions.dmnDI?.diagrams ?? [];
  const drawn = diagrams.flatMap((each) => each.diagramElements ?? []);
  return {
    name: definitions.name,
    namespace: definitions.namespace,
    types: (definitions.itemDefinition ?? []).map((each) => each.name),
    elements: (definitions.drgElement ?? []).map((each) => ({
      kind: each.$type.replace('dmn:', ''),
      id: each.id,
      name: each.name,
      type: each.variable?.typeRef ?? '',
      required: required(each),
      logic: logicOf(each.decisionLogic ?? each.encapsulatedLogic?.body),
    })),
    shapes: drawn.filter((each) => each.$type === 'dmndi:DMNShape').map((each) => each.dmnElementRef?.id ?? null),
    edges: drawn.filter((each) => each.$type === 'dmndi:DMNEdge')
      .map((each) => ({ of: each.dmnElementRef?.id ?? null, points: each.waypoint?.length ?? 0 })),
  };
}

const [, , file] = process.argv;
try {
  const { rootElement, warnings } = await readerOf().fromXML(await readFile(file, 'utf8'), 'dmn:Definitions');
  console.log(JSON.stringify({ warnings: warnings.map((each) => each.message), ...summary(rootElement) }, null, 1));
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}

// SPDX-License-Identifier: Apache-2.0
// Runs the evaluation workload on zen-engine and feelin. `node run.mjs ROWS.ndjson [ENGINE] [REPEATS]` prints one JSON
// object: rows a second of processor time per part (medians), microseconds from the source to the first row, and a digest
// of the results, which must equal Qingheng's.
// Processor time is that of all threads, so that other work on the machine does not count against an engine.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { largeCities } from "./rows.mjs";

const workload = JSON.parse(readFileSync(new URL("../workload.json", import.meta.url)));
const [file, engineName = "zen", repeatText = "5"] = process.argv.slice(2);
const repeats = Number(repeatText);
const coldRuns = 25;
const data = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const cities = largeCities.map((code) => `"${code}"`).join(", ");
const text = (source) => source.replace("$CITIES", cities);

/** `T`, `F` or `?` for each criterion, the table's number, the total and the grade: one line a row. */
const line = (verdicts, inspections, total, grade) =>
  `${verdicts.map((v) => (v === true ? "T" : v === false ? "F" : "?")).join("")} ${inspections} ${Number(total.toFixed(9))} ${grade}`;

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** zen: one expression that maps over all rows in one call, which is its fastest form. */
async function zen() {
  const { ZenEngine } = await import("@gorules/zen-engine");
  const engine = new ZenEngine();
  const fields = Object.keys(data[0]);
  const ofRow = (source) => source.replace(new RegExp(`\\b(${fields.join("|")})\\b(?=[^"]*(?:"[^"]*"[^"]*)*$)`, "g"), "#.$1");
  const decide = (value) => engine.createDecision({
    nodes: [
      { id: "in", name: "in", type: "inputNode", content: {} },
      { id: "work", name: "work", type: "expressionNode", content: { expressions: [{ id: "x", key: "rows", value }] } },
      { id: "out", name: "out", type: "outputNode", content: {} },
    ],
    edges: [
      { id: "e1", type: "edge", sourceId: "in", targetId: "work" },
      { id: "e2", type: "edge", sourceId: "work", targetId: "out" },
    ],
  });
  const test = (field, cell) => (cell.startsWith('"') ? `${field} == ${cell}` : `${field} ${cell}`);
  const condition = (row) => workload.table.inputs
    .map((field, k) => (row[k] === "-" ? null : test(field, row[k]))).filter(Boolean).join(" and ");
  const table = workload.table.rows.reduceRight((rest, row) => `(${condition(row)} ? ${row[4]} : ${rest})`, "null");
  const parts = {
    A: `[${workload.criteria.map((c) => text(c.zen)).join(", ")}]`,
    B: table,
    C: workload.score.terms.map((t) => `(${t.zen})`).join(" + "),
  };
  parts["A+B+C"] = `[${parts.A}, ${parts.B}, ${parts.C}]`;
  const compile = (part) => decide(`map(rows, ${ofRow(parts[part])})`);
  const decisions = Object.fromEntries(Object.keys(parts).map((part) => [part, compile(part)]));
  // Only the fields that a part reads go over, a few hundred rows a call: measured as the fastest way in.
  const batches = Object.fromEntries(Object.entries(parts).map(([part, source]) => {
    const used = fields.filter((field) => new RegExp(`\\b${field}\\b`).test(source));
    const slim = data.map((row) => Object.fromEntries(used.map((field) => [field, row[field]])));
    return [part, Array.from({ length: Math.ceil(slim.length / 250) }, (_, i) => slim.slice(i * 250, (i + 1) * 250))];
  }));
  const grade = (total) => (total >= 60 ? "A" : total >= 48 ? "B" : total >= 36 ? "C" : "D");
  const run = async (part) => {
    const rows = [];
    for (const batch of batches[part]) rows.push(...(await decisions[part].evaluate({ rows: batch })).result.rows);
    if (part === "A+B+C") return rows;
    if (part === "A") return rows.map((row) => Object.fromEntries(workload.criteria.map((c, i) => [c.name, row[i]])));
    if (part === "B") return rows.map((inspections) => ({ inspections }));
    return rows.map((total) => ({ total, grade: grade(total) }));
  };
  const first = (part) => compile(part).evaluate({ rows: batches[part][0].slice(0, 1) });
  return { run, first };
}

/** feelin: its public call for each row and expression. */
async function feelin() {
  const { evaluate, unaryTest } = await import("feelin");
  const value = (result) => (result && typeof result === "object" && "value" in result ? result.value : result);
  const contexts = data.map((row) => ({ ...row, permit_expiry: undefined, permit_text: row.permit_expiry }));
  const criteria = workload.criteria.map((c) =>
    text(c.feel).replace("permit_expiry", "date(permit_text)"));
  const each = (part, context) => {
    if (part === "A") {
      return Object.fromEntries(workload.criteria.map((c, i) => [c.name, value(evaluate(criteria[i], context))]));
    }
    if (part === "B") {
      const hit = workload.table.rows.find((row) => workload.table.inputs.every(
        (field, k) => row[k] === "-" || value(unaryTest(row[k], { ...context, "?": context[field] }))));
      return { inspections: hit[4] };
    }
    const total = value(evaluate(workload.score.terms.map((t) => `(${t.feel})`).join(" + "), context));
    return { total, grade: value(evaluate(workload.score.feelGrade, { total })) };
  };
  const run = async (part) => contexts.map((context) => (part === "A+B+C"
    ? ["A", "B", "C"].map((one) => each(one, context)) : each(part, context)));
  // It keeps nothing of an expression from one call to the next, so that each row is a first one.
  const first = async (part) => (part === "A+B+C"
    ? ["A", "B", "C"].map((one) => each(one, contexts[0])) : each(part, contexts[0]));
  return { run, first };
}

const processorSeconds = async (work) => {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

const { run, first } = await { zen, feelin }[engineName]();
const speeds = {};
const cold = {};
const results = {};
for (const part of ["A", "B", "C", "A+B+C"]) {
  results[part] = await run(part);
  const times = [];
  for (let i = 0; i < repeats; ++i) times.push(await processorSeconds(() => run(part)));
  speeds[part] = data.length / median(times);
  const firsts = [];
  for (let i = 0; i < coldRuns; ++i) firsts.push(await processorSeconds(() => first(part)));
  cold[part] = Math.round(median(firsts) * 1e6);
}
const digest = createHash("sha256");
const lines = data.map((_, i) => line(
  workload.criteria.map((c) => results.A[i][c.name] ?? null),
  results.B[i].inspections, Number(results.C[i].total), results.C[i].grade));
for (const each of lines) digest.update(each + "\n");
console.log(JSON.stringify({ engine: engineName, rows: data.length, rowsPerSecond: speeds, coldMicroseconds: cold, digest: digest.digest("hex"), sample: lines.slice(0, 2) }));

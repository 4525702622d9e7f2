// SPDX-License-Identifier: Apache-2.0
// Writes data/working_days.tsv: the days on which a year's notices depart from Monday to Friday.
// `npm ci && node working_days.mjs` in this folder. Days are holiday-calendar's (MIT); chinese-days (MIT) must agree on
// which weekdays are off and which weekend days are worked, or nothing is written.
import { readFileSync, writeFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url)));
const { notices } = read("notices.json");
const isWeekend = (date) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** Days of the year's last notice: date → [kind, name]. */
function daysOf(year) {
  const days = new Map();
  for (const { date, type, name_cn: name } of read(`node_modules/holiday-calendar/data/CN/${year}.json`).dates)
    days.set(date, [type === "public_holiday" ? "holiday" : "workday", name]);
  return days;
}

/** What differs between two sources in a way that changes a working day. */
function differences(year, days) {
  const other = read(`node_modules/chinese-days/dist/years/${year}.json`);
  const works = (date, kind) => (kind === "workday" ? true : kind === "holiday" ? false : !isWeekend(date));
  const found = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86400000) {
    const date = new Date(day).toISOString().slice(0, 10);
    const first = works(date, days.get(date)?.[0]);
    const second = works(date, other.workdays[date] ? "workday" : other.holidays[date] ? "holiday" : undefined);
    if (first !== second) found.push(date);
  }
  return found;
}

const lines = [
  "# Working days of China: where a year's notices depart from Monday to Friday. Made by tools/data/calendar/working_days.mjs",
  "# from the npm package holiday-calendar (MIT), checked day by day against chinese-days (MIT).",
  "# notice YEAR NUMBER ISSUED, then its days: day DATE KIND NAME. A later notice of the same year replaces an earlier one.",
];
let wrong = 0;
for (const { year, number, issued, undo = {} } of notices) {
  const days = daysOf(year);
  for (const date of differences(year, days)) {
    console.error(`${date}: the two packages disagree`);
    ++wrong;
  }
  for (const [date, kind] of Object.entries(undo)) {
    const name = days.get(date)?.[1] ?? "春节";
    days.delete(date);
    if (kind) days.set(date, [kind, `${name.replace(/补班$/, "")}补班`]);
  }
  lines.push(["notice", year, number, issued].join("\t"));
  for (const [date, [kind, name]] of [...days].sort()) lines.push(["day", date, kind, name].join("\t"));
}
if (wrong) process.exit(1);
writeFileSync(new URL("../../../data/working_days.tsv", import.meta.url), lines.join("\n") + "\n");
console.log(`data/working_days.tsv: ${notices.length} notices, ${lines.length - 3 - notices.length} days`);

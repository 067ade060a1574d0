/** Loads one table of pairs, as a run does, and then looks pairs of codes up in it. Prints what that took, as JSON. */
import process from "node:process";
import { readTable } from "../../../packages/charges/dist/index.js";
import { chargesFromLines, startEvaluation } from "../../../packages/engine/dist/index.js";
import { allCodes } from "../codes.mjs";
import { randomSource } from "../random.mjs";

const [path] = process.argv.slice(2);
const at = { file: "rules.edict", line: 1, column: 1 };
const types = { column1: "code", column2: "code", effective: "date", deleted: "date", indicator: "number" };
const table = {
  name: "Pairs",
  doc: null,
  at,
  columns: Object.entries(types).map(([name, type]) => ({ name, type, header: null })),
  source: { kind: "file", path, at },
};
const column = (name) => ({
  codes: { label: `row.${name}`, any: false, sets: [], spans: [], columns: [name], except: null },
  having: null,
});
const none = { count: 0, unit: "days" };
const rule = {
  id: "R-1",
  title: "pairs",
  doc: null,
  at,
  clauses: {
    payers: [],
    settings: [],
    effective: { from: { kind: "row", column: "effective" }, to: { kind: "row", column: "deleted" } },
    table: "Pairs",
    because: [],
    checks: [
      {
        kind: "companion",
        pick: "each",
        subject: column("column2"),
        companion: column("column1"),
        scope: { windows: [{ direction: "either", min: none, max: none }], episode: null, same: [] },
        finds: { kind: "present" },
      },
    ],
    when: null,
    unless: null,
    outcome: { severity: "deny", carc: null, rarc: null, message: [] },
    suggest: null,
  },
  overrides: [],
  waivers: [],
  needs: [],
};
const lists = ["codes", "diagnoses", "modifiers", "payers", "payerGroups", "settings", "fields", "episodes"];
const rulebook = {
  format: 1,
  ...Object.fromEntries([...lists, "authorities", "layouts", "tests"].map((name) => [name, []])),
  tables: [table],
  rules: [rule],
};

const linesOfDay = 40;
// More lines than are few for a table of pairs, which makes its filter then.
const patients = 4000;
const random = randomSource(5);
const lines = Array.from({ length: patients * linesOfDay }, (_, line) => ({
  patient: `P${Math.floor(line / linesOfDay)}`,
  date: "2026-03-02",
  code: random.pick(allCodes),
}));
const charges = chargesFromLines(lines);

global.gc();
const held = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
const before = held();
const started = performance.now();
const worked = process.cpuUsage();
const data = await readTable(table, path);
const evaluation = startEvaluation({ rulebook, files: charges.files, tables: new Map([["Pairs", data]]) });
const { user, system } = process.cpuUsage(worked);
const ready = performance.now() - started;
global.gc();
const memory = held() - before;

const nobody = () => {};
evaluation.batch(charges, nobody);
const asked = performance.now();
let times = 0;
while (performance.now() - asked < 500) {
  evaluation.batch(charges, nobody);
  times++;
}
const perSecond = (times * patients * linesOfDay * (linesOfDay - 1) * 1000) / (performance.now() - asked);
console.log(
  JSON.stringify({ ready, processor: (user + system) / 1000, memory: memory / 1e6, lookUps: Math.round(perSecond) }),
);

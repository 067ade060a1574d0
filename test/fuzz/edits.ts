/**
 * Random edits of a rulebook of several files, as people make them: words put in, left out and exchanged, stretches
 * pasted from elsewhere, half-typed rules, names changed in one place, undo, files that come and go.
 */
import fc from "fast-check";
import { paths, read } from "../tidy/tree.js";
import { pieces } from "./fixtures.js";

/** A rulebook by its paths. */
export type Files = ReadonlyMap<string, string>;

/** One edit of one file: the stretch from `start` to `end` becomes `text`. */
export interface FileEdit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is done to a rulebook in one step. */
export type Step =
  | { readonly kind: "edit"; readonly edit: FileEdit }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "add"; readonly path: string; readonly text: string };

/** Numbers between 0 and 1 from which a step is made for whatever the files are then. */
export interface Choice {
  readonly what: string;
  readonly file: number;
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly piece: string;
}

const part = fc.double({ min: 0, max: 0.9999, noNaN: true });

/** A random choice. */
export const choice: fc.Arbitrary<Choice> = fc.record({
  what: fc.constantFrom(
    ...["put in", "put in", "leave out", "leave out", "exchange", "exchange", "paste", "half a rule"],
    ...["rename", "rename", "undo", "undo", "undo", "remove file", "add file"],
  ),
  file: part,
  at: part,
  length: part,
  from: part,
  piece: fc.constantFrom(...pieces),
});

/** A small rulebook in which everything depends on something elsewhere. */
const entangled: Files = new Map([
  [
    "codes.edict",
    `codes Simulation = 77280, 77285, 77290
codes Planning = 77295, 77301, 77306..77307 except 77307
codes All = Simulation, Planning, Delivery
codes Delivery = 77402, 77407 until 2025-12-31
diagnoses Cancer = C00..C96
modifiers Bypass = 59, XE
codes Nothing = 77301 except 77301
`,
  ],
  [
    "parties.edict",
    `payer Medicare = "MEDICARE", "MCR*"
payer Aetna = "AETNA"
payers Both = Medicare, Aetna
setting hospital = place 22, bill 13
setting office = place 11
field site text
episode Course of All ends after 60 days idle
authority M "Manual" version "2026"
layout L
  date from "DOS" as "MM/DD/YYYY"
  site from "SITE"
`,
  ],
  [
    "tables.edict",
    `table Units
  | code  | units |
  | 77301 | 1     |
  | 77402 | 10    |
table Pairs from "data/pairs.csv"
  one code, two code, indicator number
table ValidCodes lists valid codes effective row.added to row.ended
  | code  | added      | ended      |
  | 77290 |            |            |
  | 77301 | 2002-01-01 |            |
  | 77402 |            | 2025-12-31 |
`,
  ],
  [
    "rules/one.edict",
    `use "../codes"
rule R-1 "planning includes simulation"
  for Both in hospital
  effective 2024-01-01 to 2026-12-31
  because M "a"
  bundle Simulation into Planning that follows within 30 days in the same Course
  unless modifier in Bypass on either line
  deny as CARC 97 "{code} and {other.code}"
  suggest remove
rule R-2 "units"
  for each row of Units
  effective 2024-01-01
  because M
  limit row.code to row.units units per day
  deny "{code}"
`,
  ],
  [
    "rules/two.edict",
    `override R-1 for Aetna
  because M
  bundle Simulation into Planning that follows within 14 days
waive R-1 for Medicare effective 2025-01-01
  because M
rule R-3 "site"
  effective 2024-01-01
  because M
  each Delivery requires site = "prostate" and diagnosis in Cancer
  review
`,
  ],
  [
    "tests.edict",
    `test "bundled"
  given payer Medicare, place 22, starting 2026-03-02
  day 1 77290
  day 3 77301
  expect R-1 on 77290 day 1
test "not bundled"
  given payer Aetna, starting 2026-03-02
  day 1 to 3 77402 site "lung"
  expect no R-1
  expect R-3 on 77402 day 2
`,
  ],
]);

const folder = "rules/radiation-oncology/";
const library: Files = new Map(
  paths
    .filter((path) => path.startsWith(folder) && path.endsWith(".edict"))
    .map((path) => [path.slice(folder.length), read(path)]),
);

/** Rulebooks to start from. */
export const rulebooks: fc.Arbitrary<Files> = fc.constantFrom(entangled, entangled, library);

/** What a choice comes to for these files; `before` are the texts that undo goes back to. */
export function stepOf(files: Files, before: readonly Files[], choice: Choice): Step {
  const names = [...files.keys()];
  const path = names[Math.floor(choice.file * names.length)] ?? "codes.edict";
  const text = files.get(path) ?? "";
  const start = Math.floor(choice.at * (text.length + 1));
  const other = files.get(names[Math.floor(choice.from * names.length)] ?? "") ?? "";
  const edit = (from: number, end: number, put: string): Step => ({
    kind: "edit",
    edit: { path, start: Math.min(from, end), end: Math.max(from, end), text: put },
  });
  switch (choice.what) {
    case "put in":
      return edit(start, start, ` ${choice.piece} `);
    case "leave out":
      return edit(start, Math.min(text.length, start + Math.floor(choice.length ** 3 * 200)), "");
    case "paste": {
      const from = Math.floor(choice.length * other.length);
      return edit(start, start, other.slice(from, from + 300));
    }
    case "half a rule": {
      const whole =
        /^rule [^]*?(?=^\S)/m.exec(other)?.[0] ?? 'rule R-9 "half"\n  for Medicare\n  bundle Simulation into';
      const at = text.lastIndexOf("\n", start) + 1;
      return edit(at, at, `${whole.slice(0, Math.floor(choice.length * whole.length))}\n`);
    }
    case "rename":
    case "exchange": {
      const words = [...text.matchAll(/[\w-]+/g)];
      const found = words[Math.floor(choice.at * words.length)];
      if (found === undefined) return edit(0, 0, "codes A = 77301\n");
      const swapped = words[Math.floor(choice.from * words.length)]?.[0] ?? "Planning";
      const put = choice.what === "rename" ? swapped : choice.piece;
      return edit(found.index, found.index + found[0].length, put);
    }
    case "undo": {
      const back = before[Math.floor(choice.at * before.length)]?.get(path) ?? text;
      return edit(0, text.length, back);
    }
    case "remove file":
      return names.length > 2 && choice.at < 0.3 ? { kind: "remove", path } : edit(text.length, text.length, "\n");
    default:
      return choice.at < 0.3
        ? { kind: "add", path: `more/${Math.floor(choice.from * 3)}.edict`, text: other }
        : edit(0, 0, `# ${choice.piece}\n`);
  }
}

/** The files after a step. */
export function after(files: Files, step: Step): Files {
  const next = new Map(files);
  switch (step.kind) {
    case "edit": {
      const { path, start, end, text } = step.edit;
      const was = files.get(path) ?? "";
      next.set(path, was.slice(0, start) + text + was.slice(end));
      break;
    }
    case "remove":
      next.delete(step.path);
      break;
    case "add":
      next.set(step.path, step.text);
      break;
  }
  return next;
}

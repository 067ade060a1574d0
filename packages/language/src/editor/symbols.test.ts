import { expect, test } from "vitest";
import { documentLinks } from "./document-links.js";
import type { OutlineEntry } from "./document-symbols.js";
import { documentSymbols } from "./document-symbols.js";
import { analysed } from "./testing/analysed.js";
import { shown } from "./testing/shown.js";
import { workspaceSymbols } from "./workspace-symbols.js";

test("an outline has what each declaration consists of", () => {
  const { analysis, path } = analysed(`
use "../codes"
codes Simulation = 77280
payer Medicare = "MEDICARE", "MCR"
table Most
  | code code | units |
  | 77300     | 10    |
table Pairs from "pairs.csv"
  one code, two code from "TWO"
layout Export
  date from "DOS"
  modifiers from "M1", "M2"
rule R-1 "a rule"
  for Medicare
  bundle Simulation into 77301
    that follows within 30 days # a comment
  deny
override R-1 for Medicare effective 2026-01-01
  hold
test "a test"
  given starting 2026-03-02
  day 1 77301
  expect nothing else
`);
  const lines = (entries: readonly OutlineEntry[], indent: string): readonly string[] =>
    entries.flatMap(({ kind, title, detail, parts }) => [
      `${indent}${kind}: ${title}${detail === "" ? "" : ` (${detail})`}`,
      ...lines(parts, `${indent}  `),
    ]);
  expect(lines(documentSymbols(analysis, path), "")).toEqual([
    "use: use ../codes",
    "codes: Simulation",
    "payer: Medicare (MEDICARE, MCR)",
    "table: Most (1 row)",
    "  column: code (code)",
    "  column: units",
    "table: Pairs (pairs.csv)",
    "  column: one (code)",
    "  column: two (code)",
    "layout: Export",
    "  entry: date (DOS)",
    "  entry: modifiers (M1, M2)",
    "rule: R-1 (a rule)",
    "  clause: for (for Medicare)",
    "  statement: bundle (bundle Simulation into 77301 that follows within 30 days)",
    "  clause: deny (deny)",
    "override: override R-1 (for Medicare effective 2026-01-01)",
    "  clause: for (for Medicare)",
    "  clause: effective (effective 2026-01-01)",
    "  clause: hold (hold)",
    "test: a test",
    "  expectation: expect nothing else",
  ]);
});

test("every entry of an outline has a title, and its name lies within it, however broken the text is", () => {
  const text = `codes = 77301\npayer\nrule "x"\n  forbid\ntable T\n  | a | |\n  | "" |\ntest ""\noverride\nlayout L\n  from "x"\n`;
  const { analysis, path } = analysed(text);
  const check = (entry: OutlineEntry): void => {
    expect(entry.title.trim()).not.toBe("");
    expect(entry.name.start).toBeGreaterThanOrEqual(entry.whole.start);
    expect(entry.name.end).toBeLessThanOrEqual(entry.whole.end);
    entry.parts.forEach(check);
  };
  const entries = documentSymbols(analysis, path);
  expect(entries.length).toBeGreaterThan(0);
  entries.forEach(check);
});

const rulebook = `
codes Simulation = 77280, 77290
codes Others = Simulation except 77290
table Pairs
  | one   | two   |
  | 77401 | 77402 |
rule RO-101 "simulation is part of the plan"
  bundle Others into 77301 on the same day
  deny
rule RO-102 "a second rule"
  for each row of Pairs
  bundle row.one into row.two on the same day
  deny
rule RO-103 "any rule"
  limit any code to 1 line per day and code
  deny
rule RO-104 "a rule of ranges"
  forbid 77280..77299
  deny
override RO-104 for Aetna
  forbid 77300
payer Aetna = "AETNA"
test "simulation and plan"
  expect nothing
`;

test("symbols are found by letters of their name, then by words of their title", () => {
  const { analysis } = analysed(rulebook);
  const found = (query: string): readonly string[] => workspaceSymbols(analysis, query).map(({ title }) => title);
  expect(found("simulation")).toEqual(["Simulation", "simulation and plan", "RO-101"]);
  expect(found("ro102")).toEqual(["RO-102"]);
  expect(found("r102")).toEqual(["RO-102"]);
  expect(found("sml")).toEqual(["Simulation", "simulation and plan"]);
  expect(found("zzz")).toEqual([]);
  expect(found("")).toHaveLength(9);
});

test("a code finds the rules that name it, by whatever way", () => {
  const { analysis } = analysed(rulebook);
  const found = (query: string): readonly string[] => workspaceSymbols(analysis, query).map(({ title }) => title);
  expect(found("77280")).toEqual(["RO-101", "RO-104"]);
  expect(found("77290")).toEqual(["RO-104"]);
  expect(found("77301")).toEqual(["RO-101"]);
  expect(found("77402")).toEqual(["RO-102"]);
  expect(found("77300")).toEqual(["RO-104"]);
  expect(found("g6015")).toEqual([]);
});

test("links of used files, tables and pages, and none for what is missing or starts something", () => {
  const { analysis, path, host } = analysed(`--- rules/a.edict
use "../codes"<|>
use "../missing"
table Pairs from "pairs.csv"
  one code
table Others from "others.csv"
  one code
authority A "a" url "https://www.cms.gov/x?y=1"
authority B "b" url "file:///etc/hosts"
authority C "c" url "not a url"
--- codes/c.edict
codes One = 77301
--- rules/pairs.csv
one
`);
  const found = documentLinks(analysis, path, host).map((link) => [
    shown(analysis, path, link),
    link.to.kind === "url" ? link.to.url : link.to.path,
  ]);
  expect(found).toEqual([
    ["rules/a.edict:1 ../codes", "codes/c.edict"],
    ["rules/a.edict:3 pairs.csv", "rules/pairs.csv"],
    ["rules/a.edict:7 https://www.cms.gov/x?y=1", "https://www.cms.gov/x?y=1"],
  ]);
});

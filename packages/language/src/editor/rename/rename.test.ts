import { expect, test } from "vitest";
import { analysed } from "../testing/analysed.js";
import { prepareRename, renameAt } from "./rename.js";
import { applied } from "./same-tree.js";

/** The files with what is at the caret renamed, in the form in which they were written; the reason where it is refused. */
function renamed(written: string, to: string): string {
  const { analysis, path, offset } = analysed(written);
  const result = renameAt(analysis, path, offset, to);
  if (result.kind === "refused") return result.reason;
  const texts = [...analysis.files].map(([path, { source }]) => [
    path,
    applied(
      source.text,
      result.edits.filter(({ span }) => span.file === path),
    ),
  ]);
  const [only, second] = texts;
  return second === undefined ? (only?.[1] ?? "") : texts.map(([path, text]) => `--- ${path}\n${text}`).join("");
}

/** What a person is told. */
function notes(written: string, to: string): readonly string[] {
  const { analysis, path, offset } = analysed(written);
  const result = renameAt(analysis, path, offset, to);
  return result.kind === "refused" ? [result.reason] : result.notes;
}

test("a set over several files", () => {
  expect(
    renamed(
      `--- a.edict
codes Simulation = 77280
codes All = Simulation # Simulation
--- b.edict
rule R-1 "Simulation"
  bundle Simu<|>lation into 77301 on the same day
  deny "Simulation"
`,
      "Planning",
    ),
  ).toBe(`--- a.edict
codes Planning = 77280
codes All = Planning # Simulation
--- b.edict
rule R-1 "Simulation"
  bundle Planning into 77301 on the same day
  deny "Simulation"
`);
});

test("a rule with its overrides, waivers and tests", () => {
  expect(
    renamed(
      `rule R-1 "a rule"
  forbid 77301
  deny
override R-1 for Aetna
  hold
payer Aetna = "AETNA"
test "a test"
  given starting 2026-03-02
  day 1 77301
  expect R<|>-1 on 77301 day 1
`,
      "RO-101",
    ),
  ).toBe(`rule RO-101 "a rule"
  forbid 77301
  deny
override RO-101 for Aetna
  hold
payer Aetna = "AETNA"
test "a test"
  given starting 2026-03-02
  day 1 77301
  expect RO-101 on 77301 day 1
`);
});

test("a payer keeps its lines under its old name, and texts of rules and cells that stand for it follow", () => {
  const written = `payer Med<|>icare = "MCR"
table Covered
  | payer    | code  |
  | Medicare | 77301 |
  | "MEDICARE" | 77302 |
rule R-1 "a rule"
  for Medicare
  each 77301 requires a row of Covered where row.payer = payer
  when payer is "medicare" or payer = Medicare
  deny
test "a test"
  given payer Medicare, starting 2026-03-02
  day 1 77301 payer "Medicare"
  expect nothing
`;
  expect(renamed(written, "CMS")).toBe(`payer CMS = "MCR", "Medicare"
table Covered
  | payer    | code  |
  | CMS | 77301 |
  | "CMS" | 77302 |
rule R-1 "a rule"
  for CMS
  each 77301 requires a row of Covered where row.payer = payer
  when payer is "CMS" or payer = CMS
  deny
test "a test"
  given payer CMS, starting 2026-03-02
  day 1 77301 payer "Medicare"
  expect nothing
`);
  expect(notes(written, "CMS")).toEqual([
    "Medicare stays as an alias, so that charge lines that say it keep their payer",
    "charge lines whose payer says CMS are of this payer from now on",
  ]);
  expect(renamed('payer Med<|>icare = "MEDICARE"\n', "CMS")).toBe('payer CMS = "MEDICARE"\n');
  expect(renamed('payer Med<|>icare = "med*"\n', "MEDICARE")).toBe('payer MEDICARE = "med*"\n');
  // Payers that overlap as they are do so under another name too.
  expect(renamed('payer C<|>MS = "MEDICARE"\npayer Alike = "MED*"\n', "Medicare")).toBe(
    'payer Medicare = "MEDICARE", "CMS"\npayer Alike = "MED*"\n',
  );
});

test("a column of a file keeps its header, and loses it again where it is its name", () => {
  const before = `table Pairs from "pairs.csv"
  o<|>ne code, two code from "TWO"
rule R-1 "a rule"
  for each row of Pairs
  bundle row.one into row.two on the same day
  deny "{row.one}"
`;
  const after = `table Pairs from "pairs.csv"
  first code from "one", two code from "TWO"
rule R-1 "a rule"
  for each row of Pairs
  bundle row.first into row.two on the same day
  deny "{row.first}"
`;
  expect(renamed(before, "first")).toBe(after);
  expect(renamed(after.replace("first", "fir<|>st"), "one")).toBe(before.replace("<|>", ""));
});

test("a column of a written table, with its type, is renamed in overrides too", () => {
  expect(
    renamed(
      `table Most
  | code code | units |
  | 77300     | 10    |
rule R-1 "a rule"
  for each row of Most
  limit row.code to row.units units per day
  deny
override R-1 for Aetna
  limit row.co<|>de to 1 unit per day
payer Aetna = "AETNA"
`,
      "billed",
    ),
  ).toBe(`table Most
  | billed code | units |
  | 77300     | 10    |
rule R-1 "a rule"
  for each row of Most
  limit row.billed to row.units units per day
  deny
override R-1 for Aetna
  limit row.billed to 1 unit per day
payer Aetna = "AETNA"
`);
});

test("fields, settings and layouts say what outside the rulebook must follow", () => {
  expect(renamed('field si<|>te text\nlayout L\n  site from "SITE"\n', "tumor_site")).toBe(
    'field tumor_site text\nlayout L\n  tumor_site from "SITE"\n',
  );
  expect(notes("field si<|>te text\n", "tumor_site")).toEqual([
    "charge files that have a column site, and --set site, must say tumor_site; a layout's entry is changed",
  ]);
  expect(notes("setting hos<|>pital = place 22\n", "facility")).toEqual([
    "charge lines whose setting says hospital must say facility from now on",
  ]);
  expect(notes('layout Ep<|>ic\n  date from "DOS"\n', "Export")).toEqual([
    "--layout Epic on a command line must say Export",
  ]);
  expect(
    notes(
      `payer Aet<|>na = "AETNA"
table Covered from "covered.csv"
  payer text, code code
rule R-1 "a rule"
  each 77301 requires a row of Covered where row.payer = payer
  deny
`,
      "Hartford",
    ),
  ).toEqual([
    "charge lines whose payer says Hartford are of this payer from now on",
    "cells of covered.csv that say Aetna are not changed",
  ]);
});

const two = `codes Simu<|>lation = 77280
payer Medicare = "MEDICARE"
`;

test.each([
  [two, "", "nothing is no name; write a letter, then letters, digits, _ and -"],
  [two, "77301", "77301 is read as a code, a diagnosis or a number and cannot be a name; write Codes-77301"],
  [two, "77301-26", "77301-26 is read as a code, a diagnosis or a number and cannot be a name; write Codes-77301-26"],
  [two, "59", "59 is read as a code, a diagnosis or a number and cannot be a name; write Codes-59"],
  [two, "a b", "a b is no name; write a letter, then letters, digits, _ and -"],
  [two, "Medicare", "Medicare is already a payer; choose another name"],
  [two, "G6015", "G6015 is read as a code, a diagnosis or a number and cannot be a name; write G-6015"],
  [two, "C61", "C61 is read as a code, a diagnosis or a number and cannot be a name; write C-61"],
  [two, "within", "within is a word of the language and cannot be a name here; write Within"],
  ["modifiers By<|>pass = 59\n", "XY", "XY is read as a modifier wherever the set could be named; write Set-XY"],
  ["field si<|>te text\n", "claim", "claim is a field that every line has; choose another name"],
  [
    "episode Co<|>urse of 77427 ends after 60 days idle\n",
    "day",
    "day is a word of the language and cannot be a name here; write Day",
  ],
  [
    'payer Aet<|>na = "A"\npayer Cigna = "C"\n',
    "CIGNA",
    "Cigna is already a payer, and case does not count there; choose another name",
  ],
  ['payer Aet<|>na = "A"\npayer Cigna = "MCR*"\n', "mcr1", "lines that say mcr1 are of Cigna; choose another name"],
  [
    "setting hos<|>pital = place 22\nsetting Annex = place 19\n",
    "annex",
    "Annex is already a setting, and case does not count there; choose another name",
  ],
  ["table T\n  | o<|>ne | two |\n  | 1 | 2 |\n", "two", "two is already a column of T; choose another name"],
  [
    "table T\n  | o<|>ne | two |\n  | 1 | 2 |\n",
    "G6015",
    "G6015 is read as a code, a diagnosis or a number and cannot be a name; write G-6015",
  ],
])("%j cannot be called %j", (written, to, reason) => {
  expect(renamed(written, to)).toBe(reason);
});

test("a name that would mean something else where it is used is refused", () => {
  expect(
    renamed('payer Aet<|>na = "AETNA"\nrule R-1 "a rule"\n  forbid 77301\n  when payer = Aetna\n  deny\n', "claim"),
  ).toBe("claim would mean something else in rules.edict, line 4; choose another name");
  expect(
    renamed(
      'payer Aet<|>na = "AETNA"\nrule R-1 "a rule"\n  forbid 77301\n  when payer is "hartford"\n  deny\n',
      "Hartford",
    ),
  ).toBe("hartford would mean Aetna in rules.edict, line 4; choose another name");
  expect(
    renamed(
      'field sp<|>an text\nrule R-1 "a rule"\n  forbid 77301\n  when form = professional\n  deny\n',
      "professional",
    ),
  ).toBe("professional would mean span in rules.edict, line 4; choose another name");
  expect(
    renamed(
      'setting hos<|>pital = place 22\ntest "a test"\n  given setting "annex", starting 2026-03-02\n  day 1 77301\n  expect nothing\n',
      "Annex",
    ),
  ).toBe("annex would mean hospital in rules.edict, line 3; choose another name");
});

test("a use that cannot be read is not left behind", () => {
  expect(
    renamed('codes Simu<|>lation = 77280\nrule R-1 "a rule"\n  forbid Simulation of Simulation\n  deny\n', "S"),
  ).toBe("rules.edict, line 3, cannot be read and holds Simulation; mend it first");
  expect(renamed("Simulation\ncodes Simu<|>lation = 77280\n", "S")).toBe(
    "rules.edict, line 1, cannot be read and holds Simulation; mend it first",
  );
});

test.each([
  ['rule R-1 "a rule"\n  forbid 773<|>01\n  deny\n', "77301 is no name of this rulebook, and keeps its letters"],
  [
    'rule R-1 "a rule"\n  forbid 77301\n  when uni<|>ts > 1\n  deny\n',
    "units is a field that every line has, and keeps its name",
  ],
  ['rule R-1 "a ru<|>le"\n  forbid 77301\n  deny\n', "nothing that is declared is named here"],
  ['payer Aetna = "AET<|>NA"\n', "this is what charge lines say; rename Aetna where its name stands"],
  [
    'rule R-1 "a rule"\n  for each row of T\n  forbid row.co<|>de\n  deny\n',
    "code is declared nowhere; declare it first",
  ],
  ['use "../co<|>des"\n', "this is where something is, and no name"],
])("what is no name of the rulebook has no new one: %j", (written, reason) => {
  const { analysis, path, offset } = analysed(written);
  expect(prepareRename(analysis, path, offset)).toEqual({ kind: "refused", reason });
});

test("what would be renamed is told with its place", () => {
  const { analysis, path, offset } = analysed(
    'payer Aetna = "A"\nrule R-1 "a rule"\n  forbid 77301\n  when payer is "AET<|>NA"\n  deny\n',
  );
  expect(prepareRename(analysis, path, offset)).toEqual({
    kind: "renameable",
    at: { start: 68, end: 73 },
    name: "Aetna",
  });
});

test("words of the language may be names where they can be read as such", () => {
  expect(renamed('payer Aet<|>na = "A"\nrule R-1 "a rule"\n  for Aetna\n  forbid 77301\n  deny\n', "other")).toContain(
    "for other\n",
  );
  // `for each …` would go through a table.
  expect(renamed("setting hos<|>pital = place 22\n", "place")).toBe("setting place = place 22\n");
});

import { expect, test } from "vitest";
import { nameAt } from "./names-at.js";
import { analysed } from "./testing/analysed.js";
import { usesShown } from "./testing/uses-shown.js";

/** The marked ranges are all places of what is named at the caret. */
function expectUses(written: string): void {
  const { marked, found } = usesShown(written);
  expect(marked.length).toBeGreaterThan(0);
  expect(found).toEqual(marked);
}

/** What is named at each caret. */
function namedAt(written: string): readonly unknown[] {
  const { analysis, marks } = analysed(written);
  return [...marks].flatMap(([path, { carets }]) =>
    carets.map((offset) => nameAt(analysis, path, offset)?.target ?? null),
  );
}

test("a set is used by sets, episodes, statements and conditions of any file", () => {
  expectUses(`
codes <|Simul<|>ation|> = 77280, 77285
codes All = <|Simulation|>, 77301 except <|Simulation|>
episode Course of <|Simulation|>, 77427 ends after 60 days idle
rule R-1 "a rule"
  bundle <|Simulation|> into 77301 having code in <|Simulation|> that follows within 30 days
  deny
--- other.edict
rule R-2 "a rule"
  each 77301 requires <|Simulation|> within 60 days before
  when not (code is <|Simulation|> or units > 1)
  deny "Simulation"
`);
});

test("a modifier set, a diagnosis set and an authority", () => {
  expectUses(`
modifiers <|Bypass|> = 59, XU
rule R-1 "a rule"
  forbid 77290 with 77301 on the same day
  unless modifier in 25, <|By<|>pass|> on either line
  deny
`);
  expectUses(`
authority <|NCCI-IX<|>|> "a manual"
rule R-1 "a rule"
  because <|NCCI-IX|> "a detail"
  forbid 77290
  deny
waive R-1 for Aetna
  because <|NCCI-IX|>
payer Aetna = "AETNA"
`);
});

test("a rule is named by overrides, waivers and tests", () => {
  expectUses(`
rule <|R-<|>1|> "a rule"
  forbid 77301
  deny "R-1"
override <|R-1|> for Aetna
  hold
waive <|R-1|> effective 2026-01-01
payer Aetna = "AETNA"
test "a test"
  given starting 2026-03-02
  day 1 77301
  expect <|R-1|> on 77301 day 1
  expect no <|R-1|>
`);
});

test("a payer is named in groups, reaches, conditions, tests and cells, and by texts whatever their case", () => {
  expectUses(`
payer <|Medi<|>care|> = "MEDICARE", "MCR*"
payers Government = <|Medicare|>, Medicaid
payer Medicaid = "MEDICAID"
table Covered
  | payer        | site     |
  | <|Medicare|> | Medicare |
  | Aetna        | hospital |
rule R-1 "a rule"
  for <|Medicare|>
  each 77301 requires a row of Covered where row.payer = payer and site = row.site
  when payer is <|Medicare|> or payer = "<|medicare|>" or payer in Government, "<|MEDICARE|>"
  deny
field site text
test "a test"
  given payer <|Medicare|>, starting 2026-03-02
  day 1 77301 payer "<|Medicare|>"
  day 2 77301 site Medicare
  expect nothing
`);
});

test("a setting, an episode and a field, which layouts name too", () => {
  expectUses(`
setting <|hospital|> = place 22
rule R-1 "a rule"
  in <|hospital|>
  forbid 77301
  when setting is "<|Hospital|>" or setting = <|hosp<|>ital|>
  deny
`);
  expectUses(`
episode <|Cou<|>rse|> of 77301 ends after 60 days idle
rule R-1 "a rule"
  limit 77301 to 1 unit per <|Course|>
  deny
rule R-2 "a rule"
  each 77301 requires 77290 in the same <|Course|>
  deny
rule R-3 "a rule"
  sequence 77290, then 77301 in the same <|Course|>
  deny
`);
  expectUses(`
field <|site|> text
layout Export
  date from "DOS"
  <|si<|>te|> from "SITE"
rule R-1 "a rule"
  limit 77301 to 1 unit per day and <|site|>
  when <|site|> = "a" or "b" != <|site|> or <|site|> is missing or <|site|> in "x", "y"
  deny
test "a test"
  given <|site|> prostate, starting 2026-03-02
  day 1 77301 <|site|> breast
  expect nothing
`);
});

test("a column of the table that the rule goes through, in messages and overrides of other files too", () => {
  expectUses(`
table Pairs
  | <|fi<|>rst|> code | second | why |
  | 77290             | 77301  | first |
table Others
  | first | second |
  | 77290 | 77301  |
rule R-1 "a rule"
  for each row of Pairs
  bundle row.<|first|> into row.second on the same day
  deny "{code}: {row.<|first|>} and {row.second}, not first"
rule R-2 "another"
  for each row of Others
  bundle row.first into row.second on the same day
  deny
rule R-3 "a third"
  each 77301 requires a row of Pairs where row.<|first|> = code
  deny
--- other.edict
override R-1 for Aetna
  bundle row.<|first|> into row.second on the same claim
  deny "{row.<|first|>}"
payer Aetna = "AETNA"
`);
  expectUses(`
table Pairs from "pairs.csv"
  <|table|> code, two code from "TABLE"
rule R-1 "a rule"
  for each row of Pairs
  replace row.<|tab<|>le|> with row.two
  deny
--- pairs.csv
`);
});

test("a code wherever it stands alone, a modifier, and a field that every line has", () => {
  expectUses(`
codes Planning = <|77301|>, <|77301|>..77307
table Most
  | code      | units | text     |
  | <|77301|> | 10    | about 77301 |
rule R-1 "77301"
  limit <|773<|>01|> to 1 unit per day
  when code is <|77301|> and units != 77301
  deny
test "a test"
  given starting 2026-03-02
  day 1 <|77301|>-26
  expect R-1 on <|77301|> day 1
`);
  expectUses(`
rule R-1 "a rule"
  limit 77301 to 1 unit per day and <|modifiers|>
  when <|modi<|>fier|> is 59
  deny
`);
});

test("what stands at a place that names nothing declared", () => {
  expect(
    namedAt(`
use "../co<|>des"
diagnoses Cancer = C<|>61
modifiers Bypass = 5<|>9
payer Aetna = "AET<|>NA*"
authority A "a man<|>ual" url "https://www.<|>cms.gov/"
table Pairs from "da<|>ta/pairs.csv"
  one code
rule R-1 "a ti<|>tle"
  forbid Unkn<|>own
  when uni<|>ts > 1
  de<|>ny
`),
  ).toEqual([
    { kind: "use", path: "../codes" },
    { kind: "value", of: "diagnoses", text: "C61" },
    { kind: "value", of: "modifiers", text: "59" },
    { kind: "alias", payer: "Aetna", text: "AETNA*" },
    null,
    { kind: "url", path: "https://www.cms.gov/" },
    { kind: "table-file", path: "data/pairs.csv" },
    null,
    null,
    { kind: "field", name: "units" },
    null,
  ]);
});

test("the caret at either end of a name is at it", () => {
  const simulation = { kind: "declared", name: "Simulation", what: "codes" };
  expect(namedAt("codes <|>Simulation<|> =<|> 77280\n")).toEqual([simulation, simulation, null]);
});

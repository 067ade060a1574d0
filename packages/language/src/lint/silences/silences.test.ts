import { expect, test } from "vitest";
import { analysed } from "../../editor/testing/analysed.js";
import { lint } from "../run-lints.js";
import { noSettings } from "../settings/settings.js";
import { expectFix, expectFound } from "../testing/lint-tester.js";

function said(text: string, off: readonly string[] = []): readonly string[] {
  const settings = { ...noSettings, lint: new Map(off.map((code) => [code, "off"] as const)) };
  const analysis = analysed(text).analysis;
  return lint(analysis, () => settings)
    .filter(({ code }) => /^(?:silence|missing|unlikely|unknown)-/.test(code))
    .map(({ at, code }) => `${at.line} ${code}`);
}

test("above a declaration a comment silences all of it, and documents nothing", () => {
  const text = `
# Of the house.
# edict allow missing-because: nobody else says so
# edict allow missing-effective: it always held
# And of nobody else.
rule R-1 "One plan a day"
  limit 77301 to 1 unit per day
  deny
`;
  expect(said(text)).toEqual([]);
  const [file] = analysed(text).analysis.book.files;
  expect(file?.node.declarations[0]?.doc).toBe("Of the house.\nAnd of nobody else.");
});

test("at the end of a line a comment silences that line and no other", () => {
  const rules = `
rule R-1 "One plan a day" # edict allow missing-because: nobody else says so
  limit 77301 to 1 unit per day
  deny

rule R-2 "One plan a claim"
  limit 77301 to 1 unit per claim
  deny
`;
  expect(said(rules)).toEqual(["2 missing-effective", "6 missing-because", "6 missing-effective"]);
});

test("a comment apart from a declaration, within one, or at the end of the file has no effect, and can be taken out", () => {
  expectFound(
    "silence-without-effect",
    `<|# edict allow missing-because: too far|>

rule R-1 "One plan a day"
  <|# edict allow missing-because: within|>
  limit 77301 to 1 unit per day
  deny
<|# edict allow missing-because: the end|>
`,
  );
  expectFix(
    "silence-without-effect",
    `codes A = 77301 # edict allow unlikely-date: none there
codes B = A # edict allow unused-set: an example
`,
    `codes A = 77301
codes B = A # edict allow unused-set: an example
`,
  );
});

test("a sign within a text or a row is no comment", () => {
  expectFound(
    "silence-of-nothing",
    `authority A "a # edict allow \\" # edict allow"
table T
  | a               | b |
  | 1 # edict allow | 2 |

codes B = 77301 <|# edict allow|>
`,
  );
});

test("a silence without a reason silences, and is told itself", () => {
  expect(said("codes A = 77301 from 1901-01-01 # edict allow unlikely-date\n")).toEqual(["1 silence-without-reason"]);
  expect(said("codes A = 77301 from 1901-01-01 # edict allow unlikely-date:  \n")).toEqual([
    "1 silence-without-reason",
  ]);
});

test("neither an error nor what is said of silences is silenced", () => {
  expect(said("# edict allow unknown-name: later\nepisode E of Nowhere ends after 3 days idle\n")).toEqual([
    "1 silence-of-an-error",
    "2 unknown-name",
  ]);
  expect(said("# edict allow nothing-at-all: x # edict allow silence-of-unknown-code: y\ncodes A = 77301\n")).toEqual([
    "1 silence-of-unknown-code",
  ]);
});

test("of what is switched off, and in a rulebook with an error, a silence is left in peace", () => {
  const text = "codes A = 77301 # edict allow unlikely-date: none there\n";
  expect(said(text)).toEqual(["1 silence-without-effect"]);
  expect(said(text, ["unlikely-date"])).toEqual([]);
  expect(said(`${text}codes B = Nowhere\n`)).toEqual(["2 unknown-name"]);
});

test("a misspelled code gets the one that is meant", () => {
  expectFix(
    "silence-of-unknown-code",
    "codes A = 77301 from 1901-01-01 # edict allow unlikely-dates: old\n",
    "codes A = 77301 from 1901-01-01 # edict allow unlikely-date: old\n",
  );
});

test("several codes in one comment are told to stand in one each", () => {
  const analysis = analysed("codes A = 77301 # edict allow unused-set, unlikely-date: both\n").analysis;
  const [found] = lint(analysis, () => noSettings).filter(({ code }) => code.startsWith("silence-"));
  expect(found?.message).toBe("a comment allows one code; write a comment for each, one above the other");
  expect(found?.fixes).toEqual([]);
});

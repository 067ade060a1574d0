import { expect, test } from "vitest";
import { analysed } from "../testing/analysed.js";
import { hoverAt } from "./hover.js";
import { plain } from "../../markup/markdown.js";

const names = `
codes Simulation = 77280..77290 until 2025-12-31, 77299
modifiers Bypass = 59, XS
payer Medicare = "MCR"
authority NCCI "NCCI Policy Manual" version "2026" url "https://example.org/ncci"
episode Course of Simulation, 77301 ends after 60 days idle
field tumor_site text
table Limits
  | code  | units |
  | 77300 | 4     |
`;

/** What is shown at the caret. */
function shown(written: string): string | null {
  const { analysis, path, offset } = analysed(`${written}${names}`);
  return hoverAt(analysis, path, offset)?.markdown ?? null;
}

/** The same without the signs that keep Markdown from reading it. */
function unescaped(written: string): string {
  return (shown(written) ?? "").replaceAll("\\", "");
}

test("a set is unfolded with its dates", () => {
  const text = unescaped('rule R-1 "t"\n  forbid Simu<|>lation\n  deny\n');
  expect(text).toContain("**Simulation**, a set of codes");
  expect(text).toContain("It holds 77280 to 77290 until 2025-12-31, 77299.");
});

test("a rule is told in plain words, at its name and where it is named", () => {
  const rule = 'rule R-1 "The title"\n  forbid 77301\n  deny "no"\n';
  for (const text of [
    unescaped(rule.replace("R-1", "R-<|>1")),
    unescaped(`${rule}test "t"\n  given starting 2026-01-05\n  day 1 77301\n  expect R<|>-1 on 77301 day 1\n`),
  ]) {
    expect(text).toContain("The title");
    expect(text).toContain("Each line of 77301 is denied.");
  }
});

test("a rule is told while another has a mistake, and not while its own set has one", () => {
  const rule = 'rule R<|>-1 "t"\n  forbid Simulation, Own\n  deny "no"\ncodes Own = 77301\n';
  expect(unescaped(`${rule}rule R-2 "t"\n  forbid Nothing\n  deny\n`)).toContain("is denied");
  expect(unescaped(rule.replace("= 77301", "= Nothing"))).toContain("has a mistake");
});

test("a code says which sets hold it, until when, and which rules ask about it", () => {
  const text = unescaped('rule R-1 "t"\n  forbid Simulation\n  deny\nrule R-2 "t"\n  forbid 772<|>85\n  deny\n');
  expect(text).toContain("In `Simulation` (77280 to 77290 until 2025-12-31).");
  expect(text).toContain("Rules: `R-1`, `R-2`.");
});

test("a code says which rules reach it by a table or propose it, too", () => {
  const rules =
    'rule R-1 "t"\n  for each row of Limits\n  limit row.code to row.units units per day\n  deny\n' +
    'rule R-2 "t"\n  replace 773<|>01 with 77300\n  deny\n';
  expect(unescaped(rules.replace("77300", "77<|>300").replace("773<|>01", "77301"))).toContain("Rules: `R-1`, `R-2`.");
  expect(unescaped(rules)).toContain("Rules: `R-2`.");
});

test("a list of valid codes says what it is, and its days are columns of its own", () => {
  const list =
    "table Val<|>id lists valid codes effective row.added\n  | code  | added      |\n  | 77301 | 2026-01-01 |\n";
  expect(unescaped(list)).toContain("It lists valid codes");
  expect(unescaped(list.replace("<|>", "").replace("row.added", "row.ad<|>ded"))).toContain(
    "a column of `Valid`: date",
  );
});

test("what is taken out of a set is not in it", () => {
  const text = unescaped(
    'codes Few = 77280..77290 except 77285\nrule R-1 "t"\n  forbid Few, 772<|>85 except 77285\n  deny\n',
  );
  expect(text).not.toContain("`Few`");
  expect(text).not.toContain("Rules:");
});

test.each([
  ['rule R-1 "t"\n  for Medi<|>care\n  forbid 77301\n  deny\n', 'Also spelt "MCR", whatever the case.'],
  ['rule R-1 "t"\n  because NC<|>CI\n  forbid 77301\n  deny\n', "<https://example.org/ncci>"],
  [
    'rule R-1 "t"\n  limit 77301 to 1 unit per Cou<|>rse\n  deny\n',
    "a line more than 60 days after the last one starts the next",
  ],
  [
    'rule R-1 "t"\n  for each row of Limits\n  limit row.co<|>de to row.units units per day\n  deny\n',
    "a column of `Limits`: code",
  ],
  [
    'rule R-1 "t"\n  for each row of Lim<|>its\n  limit row.code to row.units units per day\n  deny\n',
    "2 columns: `code` code, `units` number",
  ],
  [
    'rule R-1 "t"\n  forbid 77301\n  when tumor<|>_site = "prostate"\n  deny\n',
    "An extra column of text in the charge file.",
  ],
  [
    'rule R-1 "t"\n  forbid 77301\n  when authoriza<|>tion is missing\n  deny\n',
    "The number of the payer's authorization.",
  ],
  ['rule R-1 "t"\n  forbid 77301\n  when modifier is 5<|>9\n  deny\n', "In `Bypass`."],
])("%s", (written, words) => {
  expect(unescaped(written)).toContain(words);
});

test("nothing is shown where nothing is named", () => {
  expect(shown("# a com<|>ment\n")).toBeNull();
});

test("nothing of a rule file is read as markup", () => {
  expect(plain("<img src=x> [a](b) `c`\n# d")).toBe("\\<img src=x\\> \\[a\\]\\(b\\) \\`c\\`  \n\\# d");
  const text = shown("# <script>x()</script>\ncodes Fe<|>w = 77301\n");
  expect(text).not.toMatch(/(?<!\\)<script/);
});

test("whatever is half typed, a pointer anywhere on it does no harm", () => {
  const whole = `rule R-1 "t"\n  for Medicare\n  effective row.x to 2026-01-01\n  bundle Simulation, Nope into 77301 that follows within 3 days in the same Course\n  unless modifier in Bypass, row.y on either line\n  deny as CARC 97 "{row.z}"\noverride R-1 for Aetna\n  limit row.code to row.units units per Course${names}`;
  for (let length = 0; length < whole.length; length += 7) {
    const { analysis, path } = analysed(whole.slice(0, length));
    for (let offset = 0; offset <= length; offset += 5) hoverAt(analysis, path, offset);
  }
});

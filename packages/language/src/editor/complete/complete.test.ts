import { expect, test } from "vitest";
import { analysed } from "../testing/analysed.js";
import type { Completions } from "./complete.js";
import { complete } from "./complete.js";

const book = `
codes Simulation = 77280, 77285
codes Plan = 77301
diagnoses Prostate = C61
modifiers Separate = 59, XS
payer Medicare = "MEDICARE"
payers Government = Medicare
setting hospital = place 22
authority NCCI "NCCI Policy Manual"
episode Course of Plan ends after 60 days idle
field tumor_site text
table Pairs
  | one   | two   | first date |
  | 77280 | 77301 | 2026-01-01 |
rule RO-101 "A simulation is part of the plan"
  effective 2026-01-01
  because NCCI
  bundle Simulation into Plan on the same day
  deny as CARC 97
`;

function at(written: string): Completions {
  const { analysis, path, offset } = analysed(`${written}\n--- book.edict\n${book}`);
  return complete(analysis, path, offset, {
    entries: (_file, relative) => (relative === "data/" ? ["pairs.csv", "notes.md", "old/"] : ["data/", "codes.edict"]),
    headers: (field) => (field === "date" ? ["DOS", "SERVICE DATE"] : []),
  });
}

/** The labels that are offered in a rule, but for snippets. */
function offered(clauses: string): readonly string[] {
  return at(clauses)
    .items.filter(({ kind }) => kind !== "snippet")
    .map(({ label }) => label);
}

const inRule = (clauses: string): readonly string[] => offered(`rule RO-102 "t"\n  ${clauses}`);

test("clauses come in the contract's order, and each once", () => {
  const first = inRule("for Medicare\n  <|>").filter((label) => !/^(?:,|rule|codes)/.test(label));
  expect(first.slice(0, 3)).toEqual(["in", "for each row of", "effective"]);
  expect(first).not.toContain("for");
  const after = inRule("for Medicare\n  bundle Plan into Plan on the same day\n  <|>\n  deny\n  because NCCI");
  expect(after).not.toContain("limit");
  expect(after).not.toContain("hold");
  expect(after).toContain("because");
  expect(after).toContain("unless");
});

test("the clause at the caret is not counted against itself", () => {
  expect(inRule("bun<|>dle Plan into Plan on the same day\n  deny")).toContain("bundle");
});

test("a list of valid codes, its own columns, and the nearest code where one is asked for", () => {
  expect(offered("table New <|>")).toContain("lists valid codes");
  const list =
    "table ValidCodes lists valid codes effective row.<|>\n  | code  | added date |\n  | 77301 |            |\n";
  expect(offered(list)).toEqual(["added"]);
  const rule = (table: string): string =>
    `each any code requires a row of ${table} where row.code = code\n  deny\n  suggest <|>\n${list.replace("<|>", "added")}`;
  expect(inRule(rule("ValidCodes"))).toContain("nearest code");
  expect(inRule(rule("Pairs"))).not.toContain("nearest code");
});

test("a waiver has no statement", () => {
  const labels = offered("waive RO-101 for Medicare\n  <|>");
  expect(labels).toContain("because");
  expect(labels).not.toContain("bundle");
  expect(labels).not.toContain("deny");
});

test("a bundle is followed by directions that nobody can take the wrong way round", () => {
  const labels = inRule("bundle Simulation into Plan <|>\n  deny");
  expect(labels).toContain("on the same day");
  expect(labels).toContain("by the same provider");
  expect(labels).toContain("that follows within 30 days");
  expect(labels).toContain("in the same");
  expect(labels.filter((label) => /before|after/.test(label))).toEqual([]);
  expect(inRule("each Plan requires Simulation <|>\n  deny")).toContain("within 30 days before");
  expect(inRule("each Plan requires Simulation <|>\n  deny")).not.toContain("that follows");
});

test("a scope word is offered once", () => {
  const labels = inRule("bundle Simulation into Plan on the same day <|>\n  deny");
  expect(labels).not.toContain("on the same day");
  expect(labels).toContain("on the same claim");
  expect(inRule("each Plan requires Simulation within 30 days <|>")).toContain("before");
  expect(inRule("each Plan requires Simulation before <|>").filter((label) => /within/.test(label))).toEqual([]);
});

test("names are of the kind that can stand there", () => {
  const names = (clause: string): readonly string[] =>
    inRule(clause).filter((label) => /^[A-Za-z_-]+\d*$/.test(label) && label !== "any");
  expect(names("for <|>")).toEqual(["Medicare", "Government"]);
  expect(names("in <|>")).toEqual(["hospital"]);
  expect(names("because <|>")).toEqual(["NCCI"]);
  expect(names("for each row of <|>")).toEqual(["Pairs"]);
  expect(names("bundle Plan into Plan in the same <|>")).toEqual(["Course"]);
  expect(offered("override <|>")).toEqual(["RO-101"]);
  expect(offered('test "t"\n  expect <|>')).toContain("RO-101");
});

test("codes are bare numbers with the sets that list them", () => {
  const { items } = at('rule RO-102 "t"\n  bundle 77<|>');
  expect(items.filter(({ kind }) => kind === "codes").map(({ label, detail }) => [label, detail])).toEqual([
    ["Plan", "codes: 77301"],
    ["Simulation", "codes: 77280, 77285"],
  ]);
  expect(items.find(({ label }) => label === "77285")?.detail).toBe("in Simulation");
});

test("what is likeliest comes first", () => {
  expect(inRule("bundle Simulation into Plan <|>")[0]).toBe("on the same day");
  expect(inRule("when modifier <|>").slice(0, 2)).toEqual(["is", "in"]);
  expect(inRule("when units <|>")[0]).toBe("=");
  expect(inRule("when <|>")[0]).toBe("modifier");
  expect(inRule("effective <|>")[0]).toBe("2026-01-01");
  expect(inRule("effective 2026-01-01\n  <|>")[0]).toBe("because");
  expect(inRule("effective 2026-01-01 <|>")).toContain("to");
  expect(inRule("bundle Plan into Plan within 30 <|>")[0]).toBe("days");
  expect(inRule("limit Plan to 1 <|>").slice(0, 3)).toEqual(["unit", "line", "day"]);
  expect(inRule("limit Plan to 4 <|>").slice(0, 3)).toEqual(["units", "lines", "days"]);
  expect(inRule("when units > <|>")[0]).toBe("1");
  expect(inRule("when tumor_site = <|>")[0]).toBe('"text"');
  expect(inRule("for each row of Pairs\n  bundle <|>").slice(0, 2)).toEqual(["row.one", "row.two"]);
  expect(offered('test "t"\n  <|>')[0]).toBe("given");
  expect(offered('test "t"\n  given payer Medicare\n  day 1 <|>')[0]).toBe("77280");
  // At the margin a new declaration, but for a rule that lacks something.
  expect(at("codes A = 77301\n<|>").items[0]?.label).toBe("rule: bundle");
  expect(at('rule R-1 "t"\n  forbid Plan\n<|>').items[0]?.label).toBe("when");
});

test("a phrase ends where it may end", () => {
  const labels = inRule("limit Plan to 1 unit for every 5 days of Simulation <|>");
  expect(labels.filter((label) => / /.test(label))).toEqual([
    "but at least 2 per",
    "counting a remainder of 2 or more",
  ]);
  expect(inRule("expect Plan <|>")[0]).toBe("at least 2 units");
});

test("values go with their field", () => {
  expect(inRule("when modifier is <|>").slice(0, 3)).toEqual(["Separate", "missing", "present"]);
  expect(inRule("when modifier in <|>")).toContain("XS");
  expect(inRule("when diagnosis in <|>")).toContain("Prostate");
  expect(inRule("when payer is <|>")).toContain("Medicare");
  expect(inRule("when form is <|>")).toContain("institutional");
  expect(inRule("when place is <|>")).toContain("22");
  expect(inRule("bundle Plan into Plan on the same day\n  deny as CARC <|>")).toEqual(["97"]);
});

test("fields stand in conditions, scopes and tests", () => {
  expect(inRule("when <|>")).toContain("tumor_site");
  expect(inRule("bundle Plan into Plan with the same <|>")).toContain("code");
  expect(inRule("limit Plan to 1 unit per day and <|>")).toContain("provider");
  expect(offered('test "t"\n  given payer Medicare, <|>')).toContain("place");
  expect(offered('test "t"\n  day 1 77301 <|>')).toContain("diagnosis");
});

test("a condition on two lines only where there are two", () => {
  expect(inRule("bundle Plan into Plan on the same day\n  unless modifier is 59 <|>")).toContain("on either line");
  expect(inRule("forbid Plan\n  unless modifier is 59 <|>")).not.toContain("on either line");
});

test("the allowance is suggested only where there is one", () => {
  expect(inRule("limit Plan to 1 unit per day\n  deny\n  suggest <|>")).toContain("units");
  expect(inRule("forbid Plan\n  deny\n  suggest <|>")).not.toContain("units");
});

test("columns of the right table", () => {
  expect(inRule("for each row of Pairs\n  bundle row.<|>")).toEqual(["one", "two"]);
  expect(inRule("for each row of Pairs\n  bundle <|>")).toContain("row.one");
  expect(inRule("each Plan requires a row of Pairs where <|>")).toContain("row.two");
  expect(inRule("bundle <|>")).not.toContain("row");
});

test("placeholders that the statement can fill, whole", () => {
  const labels = inRule('bundle Plan into Plan on the same day\n  deny "{co<|>de} is part"');
  expect(labels).toContain("{other.code}");
  expect(labels).not.toContain("{count}");
  expect(inRule('forbid Plan\n  deny "it is {<|>')).not.toContain("{other.code}");
  const { start, end } = at('rule RO-102 "t"\n  forbid Plan\n  deny "{co<|>de} is part"');
  expect(end - start).toBe("{code}".length);
});

test("paths, headers and date formats", () => {
  expect(offered('use "<|>"')).toEqual(["codes.edict", "data/", "../"]);
  expect(offered('table T from "data/<|>"\n  one code')).toEqual(["pairs.csv", "old/", "../"]);
  expect(offered('layout L\n  date from "<|>"')).toEqual(["DOS", "SERVICE DATE"]);
  expect(offered('layout L\n  date from "D" as "<|>"')).toContain("MM/DD/YYYY");
});

test("a new rule gets the next id of the pattern", () => {
  expect(offered("rule <|>")).toEqual(["RO-102"]);
});

test("tests", () => {
  expect(offered('test "t"\n  given payer Medicare\n  day 1 77301\n  <|>')).toContain("weekdays 2 to 2");
  expect(offered('test "t"\n  given payer Medicare\n  day 1 77301\n  expect <|>')).toContain("nothing else");
  expect(offered('test "t"\n  day 1 77280\n  expect RO-101 on <|>')[0]).toBe("77280");
  const days = offered('test "t"\n  day 1 77301\n  days 2 to 4 77280\n  expect RO-101 on 77280 <|>');
  expect(days.slice(0, 2)).toEqual(["days 2 to 4", "day 1"]);
});

test("within a comment nothing is offered", () => {
  expect(at("# a co<|>mment").items).toEqual([]);
});

test("the word at the caret is replaced, and nothing else", () => {
  const { start, end } = at('rule RO-102 "t"\n  bundle Simu<|>lation into Plan');
  expect({ start, end }).toEqual({ start: 25, end: 35 });
});

test("broken text before the caret has no say", () => {
  expect(inRule("bundle into into\n  for Medicare, <|>")).toContain("Government");
  expect(offered("codes X = 77301 77302 ] 5, <|>")).toContain("Simulation");
  expect(inRule("bundle into\n  when <|>")).toContain("modifier");
});

test("every snippet is whole Edict", () => {
  const { items } = at("<|>");
  for (const { label, kind, insert } of items) {
    if (kind !== "snippet" || insert === null) continue;
    const text = plainOf(insert).replaceAll("CODES", "Plan");
    const { diagnostics } = analysed(`${text}\n--- data/table.csv\ncode\n--- codes/x.edict\n`).analysis;
    const syntax = diagnostics.filter(({ code }) =>
      ["misplaced-word", "unfinished", "unknown-word", "missing-word", "stray-character"].includes(code),
    );
    expect({ label, text, syntax }).toEqual({ label, text, syntax: [] });
  }
});

test("no prefix throws", () => {
  const text = `${book}override RO-101 for Medicare\n  bundle Simulation into Plan that follows within 14 days\ntest "x"\n  given payer Medicare, place 22, starting 2026-01-01\n  day 1  77280-59 x2 amount $4\n  expect nothing else\n`;
  const whole = analysed(text).analysis;
  for (let offset = 0; offset <= text.length; offset += 7) {
    expect(complete(whole, "rules.edict", offset).end).toBeGreaterThanOrEqual(offset);
    const cut = analysed(text.slice(0, offset)).analysis;
    expect(complete(cut, "rules.edict", offset).start).toBeLessThanOrEqual(offset);
  }
});

/** Takes what is offered, one after the other, each by its label and put in with its stops as they are. */
function chosen(labels: readonly string[]): string {
  let text = "";
  for (const label of labels) {
    if (label === "\n" || label === "\n  ") {
      text += label;
      continue;
    }
    const from = /\s$|^$/.test(text) ? text : `${text} `;
    const { items, start, end } = at(`${from}<|>`);
    const found = items.findLast((one) => one.label === label);
    if (found === undefined) throw new Error(`${label} is not offered after ${from}`);
    const put = found.isSnippet ? plainOf(found.insert ?? label) : (found.insert ?? label);
    text = from.slice(0, start) + put + from.slice(end);
  }
  return text;
}

function plainOf(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, "$1")
    .replace(/\\(.)/g, "$1");
}

test("a whole rule can be written by choosing alone", () => {
  const text = chosen(
    [
      ["rule", "RO-102", '"title"', "\n  "],
      ["for", "Medicare", "in", "hospital", "\n  ", "effective", "2026-01-01", "\n  ", "because", "NCCI", "\n  "],
      ["bundle", "Simulation", "except", "77285", "into", "any code", "having", "modifier", "in", "Separate"],
      ["that follows within 30 days", "in the same", "Course", "by the same provider", "\n  "],
      ["unless", "modifier", "is", "59", "on either line", "or", "tumor_site", "is", "missing", "\n  "],
      ["deny as CARC", "97", '"text"', "\n  ", "suggest", "remove", "\n"],
      ["test", '"title"', "\n  ", "given", "payer", "Medicare", "place", "22", "starting", "2026-01-01", "\n  "],
      ["day 2", "77280", "\n  ", "day 2", "77301", "\n  ", "expect", "RO-102", "on", "77280", "day 2", "\n  "],
      ["expect", "nothing else", "\n"],
    ].flat(),
  );
  const { diagnostics } = analysed(`${text}\n--- book.edict\n${book}`).analysis;
  expect(diagnostics.filter(({ span, severity }) => severity === "error" && span.file === "rules.edict")).toEqual([]);
  expect(text).toContain("that follows within 30 days in the same Course by the same provider");
});

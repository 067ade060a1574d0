import { expect, test } from "vitest";
import { acted, meanings, titlesAt } from "../testing/acted.js";

test("the codes that are selected get a name, declared above the comment of their rule", () => {
  expect(
    acted(
      `# Why.
rule R "t"
  bundle <|77280, 77290 until 2025-12-31|>, 77295 into 77301 on the same day
  deny
`,
      "name these 2 as a set of codes",
    ),
  ).toBe(`codes ‹NewCodes› = 77280, 77290 until 2025-12-31

# Why.
rule R "t"
  bundle ‹NewCodes›, 77295 into 77301 on the same day
  deny
`);
});

test("at a caret, the whole list of a statement", () => {
  expect(
    acted('rule R "t"\n  forbid (77427, 7743<|>1) having modifier is 26\n  deny\n', "name these 2 as a set of codes"),
  ).toBe('codes ‹NewCodes› = 77427, 77431\n\nrule R "t"\n  forbid (‹NewCodes›) having modifier is 26\n  deny\n');
});

test("of one set a part becomes another, by a name that is free", () => {
  expect(acted("codes NewCodes = <|77280, 77290|>, 77301", "name these 2 as a set of codes")).toBe(
    "codes ‹NewCodes2› = 77280, 77290\n\ncodes NewCodes = ‹NewCodes2›, 77301",
  );
});

test("modifiers and diagnoses of a condition", () => {
  const rule = (values: string): string => `rule R "t"\n  forbid 77301\n  unless ${values}\n  deny\n`;
  expect(acted(rule("modifier in 25, 5<|>9"), "name these 2 as a set of modifiers")).toBe(
    `modifiers ‹NewModifiers› = 25, 59\n\n${rule("modifier in ‹NewModifiers›")}`,
  );
  expect(acted(rule("diagnosis in <|C61|>, C69"), "name C61 as a set of diagnoses")).toBe(
    `diagnoses ‹NewDiagnoses› = C61\n\n${rule("diagnosis in ‹NewDiagnoses›, C69")}`,
  );
});

test("no name for what has one, for a code at a caret, for a row's value, for payers", () => {
  const rule = (statement: string): string => `rule R "t"\n  ${statement}\n  deny\n`;
  expect(titlesAt("codes A = 77280, 772<|>90")).toEqual([]);
  for (const statement of ["forbid 773<|>01", "forbid row.code, 77<|>301", "forbid 77301 unless payer in P, Q<|>"]) {
    expect(titlesAt(rule(statement), ["refactor"])).toEqual([]);
  }
});

test("a rulebook means the same afterwards", () => {
  const { before, after } = meanings(
    `rule R "t"
  bundle 77280, <|77285 until 2025-12-31, G6003..G6016|> into 77301 on the same day
  deny "{code}"
`,
    "name these 2 as a set of codes",
  );
  expect(after).toEqual(before);
});

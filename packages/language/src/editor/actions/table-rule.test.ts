import { expect, test } from "vitest";
import { acted, titlesAt } from "../testing/acted.js";

test("rules that differ in codes and numbers become rows", () => {
  expect(
    acted(
      `# At most so many.
rule <|>MUE-77300 "at most ten a day"
  effective 2024-01-01
  limit 77300 to 10 units per day
  deny "{code}"

rule MUE-77334 "at most twelve a day"
  effective 2025-01-01
  limit 77334 to 12 units
    per day
  deny "{code}"

codes Other = 77301

rule OTHER "not alike"
  limit 77300 to 10 units per claim
  deny "{code}"

test "ten"
  given starting 2026-03-02
  day 1 77334 x13
  expect MUE-77334 on 77334 day 1
`,
      "turn these 2 rules into one with a table",
    ),
  ).toBe(`table ‹NewTable›
  | starts     | code  | units | note                 |
  | 2024-01-01 | 77300 | 10    | at most ten a day    |
  | 2025-01-01 | 77334 | 12    | at most twelve a day |

# At most so many.
rule MUE-77300 "at most ten a day"
  for each row of ‹NewTable›
  effective row.starts
  limit row.code to row.units units per day
  deny "{code}"

codes Other = 77301

rule OTHER "not alike"
  limit 77300 to 10 units per claim
  deny "{code}"

test "ten"
  given starting 2026-03-02
  day 1 77334 x13
  expect MUE-77300 on 77334 day 1
`);
});

const pair = (name: string, codes: string): string =>
  `rule ${name} "t"\n  bundle ${codes} into 77301 on the same day\n  deny\n`;

test("what is the same in all stays as it is", () => {
  expect(acted(`<|>${pair("A", "77280")}\n${pair("B", "77290")}`, "turn these 2 rules into one with a table")).toBe(
    `table ‹NewTable›\n  | code  |\n  | 77280 |\n  | 77290 |\n\nrule A "t"\n  for each row of ‹NewTable›\n  bundle row.code into 77301 on the same day\n  deny\n`,
  );
});

test("numbers of five digits are said to be numbers", () => {
  const limit = (name: string, most: number): string =>
    `rule ${name} "t"\n  limit 77300 to ${most} units per day\n  deny\n`;
  expect(acted(`<|>${limit("A", 10000)}${limit("B", 20000)}`, "turn these 2 rules into one with a table")).toContain(
    "| units number |\n  | 10000        |",
  );
});

test("not where something would be lost, and not what is not alike", () => {
  const two = `<|>${pair("A", "77280")}\n${pair("B", "77290")}`;
  const offered = (text: string): readonly string[] => titlesAt(text, ["refactor.rewrite"]);
  expect(offered(two)).toHaveLength(1);
  expect(offered(`${two}\nwaive B effective 2026-01-01\n`)).toEqual([]);
  expect(offered(`<|>${pair("A", "77280")}\n# Why.\n${pair("B", "77290")}`)).toEqual([]);
  expect(offered(`${two}\ntest "t"\n  2026-03-02 77280\n  expect no A\n  expect no B\n`)).toEqual([]);
  expect(offered(`<|>${pair("A", "77280..77290")}\n${pair("B", "77290..77295")}`)).toEqual([]);
  expect(offered(`<|>${pair("A", "77280")}\n${pair("B", "77280")}`)).toEqual([]);
});

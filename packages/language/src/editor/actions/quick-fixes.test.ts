import { expect, test } from "vitest";
import { acted, actionsAt, titlesAt } from "../testing/acted.js";

test("a fix of a diagnostic is offered where it stands, and preferred where it is the only one", () => {
  const text = "diagnoses D = C69..C61<|>\ndiagnoses E = C61";
  expect(titlesAt(text, ["quickfix"])).toEqual(["write C61..C69 *"]);
  expect(acted(text, "write C61..C69")).toBe("diagnoses D = C61..C69\ndiagnoses E = C61");
  expect(titlesAt("diagnoses D = C69..C61\ndiagnoses E = C<|>61", ["quickfix"])).toEqual([]);
});

test("two readings are both offered, and neither is preferred", () => {
  const text =
    'rule R "t"\n  effective 2024-01-01\n  because A\n  bundle 77280 into 77301 be<|>fore\n  deny\nauthority A "a"\n';
  expect(titlesAt(text, ["quickfix"])).toEqual(["write that precedes", "write that follows"]);
});

test("all of one code in the file", () => {
  const text = "codes A = 77290..77280<|>, 77402..77401\n";
  expect(acted(text, "mend all 2 of range-backwards in this file")).toBe("codes A = 77280..77290, 77401..77402\n");
});

test("what needs no thought is mended in the whole file, guesses are not", () => {
  const text = `Rule R "t"
  effective 1/2/2024
  because A “section”
  forbid Simulaton,
  deny as carc 97
authority A "a"
codes Simulation = 77280<|>
`;
  expect(titlesAt(text, ["source"])).toEqual(["mend all that needs no thought"]);
  expect(acted(text, "mend all that needs no thought", ["source.fixAll"])).toBe(`rule R "t"
  effective 2024-01-02
  because A "section"
  forbid Simulaton
  deny as CARC 97
authority A "a"
codes Simulation = 77280
`);
  expect(titlesAt("codes A = 77280<|>", ["source"])).toEqual([]);
});

test("they carry the diagnostic that they mend", () => {
  const [fix] = actionsAt("codes A = 77290..77280<|>");
  expect(fix?.mends.map(({ code }) => code)).toEqual(["range-backwards"]);
});

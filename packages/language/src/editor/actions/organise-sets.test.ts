import { expect, test } from "vitest";
import { acted, meanings, titlesAt } from "../testing/acted.js";

const sort = "sort A and say nothing twice";
const join = "sort A and join neighbours into ranges";

test("a set is sorted, named sets first, and says nothing twice", () => {
  expect(acted("codes A = 77301, B, 77280..77290<|>, 77285, 77301\ncodes B = 77402", sort)).toBe(
    "codes A = B, 77280..77290, 77301\ncodes B = 77402",
  );
});

test("lines break where they broke", () => {
  expect(acted("codes A = 77301,\n  77290,\n  772<|>80", sort)).toBe("codes A = 77280,\n  77290,\n  77301");
});

test("what is taken out is sorted too", () => {
  expect(acted("codes A = 77280..77301 except<|> 77290, 77285", sort)).toBe(
    "codes A = 77280..77301 except 77285, 77290",
  );
});

test("dates stay with their codes, and a code that always holds covers one that ends", () => {
  expect(acted("codes A = 77301 until 2025-12-31, 77290 from 2024-01-01<|>, 77301", sort)).toBe(
    "codes A = 77290 from 2024-01-01, 77301",
  );
});

test("neighbours are joined where there are three", () => {
  expect(acted("codes A = 77282, 77281, 77280, 77301<|>, 77302, G6003", join)).toBe(
    "codes A = 77280..77282, 77301, 77302, G6003",
  );
  expect(titlesAt("codes A = 77280, 77281, 77282 until 2025-12-31<|>")).toEqual([]);
});

test("diagnoses and modifiers", () => {
  expect(acted("diagnoses A = C69, C61.1, C61<|>", sort)).toBe("diagnoses A = C61, C69");
  expect(acted("modifiers A = XS, 59<|>, XS", sort)).toBe("modifiers A = 59, XS");
});

test("a set that is in order, one with a comment within and one that cannot be read are left alone", () => {
  expect(titlesAt("codes A = 77280, 77290<|>")).toEqual([]);
  expect(titlesAt("codes A = 77290, # later\n  77280<|>")).toEqual([]);
  expect(titlesAt("codes A = 77290, Nobody, 77280<|>")).toEqual([]);
});

test("all sets of a file, only where they are asked for", () => {
  const text = "codes A = 77290, 77280<|>\ncodes B = 77402, 77401";
  expect(acted(text, "sort all sets of this file", ["source"])).toBe("codes A = 77280, 77290\ncodes B = 77401, 77402");
  expect(titlesAt(text)).toEqual([sort]);
});

test("a rulebook means the same afterwards", () => {
  const text = `codes A = 77282, 77281, 77280, 77281, B<|>
codes B = 77301
rule R "t"
  forbid A
  deny
`;
  for (const title of [sort, join]) {
    const { before, after } = meanings(text, title);
    expect(after).toEqual(before);
  }
});

import { expect, test } from "vitest";
import { acted, meanings, titlesAt } from "../testing/acted.js";

const inline = "write what A holds in its place";
const rule = (statement: string): string => `rule R "t"\n  ${statement}\n  deny "{code}"\n`;
const set = "codes A = 77280, 77285..77290 until 2025-12-31\n";

test("a set's items stand where its name stood", () => {
  expect(acted(set + rule("forbid A<|>, 77301"), inline)).toBe(
    set + rule("forbid 77280, 77285..77290 until 2025-12-31, 77301"),
  );
});

test("where the list is narrowed it stands in parentheses", () => {
  expect(acted(set + rule("forbid A<|> having modifier is 26"), inline)).toBe(
    set + rule("forbid (77280, 77285..77290 until 2025-12-31) having modifier is 26"),
  );
  expect(acted(set + rule("forbid (A<|>, 77301) having modifier is 26"), inline)).toBe(
    set + rule("forbid (77280, 77285..77290 until 2025-12-31, 77301) having modifier is 26"),
  );
});

test("what is taken out goes along where the set stands alone", () => {
  expect(acted(`codes A = 77280..77290 except 77285\n${rule("forbid A<|>")}`, inline)).toContain(
    "forbid 77280..77290 except 77285\n",
  );
  expect(titlesAt(`codes A = 77280..77290 except 77285\n${rule("forbid A<|>, 77301")}`, ["refactor.inline"])).toEqual(
    [],
  );
});

test("modifiers of a condition", () => {
  expect(acted(`modifiers A = 25, 59\n${rule("forbid 77301 unless modifier in XS, A<|>")}`, inline)).toContain(
    "modifier in XS, 25, 59\n",
  );
});

test("not where dates bound the name, nor where a comment stands within, nor for what is unknown", () => {
  const refactors = (text: string): readonly string[] => titlesAt(text, ["refactor.inline"]);
  expect(refactors(set + rule("forbid A<|> until 2025-12-31"))).toEqual([]);
  expect(refactors(`codes A = 77280, # first\n  77290\n${rule("forbid A<|>")}`)).toEqual([]);
  expect(refactors(rule("forbid A<|>"))).toEqual([]);
});

test("a rulebook means the same afterwards", () => {
  const { before, after } = meanings(`${set}${rule("bundle A<|>, 77301 into 77402 on the same day")}`, inline);
  expect(after).toEqual(before);
});

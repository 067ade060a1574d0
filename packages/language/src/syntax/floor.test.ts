/** `but at least J` of a ratio, before PER and behind it. */
import { expect, test } from "vitest";
import { parse } from "./parse.js";

const limit = (words: string): string =>
  `rule R-1 "x"\n  limit 77427 to 1 unit for every 5 days of 77412 ${words}\n  deny\n`;
const codesOf = (words: string): readonly string[] =>
  parse({ path: "a.edict", text: limit(words) }).diagnostics.map(({ code }) => code);

test("the floor may stand before PER or behind it, once", () => {
  expect(codesOf("but at least 1 per patient")).toEqual([]);
  expect(codesOf("per patient but at least 1")).toEqual([]);
  expect(codesOf("per patient and provider but at least 1 all lines")).toEqual([]);
  expect(codesOf("but at least 1 per patient but at least 2")).not.toEqual([]);
});

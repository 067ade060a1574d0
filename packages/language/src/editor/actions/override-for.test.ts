import { expect, test } from "vitest";
import { acted, titlesAt } from "../testing/acted.js";

const payers = 'payer P = "P"\npayer Q = "Q"\n';
const rule = (clause: string): string => `rule R "t"\n  ${clause}\n  limit 77300 to 10 units per day\n  deny\n`;

test("an override begins as the rule's own statement", () => {
  expect(acted(`${payers}${rule("for P, <|>Q")}\ncodes A = 77280\n`, "override R for Q")).toBe(
    `${payers}${rule("for P, Q")}\noverride R for Q\n  ‹limit 77300 to 10 units per day›\n\ncodes A = 77280\n`,
  );
});

test("not beside another override, and not elsewhere in the rule", () => {
  expect(titlesAt(`${payers}${rule("for P, <|>Q")}waive R for P\n`, ["refactor"])).toEqual([]);
  expect(titlesAt(`${payers}${rule("<|>for P")}`, ["refactor"])).toEqual([]);
});

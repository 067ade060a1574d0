/** Which rules name a code, and as what. */
import { expect, test } from "vitest";
import type { Rulebook } from "@edict/rulebook";
import { lower } from "../compile.js";
import { analysed } from "../editor/testing/analysed.js";
import { tablesOf } from "./conditions-of.js";
import { rulesNaming } from "./rules-naming.js";

const names = `
codes Simulation = 77280..77290 except 77285
codes Old = G6003 until 2025-12-31
payer Aetna = "AETNA"
table Known
  | code  | to    |
  | 77401 | 77402 |
`;

function rulebookOf(text: string): Rulebook {
  const rulebook = lower(analysed(names + text).analysis);
  if (rulebook === null) throw new Error("the rules of this test have a mistake");
  return rulebook;
}

/** The rules that name a code: `R-1 subject companion`. */
function naming(text: string, code: string): string[] {
  return rulesNaming(rulebookOf(text))(code).map(({ rule, roles }) => [rule.id, ...roles].join(" "));
}

test("subjects and companions, through sets and ranges, whatever the day", () => {
  const rules = `
rule R-1 "t" bundle Simulation into 77301 on the same day deny
rule R-2 "t" each 77301 requires Old, Simulation on the same day deny`;
  expect(naming(rules, "77301")).toEqual(["R-1 companion", "R-2 subject"]);
  expect(naming(rules, "77290")).toEqual(["R-1 subject", "R-2 companion"]);
  expect(naming(rules, "77285")).toEqual([]);
  expect(naming(rules, "G6003")).toEqual(["R-2 companion"]);
});

test("ratios, conditions and what is suggested", () => {
  const rules = `
rule R-1 "t" limit 77427 to 1 unit for every 5 days of 77386 per patient deny
rule R-2 "t" forbid any code when code in 77386, 77427 and not (code is 77401 or units > 1) deny
rule R-3 "t" forbid 77412 having code is 77412 deny suggest replace with 77407`;
  expect(naming(rules, "77386")).toEqual(["R-1 ratio", "R-2 condition"]);
  expect(naming(rules, "77401")).toEqual(["R-2 condition"]);
  expect(naming(rules, "77412")).toEqual(["R-3 subject condition"]);
  expect(naming(rules, "77407")).toEqual(["R-3 suggestion"]);
});

test("what is excepted is not named, and any code is no name", () => {
  const rules = `
rule R-1 "t" forbid Simulation, 77301 except 77290 deny
rule R-2 "t" forbid any code except 77290 deny`;
  expect(naming(rules, "77290")).toEqual([]);
  expect(naming(rules, "77280")).toEqual(["R-1 subject"]);
});

test("overrides and written tables", () => {
  const rules = `
rule R-1 "t" forbid 77301 deny
override R-1 for Aetna forbid 77338 deny
rule R-2 "t" for each row of Known bundle row.to into row.code on the same day deny
rule R-3 "t" each 77373 requires a row of Known where row.code = code deny`;
  expect(naming(rules, "77338")).toEqual(["R-1 subject"]);
  expect(naming(rules, "77401")).toEqual(["R-2 row", "R-3 row"]);
  // R-3 reads another column than the one that it stands in.
  expect(naming(rules, "77402")).toEqual(["R-2 row"]);
  expect(rulebookOf(rules).rules.map((rule) => [...tablesOf(rule)].join())).toEqual(["", "Known", "Known"]);
});

/** Random statements: the checks of a rule, and what a message and a suggestion can fill from them. */
import type { Check, Placeholder } from "@edict/rulebook";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import {
  absentCheck,
  atLeastCheck,
  expectCheck,
  fewerThanCheck,
  limitCheck,
  lineCheck,
  pairsCheck,
  presentCheck,
} from "./checks.js";
import type { TableName } from "./vocabulary.js";

/** One shape of statement. */
export interface Statement {
  readonly checks: Arbitrary<Check[]>;
  /** True where `when` and `unless` may speak of the other line. */
  readonly inPairs: boolean;
  readonly fills: readonly Placeholder[];
  /** How often it is drawn, against the others. */
  readonly weight: number;
}

const ofLine: readonly Placeholder[] = ["code", "date", "units", "payer"];
const ofCompanion: readonly Placeholder[] = [...ofLine, "other.code", "other.date", "days"];
const counted: readonly Placeholder[] = ["count", "allowed"];

/** Every shape of statement. */
export function statements(table: TableName | null): Statement[] {
  const one = (check: Arbitrary<Check>): Arbitrary<Check[]> => check.map((own) => [own]);
  const several = (check: Arbitrary<Check>): Arbitrary<Check[]> =>
    fc.array(check, { minLength: 2, maxLength: 3, size: "max" });
  const any = fc.oneof(
    ...[lineCheck, presentCheck, absentCheck, fewerThanCheck, limitCheck, expectCheck].map((check) => check(table)),
  );
  return [
    { checks: one(lineCheck(table)), inPairs: false, fills: ofLine, weight: 4 },
    { checks: one(presentCheck(table)), inPairs: true, fills: ofCompanion, weight: 4 },
    { checks: one(atLeastCheck(table)), inPairs: true, fills: [...ofCompanion, ...counted], weight: 3 },
    { checks: one(absentCheck(table)), inPairs: false, fills: ofLine, weight: 3 },
    { checks: one(fewerThanCheck(table)), inPairs: false, fills: [...ofCompanion, ...counted], weight: 3 },
    { checks: one(limitCheck(table)), inPairs: false, fills: [...ofLine, ...counted], weight: 7 },
    { checks: one(expectCheck(table)), inPairs: false, fills: [...ofLine, ...counted], weight: 5 },
    { checks: several(absentCheck(table)), inPairs: false, fills: ofLine, weight: 2 },
    { checks: one(pairsCheck), inPairs: true, fills: ofCompanion, weight: table === "Pairs" ? 12 : 0 },
    { checks: several(any), inPairs: false, fills: ofLine, weight: 1 },
  ];
}

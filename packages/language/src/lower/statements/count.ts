/** `limit` and `expect`: how much of A there is in each group, against an allowance. */
import type { ExpectStatement, LimitStatement } from "../../ast/nodes.js";
import { perOf } from "../../print/statements.js";
import { fromAllowance, fromPer, measureWord } from "../from-amount.js";
import { labelOf } from "../../print/codes.js";
import type { LoweringPlace } from "../from-codes.js";
import { fromCodes } from "../from-codes.js";
import { filled, sentence } from "../message.js";
import type { LoweredStatement } from "./lowered.js";

export function fromLimit(place: LoweringPlace, statement: LimitStatement): LoweredStatement {
  const { subject, quantity, forEvery, per, allLines } = statement;
  const group = perOf(per);
  const [count, allowed] = [filled("count"), filled("allowed")];
  return {
    checks: [
      {
        kind: "count",
        finds: "more",
        subject: fromCodes(place, subject),
        measure: quantity.measure,
        allowance: fromAllowance(place, quantity, forEvery),
        per: fromPer(place, per),
        allLines,
      },
    ],
    message: sentence`${filled("code")} on ${filled("date")} goes past ${allowed} ${forEvery === null ? measureWord(quantity) : quantity.measure} ${group}: ${count} of ${labelOf(subject)}`,
    suggest: null,
  };
}

export function fromExpect(place: LoweringPlace, statement: ExpectStatement): LoweredStatement {
  const { subject, quantity, forEvery, per } = statement;
  const group = perOf(per);
  const [count, allowed] = [filled("count"), filled("allowed")];
  return {
    checks: [
      {
        kind: "count",
        finds: "fewer",
        subject: fromCodes(place, subject),
        measure: quantity.measure,
        allowance: fromAllowance(place, quantity, forEvery),
        per: fromPer(place, per),
        allLines: false,
      },
    ],
    message: sentence`up to ${filled("code")} on ${filled("date")} there are ${count} ${quantity.measure} of ${labelOf(subject)}, and at least ${allowed} are expected ${group}`,
    suggest: null,
  };
}

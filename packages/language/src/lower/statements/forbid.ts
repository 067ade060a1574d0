/** `forbid A`: every such line. `forbid A with B SCOPE`: a companion that is present, or present often enough. */
import type { ForbidStatement } from "../../ast/nodes.js";
import { fromAmount } from "../from-amount.js";
import { labelOf } from "../../print/codes.js";
import type { LoweringPlace } from "../from-codes.js";
import { fromCodes } from "../from-codes.js";
import { fromScope } from "../from-scope.js";
import { filled, sentence } from "../message.js";
import type { LoweredStatement } from "./lowered.js";

export function fromForbid(place: LoweringPlace, statement: ForbidStatement): LoweredStatement {
  const subject = fromCodes(place, statement.subject);
  const code = filled("code");
  const date = filled("date");
  if (statement.with === null) {
    return {
      checks: [{ kind: "line", pick: "each", subject, requires: null }],
      message: sentence`${code} on ${date} is not to be billed`,
      suggest: null,
    };
  }
  const { codes, scopes, atLeast } = statement.with;
  const companion = fromCodes(place, codes);
  const scope = fromScope(place, scopes);
  if (atLeast === null) {
    return {
      checks: [{ kind: "companion", pick: "each", subject, companion, scope, finds: { kind: "present" } }],
      message: sentence`${code} on ${date} is not to be billed with ${filled("other.code")} on ${filled("other.date")}`,
      suggest: null,
    };
  }
  const { measure } = atLeast;
  const finds = { kind: "at-least", amount: fromAmount(atLeast.amount), measure } as const;
  const [count, allowed] = [filled("count"), filled("allowed")];
  return {
    checks: [{ kind: "companion", pick: "each", subject, companion, scope, finds }],
    message: sentence`${code} on ${date} is not to be billed with ${allowed} or more ${measure} of ${labelOf(codes)}, and there are ${count}`,
    suggest: null,
  };
}

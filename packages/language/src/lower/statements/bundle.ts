/** `bundle A into B SCOPE`: a companion that is present. */
import type { BundleStatement } from "../../ast/nodes.js";
import type { LoweringPlace } from "../from-codes.js";
import { fromCodes } from "../from-codes.js";
import { fromScope } from "../from-scope.js";
import { filled, sentence } from "../message.js";
import type { LoweredStatement } from "./lowered.js";

export function fromBundle(place: LoweringPlace, statement: BundleStatement): LoweredStatement {
  return {
    checks: [
      {
        kind: "companion",
        pick: "each",
        subject: fromCodes(place, statement.subject),
        companion: fromCodes(place, statement.into),
        scope: fromScope(place, statement.scopes),
        finds: { kind: "present" },
      },
    ],
    message: sentence`${filled("code")} on ${filled("date")} is included in ${filled("other.code")} on ${filled("other.date")}`,
    suggest: null,
  };
}

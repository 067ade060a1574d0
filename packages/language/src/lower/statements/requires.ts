/** `each A requires …`: a companion that must not be absent or too little, a condition, or a row of a table. */
import type { RequiresStatement } from "../../ast/nodes.js";
import { fromAmount, measureWord } from "../from-amount.js";
import { conditionOf } from "../../print/conditions.js";
import { scopesOf } from "../../print/scopes.js";
import { labelOf } from "../../print/codes.js";
import type { LoweringPlace } from "../from-codes.js";
import { fromCodes } from "../from-codes.js";
import { fromCondition } from "../from-condition.js";
import { fromScope } from "../from-scope.js";
import { filled, sentence } from "../message.js";
import type { LoweredStatement } from "./lowered.js";

export function fromRequires(
  place: LoweringPlace,
  { pick, subject: codes, requires }: RequiresStatement,
): LoweredStatement {
  const subject = fromCodes(place, codes);
  const code = filled("code");
  const date = filled("date");
  switch (requires.kind) {
    case "companion": {
      const companion = fromCodes(place, requires.codes);
      const scope = fromScope(place, requires.scopes);
      const where = scopesOf(requires.scopes);
      const what = labelOf(requires.codes);
      if (requires.atLeast === null) {
        return {
          checks: [{ kind: "companion", pick, subject, companion, scope, finds: { kind: "absent" } }],
          message: sentence`${code} on ${date} needs ${what} ${where}, and there is none`,
          suggest: null,
        };
      }
      const { measure } = requires.atLeast;
      const finds = { kind: "fewer-than", amount: fromAmount(requires.atLeast.amount), measure } as const;
      const [count, allowed] = [filled("count"), filled("allowed")];
      return {
        checks: [{ kind: "companion", pick, subject, companion, scope, finds }],
        message: sentence`${code} on ${date} needs at least ${allowed} ${measureWord(requires.atLeast)} of ${what} ${where}, and there are ${count}`,
        suggest: null,
      };
    }
    case "condition": {
      const condition = conditionOf(requires.condition);
      return {
        checks: [{ kind: "line", pick, subject, requires: fromCondition(place, requires.condition) }],
        message: sentence`${code} on ${date} is billed only where ${condition}`,
        suggest: null,
      };
    }
    case "row": {
      const table = place.book.tables.get(requires.table.text);
      if (table === undefined) throw new Error(`the table ${requires.table.text} is unknown, which the checks report`);
      const where = fromCondition({ ...place, table }, requires.condition);
      return {
        checks: [{ kind: "line", pick, subject, requires: { kind: "row", table: table.name, where } }],
        message: sentence`${code} on ${date} has no row in ${table.name} that allows it`,
        suggest: null,
      };
    }
  }
}

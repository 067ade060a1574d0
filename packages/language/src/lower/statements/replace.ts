/** `replace A with CODE`: every such line, with the other code as the proposal. */
import type { MessagePart, Suggestion } from "@edict/rulebook";
import type { ReplaceStatement } from "../../ast/nodes.js";
import type { LoweringPlace } from "../from-codes.js";
import { fromCodes } from "../from-codes.js";
import { filled, sentence } from "../message.js";
import type { LoweredStatement } from "./lowered.js";

export function fromReplace(place: LoweringPlace, { subject, with: other }: ReplaceStatement): LoweredStatement {
  const instead: MessagePart =
    other.kind === "word" ? { kind: "text", text: other.text } : { kind: "row", column: other.column.text };
  const suggest: Suggestion =
    other.kind === "word" ? { kind: "replace", code: other.text } : { kind: "replace-row", column: other.column.text };
  return {
    checks: [{ kind: "line", pick: "each", subject: fromCodes(place, subject), requires: null }],
    message: sentence`${filled("code")} on ${filled("date")} is to be billed as ${instead}`,
    suggest,
  };
}

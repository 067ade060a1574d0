/** A message that says the title again: the report shows both, and the reader learns nothing of the line. */
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

export const messageRepeatsTitle = declarationLint(
  {
    code: "message-repeats-title",
    severity: "warning",
    message: () =>
      "the message says the title again; say what is wrong with this line and what to do, with {code} and {date}",
  },
  ["rule"],
  (_, { source, node }, found) => {
    for (const clause of node.clauses) {
      if (clause.kind !== "outcome" || clause.message === null) continue;
      if (bare(clause.message.text) === bare(node.title.text)) found(stretchOf(source, clause.message), {});
    }
  },
);

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

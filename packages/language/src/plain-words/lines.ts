/** The lines that a check looks at: `each line of Simulation`, `the first line of 77427 whose modifier is 26`. */
import type { CodeChoice, Lines } from "@edict/rulebook";
import { conditionWords } from "./condition.js";
import { oneOf } from "./phrases.js";
import { codeSpanWords } from "./values.js";

/** Which codes: `77301`, `Simulation or Planning`, `any code but 77336`, `the code in the row's column “old”`. */
export function codesWords({ any, except, ...rest }: CodeChoice): string {
  const chosen = any ? "any code" : oneOf(sourceWords(rest), "or") || "no code";
  return except === null ? chosen : `${chosen} but not ${oneOf(sourceWords(except), "or")}`;
}

/** `of Simulation whose modifier is 26`, to stand after `line` or `units`. */
export function ofLines({ codes, having }: Lines): string {
  if (having === null) return `of ${codesWords(codes)}`;
  return `of ${codesWords(codes)} (where ${conditionWords(having)})`;
}

function sourceWords({ sets, spans, columns }: Pick<CodeChoice, "sets" | "spans" | "columns">): readonly string[] {
  return [...sets, ...spans.map(codeSpanWords), ...columns.map((column) => `the code in the row's column “${column}”`)];
}

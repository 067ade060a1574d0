/** A message that does not say which code it is about: in a worklist of a thousand findings nobody can act on it. */
import { partsOf } from "../../names/statement-parts.js";
import { stretchOf } from "../../source/source.js";
import { versionLint } from "../lint.js";

export const messageWithoutCode = versionLint(
  {
    code: "message-without-code",
    severity: "info",
    message: () => "the message does not say which code it is about; write {code} where it belongs",
  },
  (_, { clauses: { outcome, statement } }, found) => {
    const message = outcome?.node.message ?? null;
    if (outcome === null || message === null || statement === null) return;
    if (/\{(?:other\.)?code\}|\{row\./.test(message.text)) return;
    // A rule about one code may write its number.
    const written = partsOf(statement.node).codes.flatMap(({ items }) => items);
    if (written.some(({ value }) => value.kind === "word" && message.text.includes(value.text))) return;
    found(stretchOf(outcome.source, message), {});
  },
);

/** Messages → texts and placeholders. */
import type { MessagePart, Placeholder } from "@edict/rulebook";
import { placeholders } from "@edict/rulebook";
import { messagePieces } from "../names/placeholders.js";

/** The message of an outcome as written. */
export function fromMessage(text: string): readonly MessagePart[] {
  return messagePieces(text).map((piece): MessagePart => {
    if (piece.kind === "text") return piece;
    if (piece.name.startsWith("row.")) return { kind: "row", column: piece.name.slice("row.".length) };
    const name = placeholders.find((known) => known === piece.name);
    if (name === undefined)
      throw new Error(`{${piece.name}} is unknown, which the checks report before anything is lowered`);
    return { kind: "placeholder", name };
  });
}

/**
 * A message made from a statement: texts and placeholders in turn, as a template has them. What a rule's author wrote
 * (a set's name, a condition) goes in as text, braces and all.
 */
export function sentence(
  texts: readonly string[],
  ...parts: readonly (MessagePart | string)[]
): readonly MessagePart[] {
  const joined: MessagePart[] = [];
  for (const [index, text] of texts.entries()) {
    addText(joined, text);
    const part = parts[index];
    if (typeof part === "string") addText(joined, part);
    else if (part !== undefined) joined.push(part);
  }
  return joined;
}

/** A placeholder for `sentence`. */
export function filled(name: Placeholder): MessagePart {
  return { kind: "placeholder", name };
}

function addText(parts: MessagePart[], text: string): void {
  if (text === "") return;
  const last = parts.at(-1);
  if (last?.kind === "text") parts[parts.length - 1] = { kind: "text", text: last.text + text };
  else parts.push({ kind: "text", text });
}

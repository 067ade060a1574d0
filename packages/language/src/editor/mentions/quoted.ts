/** The mentions within quotes: whole texts, and the placeholders of messages. */
import type { TextLiteral } from "../../ast/nodes.js";
import { messagePieces, placeholderPlaces } from "../../names/placeholders.js";
import type { Source } from "../../source/source.js";
import type { RowsOf, Standing, Take } from "./mention.js";

/** Takes a text between its quotes; one with escapes names nothing. */
export function takeText(source: Source, literal: TextLiteral, stands: Standing, take: Take): void {
  if (source.text.startsWith(literal.text, literal.start + 1)) {
    const start = literal.start + 1;
    take({ start, end: start + literal.text.length }, literal.text, stands);
  }
}

/** Takes the columns in the placeholders of a message. */
export function mentionsOfMessage(source: Source, message: TextLiteral, rows: RowsOf, take: Take): void {
  const written = source.text.slice(message.start, message.end);
  const names = messagePieces(message.text).flatMap((piece) => (piece.kind === "placeholder" ? [piece.name] : []));
  for (const [index, { start }] of placeholderPlaces(written).entries()) {
    const name = names[index];
    if (name === undefined || !name.startsWith("row.") || !written.startsWith(name, start + 1)) continue;
    const from = message.start + start + "{row.".length;
    const column = name.slice("row.".length);
    take({ start: from, end: from + column.length }, column, { kind: "column", rows, beside: null, inMessage: true });
  }
}

/** A message's texts and placeholders: `{code} on {date}` cut at its braces. */

/** A stretch of a message. */
export type MessagePiece =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "placeholder"; readonly name: string };

/** Cuts a message. A brace that never closes opens a placeholder to the end, so that it is seen. */
export function messagePieces(text: string): readonly MessagePiece[] {
  const pieces: MessagePiece[] = [];
  let from = 0;
  for (let open = text.indexOf("{"); open >= 0; open = text.indexOf("{", from)) {
    if (open > from) pieces.push({ kind: "text", text: text.slice(from, open) });
    const close = text.indexOf("}", open);
    pieces.push({ kind: "placeholder", name: text.slice(open + 1, close < 0 ? undefined : close) });
    from = close < 0 ? text.length : close + 1;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
}

/** Where each placeholder of a text in quotes stands, in the order of `messagePieces`; offsets within `written`. */
export function placeholderPlaces(written: string): readonly { readonly start: number; readonly end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let open = written.indexOf("{"); open >= 0;) {
    const close = written.indexOf("}", open);
    const end = close < 0 ? written.length - 1 : close + 1;
    places.push({ start: open, end });
    open = written.indexOf("{", Math.max(end, open + 1));
  }
  return places;
}

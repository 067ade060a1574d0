/** The text of a file in pieces, line breaks all `\n`. */
import type { InputFile } from "./read-bytes.js";
import { readUtf8 } from "./utf8-bytes.js";

/** Reads the text of a file, whatever its encoding. */
export async function* readText(file: InputFile, onBytes: (count: number) => void): AsyncGenerator<string> {
  let heldBack = false;
  for await (const piece of readUtf8(file, onBytes)) {
    const decoded = piece.toString("utf8");
    // A carriage return at the end waits for the next piece: it may be half of a line break.
    const text: string = heldBack ? "\r" + decoded : decoded;
    heldBack = text.endsWith("\r");
    const whole = heldBack ? text.slice(0, -1) : text;
    yield whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole;
  }
  if (heldBack) yield "\n";
}

/**
 * The one layout of a rule file. Words are never changed, only where they stand: clauses come in the contract's order,
 * and every comment stays with what it was written for. A declaration with a mistake in it keeps its text.
 */
import { layOutFile } from "./lay-out-file.js";

/** A file in the one layout. */
export interface Formatted {
  readonly text: string;
  /** Where declarations with a mistake start in the text as it was; they keep their text. */
  readonly kept: readonly number[];
}

/** A file's text in the one layout. The file's kind of line break is kept; a mark of byte order is not. */
export function format(text: string): string {
  return formatWhole(text).text;
}

/** The same, with what could not be laid out. */
export function formatWhole(text: string): Formatted {
  const stretches = layOutFile({ path: "", text });
  const laid = stretches.map((stretch) => stretch.text).join("");
  const kept = stretches.filter(({ kind }) => kind === "kept").map(({ start }) => start);
  return { text: withBreaksOf(text, laid), kept };
}

/** A text with the line breaks of another: those that its first line ends with. */
export function withBreaksOf(text: string, laid: string): string {
  const first = text.indexOf("\n");
  return first > 0 && text.charAt(first - 1) === "\r" ? laid.replaceAll("\n", "\r\n") : laid;
}

/** What the texts of a rulebook look like, and the kinds of names that they refer to. */
import { parseIsoDate } from "../calendar.js";

/** How a format is told, as a pattern for the JSON Schema and in words; `holds` says what a pattern cannot. */
interface Format {
  readonly pattern: string | null;
  readonly words: string;
  readonly holds: ((text: string) => boolean) | null;
}

/** Every format of a text. The patterns are those of `shapes.ts`, as JSON Schema wants them. */
export const textFormats = {
  text: { pattern: null, words: "a text", holds: null },
  "text not empty": { pattern: "[^]", words: "a text that is not empty", holds: null },
  name: {
    pattern: "^[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9][A-Za-z0-9_]*)*$",
    words: "a name",
    holds: null,
  },
  date: {
    pattern: "^\\d{4}-\\d{2}-\\d{2}$",
    words: "a date of the calendar such as 2026-03-02",
    holds: (text) => parseIsoDate(text) !== null,
  },
  code: { pattern: "^(?:\\d{5}|\\d{4}[A-Z]|[A-Z]\\d{4})$", words: "a code such as 77301 or G6015", holds: null },
  modifier: { pattern: "^[0-9A-Z]{2}$", words: "a modifier of two characters such as 26 or XS", holds: null },
  diagnosis: {
    pattern: "^[A-Z]\\d[0-9A-Z](?:\\.?[0-9A-Z]{1,4})?$",
    words: "a diagnosis such as C61 or C50.911",
    holds: null,
  },
  "reason code": { pattern: "^[A-Z0-9]{1,5}$", words: "a reason code in capitals such as 97 or N20", holds: null },
  digits: { pattern: "^[0-9A-Za-z]{1,4}$", words: "up to four digits", holds: null },
  "relative path": {
    // No drive, no leading slash, no `..` segment and no control character: a rulebook from elsewhere must not reach
    // out of its own folder.
    pattern: "^(?![A-Za-z]:)(?![/\\\\])(?!(?:.*[/\\\\])?\\.\\.(?:[/\\\\]|$))[^\\u0000-\\u001f]+$",
    words: "a path within the rulebook's own folder; it may not start at the root or hold a .. part",
    holds: null,
  },
} as const satisfies { readonly [format: string]: Format };

/** The name of a format. */
export type TextFormat = keyof typeof textFormats;

const patterns = new Map<TextFormat, RegExp>();

/** True where a text is of a format. */
export function holdsFormat(format: TextFormat, text: string): boolean {
  const { pattern, holds }: Format = textFormats[format];
  if (pattern === null) return true;
  const compiled = patterns.get(format) ?? new RegExp(pattern, "u");
  patterns.set(format, compiled);
  return compiled.test(text) && (holds === null || holds(text));
}

/** What a name refers to. A `column` is one of the table at hand; a `field` may be built in. */
export type ReferenceKind =
  | "code set"
  | "diagnosis set"
  | "modifier set"
  | "payer"
  | "setting"
  | "field"
  | "episode"
  | "authority"
  | "table"
  | "rule"
  | "column";

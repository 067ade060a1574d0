/** What lies between tokens: the comments with what sets them apart, and signs that mean nothing. */

/** A comment from its sign to the end of its line. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Line breaks between it and what stands before it: 0 at the end of a line with something on it. */
  readonly breaksBefore: number;
  /** True where nothing, not even a blank, stands before it on its line. */
  readonly isFlushLeft: boolean;
}

/** What lies between two places of a text. */
export interface Gap {
  readonly comments: readonly Comment[];
  /** Line breaks after the last comment, or all of them where there is none. */
  readonly breaksAfter: number;
  /** Signs that are neither white space nor comment: where the first starts and the last ends. */
  readonly strays: { readonly start: number; readonly end: number } | null;
}

/** What the lexer passes over without a word. */
const blanks: ReadonlySet<string> = new Set([" ", "\t", "\r", "\n", "\f", "\uFEFF"]);

/** Reads what lies between two places; before the first token of a file a line has just begun. */
export function gapOf(text: string, from: number, to: number): Gap {
  const comments: Comment[] = [];
  let firstStray = -1;
  let strayEnd = -1;
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charAt(at);
    if (sign === "\n") breaks++;
    else if (sign === "#") {
      const lineEnd = text.indexOf("\n", at);
      const written = text.slice(at, lineEnd < 0 || lineEnd > to ? to : lineEnd);
      const trimmed = written.trimEnd();
      comments.push({
        start: at,
        end: at + trimmed.length,
        text: trimmed,
        breaksBefore: breaks,
        isFlushLeft: at === 0 || text.charAt(at - 1) === "\n",
      });
      breaks = 0;
      at += written.length - 1;
    } else if (!blanks.has(sign)) {
      if (firstStray < 0) firstStray = at;
      strayEnd = at + 1;
      breaks = 0;
    }
  }
  return { comments, breaksAfter: breaks, strays: firstStray < 0 ? null : { start: firstStray, end: strayEnd } };
}

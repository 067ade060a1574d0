/** What separates the cells of a file, found in its header line. */

/** Comma, tab, semicolon, bar: in this order where two stand equally often. */
const delimiters = [",", "\t", ";", "|"] as const;

/** Where the header starts: behind blank lines, and behind a line `sep=;` as Excel writes it. */
export interface HeaderStart {
  /** Lines before the header, that line among them. */
  readonly lines: number;
  readonly blankLines: number;
  readonly delimiter: string;
}

/** More of a header than this is not looked at to find the delimiter. */
const enough = 1 << 16;

/**
 * Finds the header in the beginning of a file; null where more text is needed to see its end. `final`: there is no more.
 */
export function findHeader(text: string, final: boolean): HeaderStart | null {
  let start = 0;
  let blankLines = 0;
  for (;;) {
    const end = text.indexOf("\n", start);
    if (end === -1 || text.slice(start, end).trim() !== "") break;
    start = end + 1;
    blankLines++;
  }
  const told = /^sep=(.)[ \t]*\n/i.exec(text.slice(start, start + 16));
  if (told !== null) return { lines: blankLines + 1, blankLines, delimiter: told[1] ?? "," };
  const header = firstRecord(text, start);
  if (header === null && !final && text.length - start < enough) return null;
  return { lines: blankLines, blankLines, delimiter: mostFrequent(header ?? text.slice(start, start + enough)) };
}

/** The text up to the first line break that stands in no quotes, with what is quoted taken out; null without one. */
function firstRecord(text: string, start: number): string | null {
  let outside = "";
  let from = start;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      if (!quoted) outside += text.slice(from, at);
      quoted = !quoted;
      from = at + 1;
    } else if (character === "\n" && !quoted) {
      return outside + text.slice(from, at);
    }
  }
  return null;
}

function mostFrequent(header: string): string {
  let best = ",";
  let most = 0;
  for (const delimiter of delimiters) {
    const count = header.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}

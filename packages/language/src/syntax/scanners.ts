/**
 * The tokens that a regular expression would not find in one step: it would run out of stack on a text, a row or a run
 * of parentheses of some megabytes. Each takes the whole text and an offset and returns the token's letters, or null.
 */

const lineFeed = 10;
const carriageReturn = 13;
const backslash = 92;

/** A text in straight or typographic quotes; it ends with its line at the latest. */
export function scanText(whole: string, offset: number): [string] | null {
  const quote = whole.charAt(offset);
  const closing = closingQuotes.get(quote);
  if (closing === undefined) return null;
  let at = offset + 1;
  let curly = -1;
  for (; at < whole.length; at++) {
    const unit = whole.charCodeAt(at);
    if (unit === lineFeed || unit === carriageReturn) break;
    if (closing.includes(whole.charAt(at))) return [whole.slice(offset, at + 1)];
    if (unit === backslash && quote === '"' && !endsLine(whole, at + 1)) at++;
    // Opened straight and closed by a word processor, unless a straight quote follows.
    else if (curly < 0 && whole.charAt(at) === "”") curly = at + 1;
  }
  return [whole.slice(offset, curly < 0 ? at : curly)];
}

const closingQuotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", '”“"'],
  ["”", '”“"'],
  ["‘", "’‘'"],
  ["’", "’‘'"],
]);

function endsLine(whole: string, at: number): boolean {
  const unit = whole.charCodeAt(at);
  return at >= whole.length || unit === lineFeed || unit === carriageReturn;
}

/** A line of a written table: nothing but blanks stands before its first bar. */
export function scanRow(whole: string, offset: number): [string] | null {
  if (whole.charAt(offset) !== "|") return null;
  for (let at = offset - 1; at >= 0 && whole.charCodeAt(at) !== lineFeed; at--)
    if (!blanks.has(whole.charCodeAt(at))) return null;
  const end = whole.indexOf("\n", offset);
  return [whole.slice(offset, end < 0 ? whole.length : end).trimEnd()];
}

const blanks: ReadonlySet<number> = new Set([32, 9, 12, carriageReturn, 0xfeff, 0xa0]);

/** Far more parentheses in a row than may stand within each other. */
export function scanParentheses(whole: string, offset: number): [string] | null {
  let found = 0;
  let at = offset;
  for (; at < whole.length; at++) {
    const unit = whole.charCodeAt(at);
    if (unit === 40) found++;
    else if (unit !== 32) break;
  }
  return found >= 256 ? [whole.slice(offset, at)] : null;
}

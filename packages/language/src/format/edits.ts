/**
 * From one text to another in small edits: lines that differ in white space alone are edited there alone, so that an
 * editor keeps its caret, its folds and its marks.
 */
import { matchedLines } from "./matched-lines.js";

/** A stretch of a text, and what takes its place. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits that turn one text into the other, in the order of the text. */
export function edits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const [lines, others] = [linesOf(before), linesOf(after)];
  const found: TextEdit[] = [];
  let line = 0;
  let other = 0;
  let at = 0;
  const exchange = (toLine: number, toOther: number): void => {
    const start = at;
    for (; line < toLine; line++) at += lines[line]?.length ?? 0;
    const text = others.slice(other, toOther).join("");
    other = toOther;
    if (before.slice(start, at) !== text) found.push({ start, end: at, text });
  };
  for (const [matched, otherMatched] of matchedLines(lines.map(blackened), others.map(blackened))) {
    exchange(matched, otherMatched);
    for (const edit of whiteEdits(lines[line++] ?? "", others[other++] ?? "", at)) found.push(edit);
    at += lines[matched]?.length ?? 0;
  }
  exchange(lines.length, others.length);
  return found;
}

/** Lines with what ends them. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function blackened(line: string): string {
  return line.replace(/\s+/g, "");
}

/** The edits between two lines that are the same but for white space. */
function whiteEdits(line: string, other: string, offset: number): readonly TextEdit[] {
  if (line === other) return [];
  const found: TextEdit[] = [];
  let [at, otherAt] = [0, 0];
  while (at < line.length || otherAt < other.length) {
    const [end, otherEnd] = [pastWhite(line, at), pastWhite(other, otherAt)];
    const text = other.slice(otherAt, otherEnd);
    if (line.slice(at, end) !== text) found.push({ start: offset + at, end: offset + end, text });
    at = end + 1;
    otherAt = otherEnd + 1;
  }
  return found;
}

function pastWhite(line: string, from: number): number {
  let at = from;
  while (at < line.length && /\s/.test(line.charAt(at))) at++;
  return at;
}

/** What is put right while somebody types: the indent of a new line, and the columns of a table whose row was closed. */
import { splitRow } from "../syntax/table-rows.js";
import { isLanguageWord } from "../syntax/words.js";
import { rowsInColumns } from "./columns.js";
import type { TextEdit } from "./edits.js";
import { edits } from "./edits.js";

/** The signs after which an editor may ask. */
export const typedSigns = ["\n", "|"] as const;

/** The edits after a sign was typed right before an offset. */
export function formatOnType(text: string, offset: number, typed: string): readonly TextEdit[] {
  if (typed === "\n") return indentEdits(text, offset);
  return typed === "|" ? tableEdits(text, offset) : [];
}

function indentEdits(text: string, offset: number): readonly TextEdit[] {
  const start = lineStartOf(text, offset);
  if (start === 0) return [];
  const above = text.slice(lineStartOf(text, start - 1), start - 1).trimEnd();
  const wanted = indentAfter(above);
  let end = start;
  while (text.charAt(end) === " " || text.charAt(end) === "\t") end++;
  if (wanted === null || text.slice(start, end) === wanted) return [];
  return [{ start, end, text: wanted }];
}

/** Declarations whose parts stand on lines of their own. */
const withParts: ReadonlySet<string> = new Set(["rule", "override", "waive", "test", "table", "layout"]);

/** The indent of the line below a line; null where nothing can be said. */
function indentAfter(line: string): string | null {
  const said = line.replace(/\s+#[^"]*$/, "");
  if (said.trim() === "") return null;
  const own = /^[ \t]*/.exec(said)?.[0] ?? "";
  // A list goes on where its last line stood.
  if (said.endsWith(",")) return own === "" ? "  " : own;
  if (said.startsWith("#")) return "";
  if (own !== "") return "  ";
  const [first = ""] = said.split(/\s/);
  if (!isLanguageWord(first)) return null;
  return withParts.has(first) || said.endsWith("=") ? "  " : "";
}

/** The rows above and below are put in columns with the row that was just closed. */
function tableEdits(text: string, offset: number): readonly TextEdit[] {
  const start = lineStartOf(text, offset);
  const [row = ""] = text.slice(start).split("\n", 1);
  if (!isRow(row) || text.slice(offset, start + row.length).trim() !== "") return [];
  let from = start;
  while (from > 0 && isRow(text.slice(lineStartOf(text, from - 1), from - 1))) from = lineStartOf(text, from - 1);
  const rows: string[] = [];
  for (let at = from; at < text.length;) {
    const lineEnd = text.indexOf("\n", at);
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
    if (!isRow(line)) break;
    rows.push(line);
    at += line.length + 1;
  }
  const split = rows.map((line) => splitRow(line.trim()));
  // A row that is not whole would be put in the wrong columns.
  if (split.some(({ isClosed, cells }) => !isClosed || cells.length !== split[0]?.cells.length)) return [];
  const laid = rowsInColumns(
    split.map(({ cells }, at) => cells.map(({ from: first, to }) => (rows[at] ?? "").trim().slice(first, to).trim())),
  );
  const carriageReturn = rows[0]?.endsWith("\r") === true ? "\r" : "";
  return edits(rows.join("\n"), laid.map((line) => `  ${line}${carriageReturn}`).join("\n")).map((edit) => ({
    start: from + edit.start,
    end: from + edit.end,
    text: edit.text,
  }));
}

function isRow(line: string): boolean {
  return line.trimStart().startsWith("|");
}

function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

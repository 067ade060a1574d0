/**
 * The rows of a written table, each one token: split at their bars into cells. `\|` is a bar within a cell; a cell in
 * quotes knows `\"`, `\\` and `\n` too. The first row is the header and fixes the number of cells.
 */
import type { Diagnostic } from "@edict/rulebook";
import { nameShape } from "@edict/rulebook";
import type { IToken } from "chevrotain";
import type { ColumnTypeWord, Node, WrittenCell, WrittenColumn, WrittenRow, WrittenTable } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { readText } from "./literals.js";
import { endOf } from "./tokens.js";

/** A table from its rows; what is wrong goes to `complaints`, and a row that is wrong is left out. */
export function readRows(source: Source, rows: readonly IToken[], complaints: Diagnostic[]): WrittenTable {
  const [header, ...body] = rows;
  if (header === undefined) throw new Error("a written table is read only where there is a row");
  const columns = cellsOf(source, header, complaints).map((cell) => columnOf(source, cell, complaints));
  const read: WrittenRow[] = [];
  let previous = header;
  for (const row of body) {
    if (isApart(source, previous, row))
      complaints.push(report(syntax, "row-apart", stretchOf(source, nodeOf(row)), {}));
    previous = row;
    if (row === body[0] && isOfDashes(row)) {
      const at = stretchOf(source, nodeOf(row));
      const line = { source, start: endOf(header), end: endOf(row) };
      complaints.push(
        report(syntax, "row-of-dashes", at, {}, { fixes: [{ title: "take it out", edits: [{ at: line, text: "" }] }] }),
      );
      continue;
    }
    const cells = cellsOf(source, row, complaints);
    if (cells.length === columns.length) read.push({ kind: "written-row", ...nodeOf(row), cells });
    else {
      const lengths = { cells: cells.length, columns: columns.length };
      complaints.push(report(syntax, "row-length", stretchOf(source, nodeOf(row)), lengths));
    }
  }
  return {
    kind: "written-table",
    start: header.startOffset,
    end: endOf(previous),
    columns,
    rows: read,
    rowsLeftOut: read.length < body.length,
  };
}

/** `|---|:--:|`, the line under a header in other notations. */
function isOfDashes({ image }: IToken): boolean {
  return /^\|(?:\s*:?-{2,}:?\s*\|)+\s*$/.test(image);
}

function nodeOf(token: IToken): Node {
  return { start: token.startOffset, end: endOf(token) };
}

function isApart(source: Source, above: IToken, below: IToken): boolean {
  const between = source.text.slice(endOf(above), below.startOffset);
  return between.indexOf("\n") !== between.lastIndexOf("\n");
}

/** A cell before its quotes and escapes are worked out, at its own place. */
function cellsOf(source: Source, row: IToken, complaints: Diagnostic[]): readonly WrittenCell[] {
  const { cells, isClosed } = splitRow(row.image);
  if (!isClosed) {
    const end = { source, start: endOf(row), end: endOf(row) };
    const fixes = [{ title: "put a bar at the end", edits: [{ at: end, text: " |" }] }];
    complaints.push(report(syntax, "row-without-end", stretchOf(source, nodeOf(row)), {}, { fixes }));
  }
  return cells.map(({ from, to }) => cellOf(row.image, from, to, row.startOffset));
}

/** A row's letters between its bars, and whether a bar ends the last cell. */
export function splitRow(image: string): {
  readonly cells: readonly { readonly from: number; readonly to: number }[];
  readonly isClosed: boolean;
} {
  const cells: { from: number; to: number }[] = [];
  let from = 1;
  for (let at = 1; at < image.length; at++) {
    if (image.charAt(at) !== "|" || isEscaped(image, at)) continue;
    cells.push({ from, to: at });
    from = at + 1;
  }
  // What follows the last bar: nothing, in a row that is whole.
  const isClosed = from === image.length && image.length > 1;
  if (!isClosed) cells.push({ from, to: image.length });
  return { cells, isClosed };
}

// An odd number of backslashes before a bar makes it part of the cell.
function isEscaped(image: string, bar: number): boolean {
  let backslashes = 0;
  while (image.charAt(bar - 1 - backslashes) === "\\") backslashes++;
  return backslashes % 2 === 1;
}

function cellOf(image: string, from: number, to: number, offset: number): WrittenCell {
  const raw = image.slice(from, to);
  const trimmed = raw.trim();
  const start = offset + from + (trimmed === "" ? 0 : raw.indexOf(trimmed));
  return { kind: "written-cell", start, end: start + trimmed.length, text: readCell(trimmed) };
}

function readCell(written: string): string {
  const quoted = written.length > 1 && written.startsWith('"') && written.endsWith('"');
  const last = written.length - 1;
  if (!quoted || isEscaped(written, last)) return written.replace(/\\\|/g, "|");
  return readText(written.replace(/(\\\\)|\\\|/g, (_bar, backslashes?: string) => backslashes ?? "|"));
}

/** A cell's text as it is written; the inverse of reading it. */
export function writeCell(text: string): string {
  const plain = text.trim() === text && !/["\\\n\r]/.test(text);
  if (plain) return text.replaceAll("|", "\\|");
  const inside = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n").replaceAll("|", "\\|");
  return `"${inside}"`;
}

const columnTypes: readonly ColumnTypeWord[] = ["text", "number", "date", "code", "diagnosis"];

function columnOf(source: Source, cell: WrittenCell, complaints: Diagnostic[]): WrittenColumn {
  const [name = "", second, ...more] = cell.text.split(/\s+/);
  const type = columnTypes.find((candidate) => candidate === second) ?? null;
  if (!nameShape.test(name) || more.length > 0 || (second !== undefined && type === null))
    complaints.push(report(syntax, "column-name", stretchOf(source, cell), { seen: cell.text }));
  return { kind: "written-column", start: cell.start, end: cell.end, name, type };
}

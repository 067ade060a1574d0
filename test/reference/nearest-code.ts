/**
 * The code that a line's own was most likely to be, of the codes in a table: of those one slip away the likeliest, as
 * `docs/language/reference.md` orders them under "suggest nearest code". Every row is compared with the line's code.
 */
import type { Suggestion } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { Book, Row } from "./book.js";
import { cellText, rowsOfTable } from "./book.js";
import type { Line } from "./lines.js";

/** Null where no code is near. */
export function nearestCode(
  { code, date }: Line,
  { table, codes, from, to }: Extract<Suggestion, { kind: "nearest-code" }>,
  book: Book,
): string | null {
  const bound = (row: Row, column: string | null): string | null => (column === null ? null : cellText(row, column));
  const near: { readonly code: string; readonly slip: number }[] = [];
  for (const row of rowsOfTable(book, table)) {
    const [other, first, last] = [cellText(row, codes), bound(row, from), bound(row, to)];
    if (other === null || (first !== null && date < first) || (last !== null && date > last)) continue;
    const slip = slipBetween(code, other);
    if (slip !== null) near.push({ code: other, slip });
  }
  const sameFamily = near.filter((one) => one.code.slice(0, 2) === code.slice(0, 2));
  const left = sameFamily.length === 0 ? near : near.filter((one) => one.slip === 1 || sameFamily.includes(one));
  left.sort((a, b) => a.slip - b.slip || apart(a.code, code) - apart(b.code, code) || compareBytes(a.code, b.code));
  return left[0]?.code ?? null;
}

/** 1: two neighbours are swapped. 2: a sign that stands beside itself stands for another. 3: any other sign. Null: no slip, or more. */
function slipBetween(written: string, meant: string): number | null {
  const places = [0, 1, 2, 3, 4].filter((at) => written[at] !== meant[at]);
  const [first, second] = places;
  if (first === undefined) return null;
  if (second === undefined)
    return written[first] === written[first - 1] || written[first] === written[first + 1] ? 2 : 3;
  if (places.length > 2 || second !== first + 1) return null;
  return written[first] === meant[second] && written[second] === meant[first] ? 1 : null;
}

/** As numbers whose digits go on after 9 with the letters. */
function apart(one: string, other: string): number {
  return Math.abs(Number.parseInt(one, 36) - Number.parseInt(other, 36));
}

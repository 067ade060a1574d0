/** Lists of codes, diagnoses and modifiers, declared and in rules: their words, ranges and dates. */
import { parseIsoDate } from "@edict/rulebook";
import type { RangeLiteral, SetItem } from "../ast/nodes.js";
import { declarations } from "../diagnostics/declarations.js";
import { report } from "../diagnostics/report.js";
import type { Book } from "../names/book.js";
import type { Blocks, SetKind } from "../names/sets/blocks.js";
import { blockOf } from "../names/sets/blocks.js";
import { resolveItem } from "../names/sets/items.js";
import { always, settle } from "../names/sets/settle.js";
import type { TableFacts } from "../names/tables.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { checkColumn } from "./columns.js";
import { checkSetWord, checkValue } from "./words.js";

const plural = { codes: "codes", diagnoses: "diagnoses", modifiers: "modifiers" } as const;
const columnTypes = { codes: ["code"], diagnoses: ["diagnosis"], modifiers: ["text", "number"] } as const;

/** Reports what is wrong with one item. `table` is the one whose rows are read, if any. */
export function checkItem(
  book: Book,
  kind: SetKind,
  source: Source,
  item: SetItem,
  table: TableFacts | "unknown" | null,
): void {
  const { value, from, until } = item;
  switch (value.kind) {
    case "word":
      checkSetWord(book, kind, source, value);
      break;
    case "range-literal":
      checkRange(book, kind, source, value);
      break;
    case "row-reference":
      checkColumn(book, source, value, table, columnTypes[kind], plural[kind]);
      if (from !== null || until !== null) {
        const column = value.column.text;
        book.diagnostics.push(report(declarations, "dates-on-a-row", stretchOf(source, item), { column }));
        return;
      }
      break;
  }
  if (from === null || until === null) return;
  const [first, last] = [parseIsoDate(from.text), parseIsoDate(until.text)];
  if (first === null || last === null || first <= last) return;
  const at = stretchOf(source, { start: from.start, end: until.end });
  book.diagnostics.push(report(declarations, "dates-backwards", at, { from: from.text, until: until.text }));
}

/** Reports a range whose ends are no values, or that is none. */
export function checkRange(book: Book, kind: SetKind, source: Source, range: RangeLiteral): void {
  const at = stretchOf(source, range);
  if (kind === "modifiers") {
    book.diagnostics.push(report(declarations, "range-not-possible", at, { what: plural[kind] }));
    return;
  }
  const ends = [range.first, range.last].map((end) => checkValue(book, kind, source, end));
  if (ends.includes(false)) return;
  const [first, last] = [range.first.text, range.last.text];
  const block = blockOf(kind, first, last, always);
  if (block === "across-shapes") {
    book.diagnostics.push(report(declarations, "range-across-shapes", at, { first, last }));
  } else if (block === "backwards") {
    const swapped = `${last}..${first}`;
    const fixes = [{ title: `write ${swapped}`, edits: [{ at, text: swapped }] }];
    book.diagnostics.push(report(declarations, "range-backwards", at, { first, last }, { fixes }));
  }
}

/** Reports an item after `except` that takes nothing out. */
export function checkExcept(
  book: Book,
  kind: SetKind,
  source: Source,
  items: readonly SetItem[],
  except: readonly SetItem[],
): void {
  if (except.length === 0) return;
  const lookup = (name: string) => book.sets[kind].get(name) ?? null;
  const inside = items.map((item) => resolveItem(kind, item, lookup));
  if (!inside.every((item) => item.sure)) return;
  // Dates aside: an item that removes nothing because of its dates alone is no slip of a code.
  const blocks = settle(
    inside.flatMap((item) => item.blocks.map((block) => ({ ...block, ...always }))),
    [],
  );
  for (const item of except) {
    const removed = resolveItem(kind, item, lookup);
    if (!removed.sure || removed.blocks.length === 0 || meets(blocks, removed.blocks)) continue;
    const at = stretchOf(source, item);
    const seen = source.text.slice(item.value.start, item.value.end);
    book.diagnostics.push(report(declarations, "except-without-effect", at, { item: seen }));
  }
}

// `blocks` do not overlap and stand in order, so that only the last one that starts before the end can meet.
function meets(blocks: Blocks, removed: Blocks): boolean {
  return removed.some((one) => {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((blocks[middle]?.start ?? "") < one.end) low = middle + 1;
      else high = middle;
    }
    const last = blocks[low - 1];
    return last !== undefined && last.end > one.start;
  });
}

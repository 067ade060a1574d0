/** Lists of codes as rules write them → choices of the rulebook: named sets by name, all else as spans and columns. */
import type { CodeChoice, CodeSpan, Lines } from "@edict/rulebook";
import type { CodeExpression, SetItem } from "../ast/nodes.js";
import type { Book } from "../names/book.js";
import { codeSpans, isValue } from "../names/sets/blocks.js";
import { resolveItem } from "../names/sets/items.js";
import { settle } from "../names/sets/settle.js";
import type { TableFacts } from "../names/tables.js";
import type { Source } from "../source/source.js";
import { labelOf } from "../print/codes.js";
import { fromCondition } from "./from-condition.js";

/** Where an expression stands. */
export interface LoweringPlace {
  readonly book: Book;
  readonly source: Source;
  /** The table whose rows are read, if any. */
  readonly table: TableFacts | null;
}

/** The A or B of a statement. */
export function fromCodes(place: LoweringPlace, codes: CodeExpression): Lines {
  return {
    codes: fromItems(place.book, codes),
    having: codes.having === null ? null : fromCondition(place, codes.having),
  };
}

/** The items of an expression, without `having`. */
export function fromItems(
  book: Book,
  { any, items, except }: Pick<CodeExpression, "any" | "items" | "except">,
): CodeChoice {
  return {
    label: labelOf({ any, items, except }),
    any,
    ...sourcesOf(book, items),
    except: except.length === 0 ? null : sourcesOf(book, except),
  };
}

interface Sources {
  readonly sets: readonly string[];
  readonly spans: readonly CodeSpan[];
  readonly columns: readonly string[];
}

/** A set keeps its name where it stands without dates; a dated one is written out as the codes it has on them. */
function sourcesOf(book: Book, items: readonly SetItem[]): Sources {
  const isNamed = (item: SetItem): boolean =>
    item.value.kind === "word" && !isValue("codes", item.value.text) && item.from === null && item.until === null;
  const words = items.flatMap((item) => (isNamed(item) && item.value.kind === "word" ? [item.value.text] : []));
  const columns = items.flatMap(({ value }) => (value.kind === "row-reference" ? [value.column.text] : []));
  const blocks = items
    .filter((item) => !isNamed(item))
    .flatMap((item) => resolveItem("codes", item, (name) => book.sets.codes.get(name) ?? null).blocks);
  return { sets: [...new Set(words)], spans: codeSpans(settle(blocks, [])), columns: [...new Set(columns)] };
}

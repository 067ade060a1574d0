/**
 * The codes that a declaration names itself, each with the days on which it is meant: an item's own, within those of its
 * rule. Tests are left out: they try what happens to codes that do not exist, too.
 */
import { codeShape } from "@edict/rulebook";
import type { Clause, Condition, Declaration, DateLiteral, Node, SetItem, Word } from "../../ast/nodes.js";
import { leavesOf } from "../../checks/condition-list.js";
import type { Book } from "../../names/book.js";
import { declaredAs } from "../../names/declared.js";
import { daysOfEffective } from "../../names/reach.js";
import { daysOf } from "../../names/sets/items.js";
import type { Days } from "../../names/sets/settle.js";
import { always, sharedDays } from "../../names/sets/settle.js";
import { partsOf } from "../../names/statement-parts.js";
import { isStatement } from "../../names/versions.js";
import type { Source } from "../../source/source.js";

/** A code, or the range from one to another, where it is written. */
export interface MeantCodes {
  readonly at: Node;
  /** The same twice for a code. */
  readonly first: Word;
  readonly last: Word;
  readonly days: Days;
  /** A row of a table says when: the days are not known. */
  readonly byRow: boolean;
  /** A code that has ended may be meant: it is forbidden or taken out. */
  readonly isSought: boolean;
  /** The item of a list, which may be bounded in time; null where a code stands alone. */
  readonly item: SetItem | null;
}

/** The kinds of declaration that name codes. */
export const naming = ["codes", "episode", "table", "rule", "override"] as const;

type Naming = Extract<Declaration, { readonly kind: (typeof naming)[number] }>;

const anyDay = { days: always, byRow: false, isSought: false } as const;

/** What a declaration names. */
export function codesMeant(book: Book, source: Source, node: Naming): readonly MeantCodes[] {
  switch (node.kind) {
    case "codes":
    case "episode":
      return ofItems(node.set, anyDay);
    case "table":
      return node.lists === null ? ofCells(book, node) : [];
    case "rule":
      return node.clauses.flatMap((clause) => ofClause(clause, placeOf(source, node.clauses)));
    case "override": {
      const rule = declaredAs(book.declared, node.rule.text, "rule");
      const own = node.clauses.some(({ kind }) => kind === "effective") ? node.clauses : (rule?.node.clauses ?? []);
      return node.clauses.flatMap((clause) => ofClause(clause, placeOf(source, own)));
    }
  }
}

type Place = Pick<MeantCodes, "days" | "byRow" | "isSought">;

function placeOf(source: Source, clauses: readonly Clause[]): Place {
  const node = clauses.find((clause) => clause.kind === "effective");
  const byRow = node?.kind === "effective" && [node.from, node.to].some((bound) => bound?.kind === "row-reference");
  const days = daysOfEffective(node?.kind === "effective" ? { source, node } : null);
  return { days, byRow, isSought: false };
}

function ofClause(clause: Clause, place: Place): readonly MeantCodes[] {
  if (clause.kind === "when" || clause.kind === "unless") return ofCondition(clause.condition, place);
  if (clause.kind === "suggest") {
    return clause.suggestion.kind === "replace" && clause.suggestion.code.kind === "word"
      ? ofWord(clause.suggestion.code, place)
      : [];
  }
  if (!isStatement(clause)) return [];
  const { codes, condition, replacement } = partsOf(clause);
  const isSought = clause.kind === "forbid" && clause.with === null;
  return [
    ...codes.flatMap((one) => [
      // What is replaced is not to be billed, and may be what nobody ever could bill.
      ...(clause.kind === "replace" ? [] : ofItems(one, { ...place, isSought })),
      ...(one.having === null ? [] : ofCondition(one.having, place)),
    ]),
    ...(condition === null ? [] : ofCondition(condition.of, place)),
    ...(replacement?.kind === "word" ? ofWord(replacement, place) : []),
  ];
}

function ofCondition(condition: Condition, place: Place): readonly MeantCodes[] {
  return leavesOf(condition).flatMap((leaf) => {
    if (leaf.kind !== "membership" || leaf.field.text !== "code") return [];
    return leaf.values.flatMap((value) => {
      if (value.kind === "word") return ofWord(value, place);
      return value.kind === "range-literal"
        ? ofRange({ at: value, first: value.first, last: value.last, item: null, ...place })
        : [];
    });
  });
}

function ofItems(
  { items, except }: { readonly items: readonly SetItem[]; readonly except: readonly SetItem[] },
  place: Place,
): readonly MeantCodes[] {
  return [
    ...items.flatMap((item) => ofItem(item, place)),
    ...except.flatMap((item) => ofItem(item, { ...place, isSought: true })),
  ];
}

function ofItem(item: SetItem, place: Place): readonly MeantCodes[] {
  const own = datesOf(item);
  const days = own === null ? null : sharedDays(own, place.days);
  const { value } = item;
  // Dates that run backwards, or past each other, are told elsewhere.
  if (days === null || value.kind === "row-reference") return [];
  const [first, last] = value.kind === "word" ? [value, value] : [value.first, value.last];
  return ofRange({ at: value, first, last, item, ...place, days });
}

function datesOf(item: { readonly from: DateLiteral | null; readonly until: DateLiteral | null }): Days | null {
  return item.from === null && item.until === null ? always : daysOf(item);
}

function ofWord(word: Word, place: Place): readonly MeantCodes[] {
  return ofRange({ at: word, first: word, last: word, item: null, ...place });
}

function ofRange(meant: MeantCodes): readonly MeantCodes[] {
  return codeShape.test(meant.first.text) && codeShape.test(meant.last.text) ? [meant] : [];
}

/** The cells of a written table's columns of codes, on whatever days. */
function ofCells(book: Book, node: Extract<Declaration, { kind: "table" }>): readonly MeantCodes[] {
  const table = book.tables.get(node.name.text);
  const { source } = node;
  if (source.kind !== "written-table" || table?.declaration.node !== node) return [];
  return source.rows.flatMap(({ cells }) =>
    cells.flatMap((cell, index) => {
      if (table.columns[index]?.type !== "code") return [];
      const word = { kind: "word" as const, start: cell.start, end: cell.end, text: cell.text.toUpperCase() };
      return ofRange({ at: cell, first: word, last: word, item: null, ...anyDay, byRow: true, isSought: true });
    }),
  );
}

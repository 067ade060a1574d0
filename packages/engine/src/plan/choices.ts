/**
 * Choices of codes, resolved for each code of the lines where a batch first brings it. Equal choices are one, however
 * many rules make them, and the index from code to choices is what keeps a rule from costing anything for lines whose
 * code it does not name: a code costs what the spans and cells are that name it, not the rules.
 */
import type { CodeChoice, CodeSpan, TableColumn, TableData } from "@edict/rulebook";
import { columnOfTable } from "../columns/cells.js";
import type { DateRanges } from "../columns/date-ranges.js";
import { always, holdsOn, unionOf, without } from "../columns/date-ranges.js";
import { remembered } from "../columns/fields.js";
import { CellCodes } from "./cell-codes.js";
import type { ChoiceIndex } from "./choice-index.js";
import { append, empty, emptyIndex, expectCodes } from "./choice-index.js";
import type { CodeFinder } from "./code-finder.js";
import { codeFinder } from "./code-finder.js";
import type { Names } from "./names.js";

/** Lines by their code alone, without any row: a list of codes with their days, or every code but some. */
export interface Choice {
  readonly id: number;
  readonly any: boolean;
  /** The codes that items name; of `any`, the codes that are out. By the code's id, of the codes that batches have brought. */
  readonly ranges: ReadonlyMap<number, DateRanges>;
  /** Columns whose cells are in on every day. */
  readonly cells: readonly UsedCells[];
}

/** The cells of a column that usable rows have. */
interface UsedCells {
  readonly codes: CellCodes;
  /** Of each distinct cell, 1 where a usable row has it; null where all are. */
  readonly used: Uint8Array | null;
}

/** The days on which a code is in a choice, or of `any` out; undefined where on none. */
export function daysOf(choice: Choice, code: number): DateRanges | undefined {
  return hasCell(choice, code) ? always : choice.ranges.get(code);
}

/** Whether a choice names a code, on some day at least. */
export function namesCode(choice: Choice, code: number): boolean {
  return choice.any ? choice.ranges.get(code) !== always : daysOf(choice, code) !== undefined;
}

function hasCell({ cells }: Choice, code: number): boolean {
  for (let at = 0; at < cells.length; at++) {
    const column = cells[at];
    const cell = column?.codes.ofCode(code) ?? -1;
    if (cell >= 0 && (column?.used?.[cell] ?? 1) === 1) return true;
  }
  return false;
}

/** The choice that a rule makes, which may read the row of its table. */
export interface RowChoice {
  /** Every line that is in for some row; of a choice that reads no row, exactly its lines. */
  readonly widest: Choice;
  readonly readsRow: boolean;
  /** Of each row, the one code that is in: where the choice is a single column and nothing else. Else null. */
  readonly cells: CellCodes | null;
  readonly includes: (line: number, row: number) => boolean;
}

export interface Choices {
  readonly all: readonly Choice[];
  readonly choose: (choice: CodeChoice, table: TableData | null, usable: Uint8Array | null) => RowChoice;
  readonly index: ChoiceIndex;
  /** Resolves the codes that are new in a dictionary; `heeded` choices, 1 by id, come into the index. */
  readonly take: (codes: readonly string[], heeded: Uint8Array) => void;
}

/** A choice while it is resolved: its items are in, less those that are out. */
interface Resolved extends Choice {
  readonly ranges: Map<number, DateRanges>;
  readonly ins: ReadonlySet<Item>;
  readonly outs: ReadonlySet<Item>;
  /** The code for which it was resolved last, and the days on which it names that. */
  metAt: number;
  daysAtHand: DateRanges;
}

/** A named set, or one span that a rule writes: whoever chooses it. */
interface Item {
  readonly spans: readonly CodeSpan[];
  readonly choosers: Resolved[];
}

/** Collects the choices of a plan as its rules are compiled. */
export function choicesOf(names: Names): Choices {
  const all: Resolved[] = [];
  const known = new Map<string, Resolved>();
  /** Choices that only say which codes are out: no lines are gathered for them. */
  const unlisted: Resolved[] = [];
  const items = new Map<string, Item>();
  const columns = new Map<TableColumn, CellCodes>();
  const choosersOfCells = new Map<CellCodes, Resolved[]>();
  const index = emptyIndex();
  let finder: CodeFinder<Item> | null = null;
  let taken: readonly string[] = [];
  let count = 0;

  const itemsOf = (sets: readonly string[], spans: readonly CodeSpan[]): Set<Item> =>
    new Set([
      ...sets.map((name) => remembered(items, name, () => newItem(names.codeSpans(name)))),
      ...spans.map((span) => remembered(items, JSON.stringify(span), () => newItem([span]))),
    ]);
  const newItem = (spans: readonly CodeSpan[]): Item => {
    finder = null;
    return { spans, choosers: [] };
  };
  const add = (
    list: Resolved[],
    any: boolean,
    ins: ReadonlySet<Item>,
    outs: ReadonlySet<Item>,
    cells: Resolved["cells"] = [],
  ): Resolved => {
    const choice: Resolved = {
      id: list === all ? all.length : -1,
      any,
      ranges: new Map(),
      ins,
      outs,
      cells,
      metAt: -1,
      daysAtHand: always,
    };
    list.push(choice);
    for (const item of new Set([...ins, ...outs])) item.choosers.push(choice);
    for (const { codes } of cells) remembered(choosersOfCells, codes, () => []).push(choice);
    return choice;
  };

  const fixed = (choice: CodeChoice): Resolved => {
    const except = choice.except;
    const key = JSON.stringify([choice.any, choice.sets, choice.spans, except?.sets ?? [], except?.spans ?? []]);
    return remembered(known, key, () =>
      add(
        all,
        choice.any,
        choice.any ? new Set() : itemsOf(choice.sets, choice.spans),
        itemsOf(except?.sets ?? [], except?.spans ?? []),
      ),
    );
  };

  const choose = (choice: CodeChoice, table: TableData | null, usable: Uint8Array | null): RowChoice => {
    const except = choice.except;
    const base = fixed(choice);
    const outColumns = except?.columns ?? [];
    if (choice.columns.length === 0 && outColumns.length === 0) {
      return { widest: base, readsRow: false, cells: null, includes: includesOf(base, names) };
    }
    const codesOf = (name: string): CellCodes => {
      const column = columnOfTable(table, name);
      return remembered(columns, column, () => {
        finder = null;
        return new CellCodes(names.cells(column, table?.count ?? 0));
      });
    };
    const [ins, outs] = [choice.columns.map(codesOf), outColumns.map(codesOf)];
    const widest = choice.any
      ? base
      : add(
          all,
          false,
          base.ins,
          base.outs,
          ins.map((codes) => ({ codes, used: usedCells(codes, usable) })),
        );
    const isFixed = includesOf(base, names);
    const isOut = includesOf(add(unlisted, false, itemsOf(except?.sets ?? [], except?.spans ?? []), new Set()), names);
    const [single] = ins;
    const onlyColumn =
      ins.length === 1 && !choice.any && choice.sets.length + choice.spans.length === 0 && except === null;
    return {
      widest,
      readsRow: true,
      cells: onlyColumn && single !== undefined ? single : null,
      includes: (line, row) => {
        const code = names.codes[line] ?? -1;
        if (outs.some((codes) => codes.isCell(code, row))) return false;
        if (isFixed(line)) return true;
        return ins.some((codes) => codes.isCell(code, row)) && !isOut(line);
      },
    };
  };

  /** What names the code at hand, and the first `chosen` of those who choose that; written over for each code. */
  const days = new Map<Item, DateRanges>();
  const choosers: Resolved[] = [];
  let chosen = 0;
  const listed: Resolved[] = [];
  let codeAtHand = -1;
  const chosenBy = (choices: readonly Resolved[]): void => {
    for (let at = 0; at < choices.length; at++) {
      const choice = choices[at];
      if (choice === undefined || choice.metAt === codeAtHand) continue;
      choice.metAt = codeAtHand;
      choosers[chosen++] = choice;
    }
  };
  const hear = ([item, ranges]: readonly [Item, DateRanges]): void => {
    if (ranges.length === 0) return;
    const before = days.get(item);
    days.set(item, before === undefined ? ranges : unionOf(before, ranges));
    chosenBy(item.choosers);
  };
  /** Resolves the code at hand for those who choose it. Nearly every code is of few cells and of no span. */
  const meet = (heeded: Uint8Array): void => {
    let rise = true;
    let count = 0;
    let last = -1;
    for (let at = 0; at < chosen; at++) {
      const choice = choosers[at];
      if (choice === undefined) break;
      const inCell = hasCell(choice, codeAtHand);
      const ranges = inCell ? always : resolved(choice, days);
      if (ranges === null) continue;
      if (!inCell) choice.ranges.set(codeAtHand, ranges);
      if (choice.any || heeded[choice.id] !== 1) continue;
      choice.daysAtHand = ranges;
      rise &&= choice.id > last;
      last = choice.id;
      listed[count++] = choice;
    }
    if (rise) append(index, codeAtHand, listed, count);
    else append(index, codeAtHand, listed.slice(0, count).sort(byId), count);
  };

  const take: Choices["take"] = (codes, heeded) => {
    const cellCodes = [...columns.values()];
    if (codes !== taken) {
      taken = codes;
      count = 0;
      empty(index);
      for (const column of cellCodes) column.forget();
      for (const choice of [...all, ...unlisted]) {
        choice.ranges.clear();
        choice.metAt = -1;
      }
    }
    const first = count;
    if (first === codes.length) return;
    finder ??= codeFinder([...items.values()], cellCodes);
    const { cells } = finder;
    // A code that stands in a cell is in on every day, which matters where lines of the choice are asked for.
    const choosersOf = cellCodes.map((column) =>
      (choosersOfCells.get(column) ?? []).filter(({ id }) => heeded[id] === 1),
    );
    expectCodes(index, codes.length);
    for (const column of cellCodes) column.expect(codes.length);
    for (; count < codes.length; count++) {
      const text = codes[count] ?? "";
      codeAtHand = count;
      chosen = 0;
      if (days.size > 0) days.clear();
      finder.items(text, hear);
      for (let place = cells.first(text); place >= 0; place = cells.next[place] ?? -1) {
        const column = cells.columnOf[place] ?? 0;
        cellCodes[column]?.meet(count, place - (cells.starts[column] ?? 0));
        chosenBy(choosersOf[column] ?? []);
      }
      meet(heeded);
    }
    for (const column of cellCodes) column.met(first, count);
  };
  return { all, choose, index, take };
}

function byId(left: Choice, right: Choice): number {
  return left.id - right.id;
}

/** The days on which items put the code at hand in a choice, of `any` the days on which it is out; null where on none. */
function resolved(choice: Resolved, days: ReadonlyMap<Item, DateRanges>): DateRanges | null {
  if (days.size === 0) return null;
  const out = unionOfItems(choice.outs, days);
  if (choice.any) return out;
  const inside = unionOfItems(choice.ins, days);
  const kept = inside === null || out === null ? inside : without(inside, out);
  return kept === null || kept.length === 0 ? null : kept;
}

function unionOfItems(items: ReadonlySet<Item>, days: ReadonlyMap<Item, DateRanges>): DateRanges | null {
  let all: DateRanges | null = null;
  // Few items of a choice may hold a code of many, or many of few: the fewer are walked.
  for (const item of items.size <= days.size ? items : days.keys()) {
    const ranges = items.has(item) ? days.get(item) : undefined;
    if (ranges !== undefined) all = all === null ? ranges : unionOf(all, ranges);
  }
  return all;
}

function usedCells(codes: CellCodes, usable: Uint8Array | null): Uint8Array | null {
  if (usable === null) return null;
  const used = new Uint8Array(codes.values.length);
  for (let row = 0; row < codes.ids.length; row++) {
    const id = codes.ids[row] ?? -1;
    if (id >= 0 && usable[row] !== 0) used[id] = 1;
  }
  return used;
}

function includesOf(choice: Choice, names: Names): (line: number) => boolean {
  return (line) => {
    const dates = daysOf(choice, names.codes[line] ?? -1);
    return (dates !== undefined && (dates === always || holdsOn(dates, names.days[line] ?? 0))) !== choice.any;
  };
}

/**
 * Choices of codes, resolved against the charges' dictionary. Equal choices are one, however many rules make them, and
 * the index from code to choices is what keeps a rule from costing anything for lines whose code it does not name.
 */
import type { CodeChoice, CodeSpan, TableData } from "@edict/rulebook";
import { cellIds, columnOfTable } from "../columns/cells.js";
import type { DateRanges } from "../columns/date-ranges.js";
import { always, holdsOn, without } from "../columns/date-ranges.js";
import type { ValueRanges } from "../columns/value-ranges.js";
import type { Names } from "./names.js";

/** Lines by their code alone, without any row: a list of codes with their days, or every code but some. */
export interface Choice {
  readonly id: number;
  readonly any: boolean;
  /** The codes that are in; of `any`, the codes that are out. */
  readonly ranges: ValueRanges;
}

/** Whether a choice names a code, on some day at least. */
export function namesCode({ any, ranges }: Choice, code: number): boolean {
  return any ? ranges.get(code) !== always : ranges.has(code);
}

/** The choice that a rule makes, which may read the row of its table. */
export interface RowChoice {
  /** Every line that is in for some row; of a choice that reads no row, exactly its lines. */
  readonly widest: Choice;
  readonly readsRow: boolean;
  /** Of each row, the one code that is in: where the choice is a single column and nothing else. Else null. */
  readonly codeOfRow: Int32Array | null;
  readonly includes: (line: number, row: number) => boolean;
}

export interface Choices {
  readonly all: readonly Choice[];
  readonly choose: (choice: CodeChoice, table: TableData | null, usable: Uint8Array | null) => RowChoice;
}

/** Collects the choices of a plan as its rules are compiled. */
export function choicesOf(names: Names): Choices {
  const all: Choice[] = [];
  const known = new Map<string, Choice>();
  const intern = (key: string, any: boolean, ranges: () => ValueRanges): Choice => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const choice = { id: all.length, any, ranges: ranges() };
    all.push(choice);
    known.set(key, choice);
    return choice;
  };
  const part = (sets: readonly string[], spans: readonly CodeSpan[]): ValueRanges =>
    names.codeRanges("code", sets, spans);

  const fixed = (choice: CodeChoice): Choice => {
    const except = choice.except;
    const key = JSON.stringify([choice.any, choice.sets, choice.spans, except?.sets ?? [], except?.spans ?? []]);
    return intern(key, choice.any, () => {
      const out = except === null ? new Map<number, DateRanges>() : part(except.sets, except.spans);
      return choice.any ? out : lessRanges(part(choice.sets, choice.spans), out);
    });
  };

  const choose = (choice: CodeChoice, table: TableData | null, usable: Uint8Array | null): RowChoice => {
    const out = choice.except?.columns ?? [];
    const base = fixed(choice);
    if (choice.columns.length === 0 && out.length === 0) {
      return { widest: base, readsRow: false, codeOfRow: null, includes: includesOf(base, names) };
    }
    const ids = (column: string): Int32Array =>
      cellIds(columnOfTable(table, column), table?.count ?? 0, names.dictionary("code"));
    const [inColumns, outColumns] = [choice.columns.map(ids), out.map(ids)];
    const widest = choice.any
      ? base
      : intern(`row ${String(all.length)}`, false, () =>
          widened(base.ranges, inColumns, usable, names.charges.code.values.length),
        );
    const isFixed = includesOf(base, names);
    const isOut = includesOf(
      { any: false, ranges: choice.except === null ? new Map() : part(choice.except.sets, choice.except.spans) },
      names,
    );
    const { codes } = names;
    const [single] = inColumns;
    const onlyColumn = inColumns.length === 1 && !choice.any && base.ranges.size === 0 && choice.except === null;
    return {
      widest,
      readsRow: true,
      codeOfRow: onlyColumn && single !== undefined ? single : null,
      includes: (line, row) => {
        const code = codes[line];
        if (outColumns.some((column) => column[row] === code)) return false;
        if (isFixed(line)) return true;
        return inColumns.some((column) => column[row] === code) && !isOut(line);
      },
    };
  };
  return { all, choose };
}

function includesOf(
  choice: { readonly any: boolean; readonly ranges: ValueRanges },
  names: Names,
): (line: number) => boolean {
  const { codes, days } = names;
  const { any, ranges } = choice;
  return (line) => {
    const dates = ranges.get(codes[line] ?? -1);
    return (dates !== undefined && (dates === always || holdsOn(dates, days[line] ?? 0))) !== any;
  };
}

function lessRanges(ranges: ValueRanges, out: ValueRanges): ValueRanges {
  if (out.size === 0) return ranges;
  const left = new Map<number, DateRanges>();
  for (const [code, dates] of ranges) {
    const taken = out.get(code);
    const kept = taken === undefined ? dates : without(dates, taken);
    if (kept.length > 0) left.set(code, kept);
  }
  return left;
}

/** The codes of a choice and of every usable row's cells. */
function widened(
  ranges: ValueRanges,
  columns: readonly Int32Array[],
  usable: Uint8Array | null,
  codeCount: number,
): ValueRanges {
  const wide = new Map(ranges);
  const seen = new Uint8Array(codeCount);
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const code = column[row] ?? -1;
      if (code >= 0 && usable?.[row] !== 0) seen[code] = 1;
    }
  }
  for (const [code, is] of seen.entries()) if (is === 1) wide.set(code, always);
  return wide;
}

/** The index: of each code, the choices that name it. The choices of any code stand apart. */
export interface ChoiceIndex {
  /** The choices of code `c` are `choiceOf[starts[c]]` up to but not including `choiceOf[starts[c + 1]]`. */
  readonly starts: Int32Array;
  readonly choiceOf: Int32Array;
  /** Beside each: the days, or null for every day. */
  readonly rangesOf: readonly (DateRanges | null)[];
}

export function indexOfChoices(choices: readonly Choice[], codeCount: number): ChoiceIndex {
  const starts = new Int32Array(codeCount + 1);
  for (const choice of choices) {
    if (!choice.any) for (const code of choice.ranges.keys()) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  }
  for (let code = 0; code < codeCount; code++) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const next = starts.slice();
  const total = starts[codeCount] ?? 0;
  const choiceOf = new Int32Array(total);
  const rangesOf = Array.from<DateRanges | null>({ length: total }).fill(null);
  for (const choice of choices) {
    if (choice.any) continue;
    for (const [code, dates] of choice.ranges) {
      const at = next[code] ?? 0;
      next[code] = at + 1;
      choiceOf[at] = choice.id;
      rangesOf[at] = dates === always ? null : dates;
    }
  }
  return { starts, choiceOf, rangesOf };
}

/**
 * Conditions as closures over the index of a line, of its companion and of a table's row. Everything that can be worked
 * out for each distinct value is worked out once; what is left for a line is reading whole numbers.
 */
import type { Condition, RowCondition, Side, TableData } from "@edict/rulebook";
import type { Names } from "../plan/names.js";
import { compareTest } from "./compare.js";
import { inTest } from "./in-values.js";
import { presenceTest } from "./presence.js";
import { rowOfTest } from "./row-of.js";

/** Something of one line, with the row of the rule's table at hand (-1 where there is none). */
export type LineTest = (line: number, row: number) => boolean;

/** Something of a subject and its companion. */
export type PairTest = (line: number, other: number, row: number) => boolean;

export interface CompiledCondition {
  readonly test: PairTest;
  /** It reads the companion somewhere. */
  readonly readsOther: boolean;
  readonly readsRow: boolean;
  /**
   * The same condition with all that it reads of the companion put into a number, bit by bit: companions with equal
   * signatures are alike to it. Null where that cannot be: the comparison reads a row too, or there are too many.
   */
  readonly bySignature: SignatureTest | null;
}

export interface SignatureTest {
  /** What each bit says of the companion. */
  readonly bits: readonly LineTest[];
  readonly test: (line: number, signature: number, row: number) => boolean;
}

/** The most comparisons on the companion that a signature holds. */
const mostBits = 16;

/** Compiles a condition; `table` is what `row` means in it. */
export function compileCondition(condition: Condition, names: Names, table: TableData | null): CompiledCondition {
  const found: Reading = { bits: [], readsOther: false, readsRow: false, otherReadsRow: false };
  const part = compilePart(condition, names, table, found);
  const signed = !found.otherReadsRow && found.bits.length <= mostBits;
  return {
    test: part.pair,
    readsOther: found.readsOther,
    readsRow: found.readsRow,
    bySignature: signed ? { bits: found.bits, test: part.signed } : null,
  };
}

interface Reading {
  readonly bits: LineTest[];
  readsOther: boolean;
  readsRow: boolean;
  otherReadsRow: boolean;
}

interface Part {
  readonly pair: PairTest;
  readonly signed: (line: number, signature: number, row: number) => boolean;
}

function compilePart(condition: Condition, names: Names, table: TableData | null, found: Reading): Part {
  switch (condition.kind) {
    case "all": {
      const parts = condition.of.map((of) => compilePart(of, names, table, found));
      const [first, second] = parts;
      if (first !== undefined && second !== undefined && parts.length === 2) {
        return {
          pair: (line, other, row) => first.pair(line, other, row) && second.pair(line, other, row),
          signed: (line, signature, row) => first.signed(line, signature, row) && second.signed(line, signature, row),
        };
      }
      return {
        pair: (line, other, row) => parts.every((part) => part.pair(line, other, row)),
        signed: (line, signature, row) => parts.every((part) => part.signed(line, signature, row)),
      };
    }
    case "any": {
      const parts = condition.of.map((of) => compilePart(of, names, table, found));
      return {
        pair: (line, other, row) => parts.some((part) => part.pair(line, other, row)),
        signed: (line, signature, row) => parts.some((part) => part.signed(line, signature, row)),
      };
    }
    case "not": {
      const part = compilePart(condition.of, names, table, found);
      return {
        pair: (line, other, row) => !part.pair(line, other, row),
        signed: (line, signature, row) => !part.signed(line, signature, row),
      };
    }
    case "in":
      return onSide(condition.on, inTest(condition, names, table), condition.values.columns.length > 0, found);
    case "compare": {
      const readsRow = condition.left.kind === "row" || condition.right.kind === "row";
      return onSide(condition.on, compareTest(condition, names, table), readsRow, found);
    }
    case "presence":
      return onSide(condition.on, presenceTest(condition, names), false, found);
    case "row":
      return rowPart(condition, names, found);
  }
}

/** A comparison, read of the subject, of the companion, or of either. */
function onSide(side: Side, test: LineTest, readsRow: boolean, found: Reading): Part {
  if (readsRow) found.readsRow = true;
  if (side === "subject") {
    return { pair: (line, _other, row) => test(line, row), signed: (line, _signature, row) => test(line, row) };
  }
  found.readsOther = true;
  if (readsRow) found.otherReadsRow = true;
  const bit = 1 << (found.bits.push(test) - 1);
  if (side === "other") {
    return { pair: (_line, other, row) => test(other, row), signed: (_line, signature) => (signature & bit) !== 0 };
  }
  return {
    pair: (line, other, row) => test(line, row) || test(other, row),
    signed: (line, signature, row) => (signature & bit) !== 0 || test(line, row),
  };
}

/** `a row of TABLE where …`: within it `row` is a row of that table, so that the rule's own row is not read. */
function rowPart(condition: RowCondition, names: Names, found: Reading): Part {
  const table = names.table(condition.table);
  const whole = compileCondition(condition.where, names, table);
  const pair = rowOfTest(condition.where, whole.test, names, table);
  if (whole.readsOther) {
    found.readsOther = true;
    found.otherReadsRow = true;
  }
  return { pair: (line, other) => pair(line, other), signed: (line) => pair(line, -1) };
}

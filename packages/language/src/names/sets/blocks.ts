/**
 * Codes, diagnoses and modifiers as blocks of `settle`, and back. Each kind has its own line of positions, written as
 * texts: codes by shape and number, diagnoses by their bytes without the dot, each modifier alone.
 */
import type { CodeSpan, DiagnosisSpan, IsoDate, ModifierSpan } from "@edict/rulebook";
import {
  afterPrefix,
  codeAt,
  codeOrdinal,
  compareBytes,
  diagnosisShape,
  formatDate,
  modifierShape,
} from "@edict/rulebook";
import type { Block, Days } from "./settle.js";
import { always } from "./settle.js";

export type SetKind = "codes" | "diagnoses" | "modifiers";

/** The blocks of a set or of an item. */
export type Blocks = readonly Block[];

/** Why a range is none. */
export type RangeProblem = "not-possible" | "across-shapes" | "backwards";

/** True of a text that is a code, a diagnosis or a modifier. */
export function isValue(kind: SetKind, text: string): boolean {
  switch (kind) {
    case "codes":
      return codeOrdinal(text) !== null;
    case "diagnoses":
      return diagnosisShape.test(text);
    case "modifiers":
      return modifierShape.test(text);
  }
}

/** The block from `first` to `last`, both values of the kind, or why there is none. */
export function blockOf(kind: SetKind, first: string, last: string, days: Days): Block | RangeProblem {
  switch (kind) {
    case "codes": {
      const low = codeOrdinal(first);
      const high = codeOrdinal(last);
      if (low === null || high === null || low.shape !== high.shape) return "across-shapes";
      if (low.ordinal > high.ordinal) return "backwards";
      return { start: position(low.shape, low.ordinal), end: position(low.shape, high.ordinal + 1), ...days };
    }
    case "diagnoses": {
      const start = first.replace(".", "");
      const end = afterPrefix(last.replace(".", ""));
      return start < end ? { start, end, ...days } : "backwards";
    }
    case "modifiers":
      return first === last ? { start: first, end: `${first}\u0000`, ...days } : "not-possible";
  }
}

/** Whether one of the blocks holds a value, whatever the day; one of a wider diagnosis holds those below it too. */
export function holdsValue(kind: SetKind, blocks: Blocks, value: string): boolean {
  const at = placeOf(kind, value);
  return at !== null && holdsPlace(blocks, at);
}

/** Whether one of the blocks holds what stands at a place. */
export function holdsPlace(blocks: Blocks, at: string): boolean {
  return blocks.some(({ start, end }) => start <= at && at < end);
}

/** The blocks that hold a value, on whatever days. */
export function blocksHolding(kind: SetKind, blocks: Blocks, value: string): Blocks {
  const at = placeOf(kind, value);
  return at === null ? [] : blocks.filter(({ start, end }) => start <= at && at < end);
}

/** Where a value stands among all of its kind; null where it is none. */
export function placeOf(kind: SetKind, value: string): string | null {
  const own = isValue(kind, value) ? blockOf(kind, value, value, always) : "not-possible";
  return typeof own === "string" ? null : own.start;
}

// The shape is padded and the number has one digit more than needed: the end of a range may lie past the last code.
function position(shape: string, ordinal: number): string {
  return `${shape.padEnd(2)}${String(ordinal).padStart(6, "0")}`;
}

/** Blocks as the rulebook has them. */
export function codeSpans(blocks: Blocks): readonly CodeSpan[] {
  const spans = blocks.map(({ start, end, from, until }) => {
    const shape = start.slice(0, 2).trim();
    return {
      first: codeAt(shape, Number(start.slice(2))),
      last: codeAt(shape, Number(end.slice(2)) - 1),
      from: bound(from),
      until: bound(until),
    };
  });
  return spans.sort((left, right) => compareBytes(left.first, right.first) || compareBounds(left.from, right.from));
}

/** Blocks as the rulebook has them. */
export function diagnosisSpans(blocks: Blocks): readonly DiagnosisSpan[] {
  return blocks.map(({ start, end, from, until }) => ({
    first: start,
    before: end,
    from: bound(from),
    until: bound(until),
  }));
}

/** Blocks as the rulebook has them. */
export function modifierSpans(blocks: Blocks): readonly ModifierSpan[] {
  return blocks.map(({ start, from, until }) => ({ modifier: start, from: bound(from), until: bound(until) }));
}

function bound(day: number): IsoDate | null {
  return day === always.from || day === always.until ? null : formatDate(day);
}

function compareBounds(left: IsoDate | null, right: IsoDate | null): number {
  return left === right ? 0 : left === null ? -1 : right === null ? 1 : compareBytes(left, right);
}

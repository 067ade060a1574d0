/** A patient's lines by code, for rules whose codes stand in the rows of a table. */
import type { Names } from "../plan/names.js";
import type { LineList } from "./line-list.js";

export interface CodeLists {
  /** All lines of the patient, code by code. */
  lines: Int32Array;
  /** The codes that the patient has, in the order in which they first appear. */
  distinct: Int32Array;
  distinctCount: number;
  /** Takes up the lines from `start` up to `end` of the batch. */
  readonly fill: (names: Names, start: number, end: number) => void;
  readonly has: (code: number) => boolean;
  /** Makes a list of the lines of one code. */
  readonly slice: (code: number, list: LineList) => void;
}

export function codeLists(): CodeLists {
  let stamps = new Int32Array(64);
  let starts = new Int32Array(64);
  let ends = new Int32Array(64);
  let stamp = 0;
  const has = (code: number): boolean => code >= 0 && stamps[code] === stamp;
  const lists: CodeLists = {
    lines: new Int32Array(64),
    distinct: new Int32Array(64),
    distinctCount: 0,
    fill: ({ codes, charges }, start, end) => {
      stamp += 1;
      const most = charges.code.values.length;
      if (stamps.length < most) {
        stamps = new Int32Array(most * 2);
        starts = new Int32Array(most * 2);
        ends = new Int32Array(most * 2);
        lists.distinct = new Int32Array(most * 2);
      }
      lists.distinctCount = 0;
      if (lists.lines.length < end - start) lists.lines = new Int32Array((end - start) * 2);
      for (let line = start; line < end; line++) {
        const code = codes[line] ?? 0;
        if (stamps[code] !== stamp) {
          stamps[code] = stamp;
          ends[code] = 0;
          lists.distinct[lists.distinctCount] = code;
          lists.distinctCount += 1;
        }
        ends[code] = (ends[code] ?? 0) + 1;
      }
      let next = 0;
      for (let at = 0; at < lists.distinctCount; at++) {
        const code = lists.distinct[at] ?? 0;
        const count = ends[code] ?? 0;
        starts[code] = next;
        ends[code] = next;
        next += count;
      }
      for (let line = start; line < end; line++) {
        const code = codes[line] ?? 0;
        const at = ends[code] ?? 0;
        lists.lines[at] = line;
        ends[code] = at + 1;
      }
    },
    has,
    slice: (code, list) => {
      list.items = lists.lines;
      list.from = has(code) ? (starts[code] ?? 0) : 0;
      list.to = has(code) ? (ends[code] ?? 0) : 0;
    },
  };
  return lists;
}

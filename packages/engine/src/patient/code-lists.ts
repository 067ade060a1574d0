/** A patient's lines by code, for rules whose codes stand in the rows of a table. */
import type { LineList } from "./line-list.js";

export interface CodeLists {
  /** All lines of the patient, code by code. */
  lines: Int32Array;
  /** The codes that the patient has, in the order in which they first appear. */
  readonly distinct: Int32Array;
  distinctCount: number;
  readonly fill: (codes: Int32Array, start: number, end: number) => void;
  readonly has: (code: number) => boolean;
  /** Makes a list of the lines of one code. */
  readonly slice: (code: number, list: LineList) => void;
}

export function codeLists(codeCount: number): CodeLists {
  const stamps = new Int32Array(codeCount);
  const starts = new Int32Array(codeCount);
  const ends = new Int32Array(codeCount);
  let stamp = 0;
  const has = (code: number): boolean => code >= 0 && stamps[code] === stamp;
  const lists: CodeLists = {
    lines: new Int32Array(64),
    distinct: new Int32Array(codeCount),
    distinctCount: 0,
    fill: (codes, start, end) => {
      stamp += 1;
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

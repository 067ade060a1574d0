/** The rows of a rule's table that can say anything of a patient, by the codes that the patient has. */
import { accumulate } from "./pair-index.js";

export interface RowIndex {
  /** The rows of code `c` are at `starts[c]` up to but not including `starts[c + 1]`, rising. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

export function rowIndexOf(codeOfRow: Int32Array, usable: Uint8Array | null, codeCount: number): RowIndex {
  const isIn = (row: number): boolean => (codeOfRow[row] ?? -1) >= 0 && (usable === null || usable[row] === 1);
  const starts = new Int32Array(codeCount + 1);
  for (let row = 0; row < codeOfRow.length; row++) {
    if (!isIn(row)) continue;
    const at = (codeOfRow[row] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  accumulate(starts);
  const next = starts.slice();
  const rows = new Int32Array(starts[codeCount] ?? 0);
  for (let row = 0; row < codeOfRow.length; row++) {
    if (!isIn(row)) continue;
    const code = codeOfRow[row] ?? 0;
    const at = next[code] ?? 0;
    next[code] = at + 1;
    rows[at] = row;
  }
  return { starts, rows };
}

/** The rows of a rule's table that can say anything of a patient, by the codes that the patient has. */
import type { CellCodes } from "./cell-codes.js";
import { accumulate } from "./pair-index.js";

export interface RowIndex {
  readonly cells: CellCodes;
  /** The rows of cell `c` are at `starts[c]` up to but not including `starts[c + 1]`, rising. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

export function rowIndexOf(cells: CellCodes, usable: Uint8Array | null): RowIndex {
  const { ids, values } = cells;
  const count = values.length;
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < ids.length; row++) {
    const cell = ids[row] ?? -1;
    if (cell < 0 || cell >= count || (usable !== null && usable[row] !== 1)) continue;
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  }
  accumulate(starts);
  const next = starts.slice();
  const rows = new Int32Array(starts[count] ?? 0);
  for (let row = 0; row < ids.length; row++) {
    const cell = ids[row] ?? -1;
    if (cell < 0 || cell >= count || (usable !== null && usable[row] !== 1)) continue;
    const at = next[cell] ?? 0;
    next[cell] = at + 1;
    rows[at] = row;
  }
  return { cells, starts, rows };
}

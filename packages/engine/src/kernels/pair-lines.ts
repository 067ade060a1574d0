/**
 * The lines that may be companions in a table of pairs, for the subjects of a day: side by side what is asked of each
 * first, so that a subject walks over whole numbers in order. Written over for each day.
 */
import type { Patient } from "../patient/patient.js";
import type { CompanionPlan } from "../plan/check-plan.js";
import { hashOfSecond } from "../plan/pair-filter.js";
import type { PairIndex } from "../plan/pair-index.js";

export class PairLines {
  /** How many there are: lines whose code no companion of the table has, or whose first key is blank, are left out. */
  count = 0;
  lines = new Int32Array(64);
  /** The id of the scope's first key; 0 where it has none. */
  keys = new Int32Array(64);
  /** The cell of the line's code among the companions. */
  cells = new Int32Array(64);
  /** Where the table stands by subject: the hash of that cell. */
  hashes = new Int32Array(64);
  /** Where it stands by companion: where the bits of that cell begin, and their mask. */
  starts = new Int32Array(64);
  masks = new Int32Array(64);

  /** Takes up the lines at `from` up to `to` of `items`, or where that is null the lines `from` up to `to` themselves. */
  fill(
    check: CompanionPlan,
    { companions, bySubject, filter }: PairIndex,
    patient: Patient,
    items: Int32Array | null,
    from: number,
    to: number,
  ): void {
    if (this.lines.length < to - from) this.widen((to - from) * 2);
    const { codes } = patient.plan.names;
    const { cellOfCode } = companions;
    const key = check.scope.keys[0] ?? null;
    const { lines, keys, cells, hashes, starts, masks } = this;
    let count = 0;
    for (let at = from; at < to; at++) {
      const line = items === null ? at : (items[at] ?? 0);
      const cell = (cellOfCode[codes[line] ?? 0] ?? 0) - 1;
      const value = key === null ? 0 : (key.ids[line] ?? 0);
      if (cell < 0 || (key !== null && value === key.blank)) continue;
      lines[count] = line;
      keys[count] = value;
      cells[count] = cell;
      if (bySubject) hashes[count] = hashOfSecond(cell);
      else {
        starts[count] = filter.starts[cell] ?? 0;
        masks[count] = filter.masks[cell] ?? 0;
      }
      count += 1;
    }
    this.count = count;
  }

  private widen(length: number): void {
    this.lines = new Int32Array(length);
    this.keys = new Int32Array(length);
    this.cells = new Int32Array(length);
    this.hashes = new Int32Array(length);
    this.starts = new Int32Array(length);
    this.masks = new Int32Array(length);
  }
}

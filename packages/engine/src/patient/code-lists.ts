/** A patient's lines by code, for rules whose codes stand in the rows of a table. */
import type { Names } from "../plan/names.js";
import type { LineList } from "./line-list.js";

/** Of each code, side by side: the stamp of the patient that has it, and where its lines start and end. */
const fields = 4;
const startField = 1;
const endField = 2;

export class CodeLists {
  /** All lines of the patient, code by code. */
  private lines = new Int32Array(64);
  /** The codes that the patient has, in the order in which they first appear. */
  distinct = new Int32Array(64);
  distinctCount = 0;
  private places = new Int32Array(64 * fields);
  private stamp = 0;

  /** Takes up the lines from `start` up to `end` of the batch. */
  fill({ codes, charges }: Names, start: number, end: number): void {
    const most = charges.code.values.length;
    if (this.distinct.length < most) {
      this.distinct = new Int32Array(most * 2);
      this.places = new Int32Array(most * 2 * fields);
    }
    if (this.lines.length < end - start) this.lines = new Int32Array((end - start) * 2);
    this.stamp += 1;
    const { lines, distinct, places, stamp } = this;
    let count = 0;
    for (let line = start; line < end; line++) {
      const code = codes[line] ?? 0;
      const place = code * fields;
      if (places[place] !== stamp) {
        places[place] = stamp;
        places[place + endField] = 0;
        distinct[count] = code;
        count += 1;
      }
      places[place + endField] = (places[place + endField] ?? 0) + 1;
    }
    this.distinctCount = count;
    let next = 0;
    for (let at = 0; at < count; at++) {
      const place = (distinct[at] ?? 0) * fields;
      const size = places[place + endField] ?? 0;
      places[place + startField] = next;
      places[place + endField] = next;
      next += size;
    }
    for (let line = start; line < end; line++) {
      const place = (codes[line] ?? 0) * fields + endField;
      const at = places[place] ?? 0;
      lines[at] = line;
      places[place] = at + 1;
    }
  }

  has(code: number): boolean {
    return code >= 0 && this.places[code * fields] === this.stamp;
  }

  /** Makes a list of the lines of one code. */
  slice(code: number, list: LineList): void {
    const { places, lines } = this;
    list.items = lines;
    list.from = 0;
    list.to = 0;
    if (!this.has(code)) return;
    list.from = places[code * fields + startField] ?? 0;
    list.to = places[code * fields + endField] ?? 0;
  }
}

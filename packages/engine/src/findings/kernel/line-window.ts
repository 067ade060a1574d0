/**
 * Some lines of a batch in the kernel's memory: whole patients, one behind another. Their columns are copied as they are
 * when the first finding of one of them is written. Of the texts that lines have of their own those that stand one behind
 * another in memory are copied likewise, others one by one where a line is written.
 */
import type { Charges, TextColumn } from "@edict/rulebook";
import { textAt } from "@edict/rulebook";
import { putUtf8 } from "../utf8.js";
import type { Kernel } from "./kernel.js";

/** Bytes that are looked at beyond the end of a text. */
const padding = 64;

export class LineWindow {
  private charges: Charges | null = null;
  /** The first line, and the one behind the last. */
  base = 0;
  private end = 0;
  /** The own number of a line, and its claim. */
  private texts: readonly TextsOfLines[] = [];
  /** The part of the memory that has room for texts, and how much of it is used. */
  private readonly room: Uint8Array;
  private used = 0;

  constructor(private readonly kernel: Kernel) {
    this.room = kernel.bytes.subarray(0, kernel.places.pieces - padding);
  }

  /** Makes sure that the patient of a line is in the window; false where the patient has more lines than go into it. */
  take(charges: Charges, line: number): boolean {
    if (charges === this.charges && line >= this.base && line < this.end) return true;
    const { ids } = charges.patient;
    const patient = ids[line];
    let base = line;
    while (base > 0 && ids[base - 1] === patient) base--;
    let end = Math.min(charges.count, base + this.kernel.places.mostLines);
    if (end < charges.count) while (end > base && ids[end - 1] === ids[end]) end--;
    if (end === base) return false;
    this.charges = charges;
    this.base = base;
    this.end = end;
    this.fill(charges);
    return true;
  }

  /** Puts the texts of a line there that are not yet; false where there are none such. */
  addTexts(line: number): boolean {
    let isAdded = false;
    for (const texts of this.texts) if (this.addText(texts, line)) isAdded = true;
    return isAdded;
  }

  private fill(charges: Charges): void {
    const { base, end } = this;
    const { calls, places, ints, numbers } = this.kernel;
    calls.forget();
    ints.set(charges.file.subarray(base, end), places.files / 4);
    ints.set(charges.row.subarray(base, end), places.rows / 4);
    ints.set(charges.date.days.subarray(base, end), places.days / 4);
    ints.set(charges.code.ids.subarray(base, end), places.codes / 4);
    ints.set(charges.shownModifiers.ids.subarray(base, end), places.modifiers / 4);
    numbers.set(charges.units.values.subarray(base, end), places.units / 8);
    const amount = charges.fields.get("amount");
    if (amount?.kind === "number") numbers.set(amount.values.subarray(base, end), places.amounts / 8);
    else numbers.fill(NaN, places.amounts / 8, places.amounts / 8 + end - base);
    this.used = places.texts;
    this.texts = [
      this.textsOf(charges.fields.get("line"), places.lineStarts, places.lineEnds, places.startsOfLines),
      this.textsOf(charges.fields.get("claim"), places.claimStarts, places.claimEnds, places.startsOfClaims),
    ];
  }

  /** The texts of a column: where those of a line begin and end is kept at two places, and a third says where they begin. */
  private textsOf(field: FieldColumn, startsAt: number, endsAt: number, sayStarts: number): TextsOfLines {
    const { ints } = this.kernel;
    const count = this.end - this.base;
    const starts = ints.subarray(startsAt / 4, startsAt / 4 + count);
    const ends = ints.subarray(endsAt / 4, endsAt / 4 + count);
    const column = field?.kind === "text" ? field : null;
    const used = column?.copyTexts?.(this.base, this.end, this.room, this.used, ends) ?? -1;
    if (used >= 0) {
      // Each begins where the one before ends.
      ints[endsAt / 4 - 1] = this.used;
      ints[sayStarts / 4] = endsAt - 4;
      this.used = used;
      return { column: null, starts, ends };
    }
    ints[sayStarts / 4] = startsAt;
    if (column === null) starts.fill(blank);
    ends.fill(column === null ? blank : 0);
    return { column, starts, ends };
  }

  private addText({ column, starts, ends }: TextsOfLines, line: number): boolean {
    const at = line - this.base;
    if (column === null || ends[at] !== 0) return false;
    const start = this.used;
    let end = column.copyPlain?.(line, this.room, start) ?? -1;
    if (end < 0) {
      const text = textAt(column, line);
      if (text === null) {
        starts[at] = blank;
        ends[at] = blank;
        return true;
      }
      // What is not plain is found to be so by the kernel, and what there is no room for is longer than it takes.
      if (start + text.length * 3 <= this.room.length) end = putUtf8(this.room, start, text);
      else end = start + this.kernel.places.longestPiece + 1;
    }
    starts[at] = start;
    ends[at] = end;
    this.used = Math.min(end, this.room.length);
    return true;
  }
}

/** The texts that lines have of their own. */
interface TextsOfLines {
  /** Whence they are copied where they are needed; null where they all are there. */
  readonly column: TextColumn | null;
  /** Of each line of the window: where its text begins and ends, both alike where it is blank; 0 where it is not there yet. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

type FieldColumn = ReturnType<Charges["fields"]["get"]>;

const blank = 1;

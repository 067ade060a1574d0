/**
 * Charge lines as findings show them, as bytes of JSON. What a value of a dictionary is, is rendered once for the
 * dictionary; a line is once for the findings of its patient that name it, and copied where it is named again.
 */
import type { Charges, Placeholder, TextColumn } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import { longEnough } from "../columns/by-value.js";
import { fromExact } from "../plan/exact.js";
import type { JsonBytes, Piece } from "./json-bytes.js";
import { innerPiece, piece } from "./json-bytes.js";
import type { Raised } from "./raised.js";

/** The placeholders that are codes, dates and numbers: nothing in them is ever escaped. */
export type PlainPlaceholder = Exclude<Placeholder, "payer">;

export function isPlain(name: Placeholder): name is PlainPlaceholder {
  return name !== "payer";
}

export class LineJson {
  private batch: Batch | null = null;
  /** The patient whose field of a line stands in the buffer, and where: from behind the line up to the claim. */
  private patient = -1;
  private patientStart = 0;
  private patientEnd = 0;
  private readonly days = new Days();
  /** Where a line stands in the buffer, where it bears the present stamp. */
  private starts = new Int32Array(64);
  private ends = new Int32Array(64);
  private stamps = new Int32Array(64);
  private stamp = 0;

  constructor(private readonly out: JsonBytes) {}

  /** Turns to the next patient. */
  take(charges: Charges): void {
    if (this.batch?.charges !== charges) {
      this.batch = batchOf(charges, this.batch);
      if (this.stamps.length < charges.count) {
        this.starts = new Int32Array(charges.count * 2);
        this.ends = new Int32Array(charges.count * 2);
        this.stamps = new Int32Array(charges.count * 2);
      }
    }
    this.forget();
  }

  /** Forgets where lines stand. */
  forget(): void {
    this.stamp += 1;
    this.patient = -1;
  }

  /** Writes a line. */
  line(line: number): void {
    const { out, stamps, starts, ends } = this;
    const from = out.length;
    if (stamps[line] === this.stamp) out.again(starts[line] ?? 0, ends[line] ?? 0);
    else this.write(line, this.atHand());
    stamps[line] = this.stamp;
    starts[line] = from;
    ends[line] = out.length;
  }

  /**
   * Writes lines with commas between. Findings of one rule after another name nearly the same lines in the same order, so
   * that lines which stand one comma apart are copied together. A copy is where a line stands from then on.
   */
  list(lines: readonly number[]): void {
    const { out, stamps, starts, ends, stamp } = this;
    for (let at = 0; at < lines.length;) {
      if (at > 0) out.put(comma);
      const line = lines[at] ?? -1;
      if (stamps[line] !== stamp) {
        this.line(line);
        at += 1;
        continue;
      }
      const from = starts[line] ?? 0;
      const further = out.length - from;
      let to = from - comma.length;
      for (; at < lines.length; at++) {
        const next = lines[at] ?? -1;
        if (stamps[next] !== stamp || starts[next] !== to + comma.length) break;
        to = ends[next] ?? 0;
        starts[next] = (starts[next] ?? 0) + further;
        ends[next] = to + further;
      }
      out.again(from, to);
    }
  }

  /** Writes what stands for a placeholder within a text; nothing where there is none. */
  placeholder(name: PlainPlaceholder, { line, nearest, count, allowed }: Raised): void {
    const { charges } = this.atHand();
    switch (name) {
      case "code":
        this.code(line);
        return;
      case "other.code":
        if (nearest >= 0) this.code(nearest);
        return;
      case "date":
        this.date(line);
        return;
      case "other.date":
        if (nearest >= 0) this.date(nearest);
        return;
      case "units":
        this.number(charges.units.values[line] ?? 1);
        return;
      case "days":
        if (nearest >= 0) this.number(Math.abs((charges.date.days[nearest] ?? 0) - (charges.date.days[line] ?? 0)));
        return;
      case "count":
        if (count !== null) this.number(fromExact(count));
        return;
      case "allowed":
        if (allowed !== null) this.number(fromExact(allowed));
        return;
    }
  }

  private code(line: number): void {
    const { charges, codes } = this.atHand();
    codes.write(this.out, charges.code.ids[line] ?? -1);
  }

  private date(line: number): void {
    this.out.put(this.days.of(this.atHand().charges.date.days[line] ?? 0).text);
  }

  /** A number within a text: one without end has no JSON of its own, but it has a text. */
  private number(value: number): void {
    if (Number.isFinite(value)) this.out.number(value);
    else this.out.inner(String(value));
  }

  private atHand(): Batch {
    if (this.batch === null) throw new Error("lines are written of the batch that was taken last");
    return this.batch;
  }

  private write(line: number, batch: Batch): void {
    const { out } = this;
    const { charges } = batch;
    const row = charges.row[line] ?? 0;
    out.put(batch.files[charges.file[line] ?? -1] ?? noFile);
    out.number(row);
    out.put(beforeLine);
    if (batch.line === null || !out.textOf(batch.line, line)) out.text(String(row));
    const patient = charges.patient.ids[line] ?? -1;
    if (this.patient === patient) out.again(this.patientStart, this.patientEnd);
    else {
      this.patient = patient;
      this.patientStart = out.length;
      out.put(beforePatient);
      out.text(charges.patient.values[patient] ?? "");
      out.put(beforeClaim);
      this.patientEnd = out.length;
    }
    if (batch.claim === null || !out.textOf(batch.claim, line)) out.put(nothing);
    out.put(this.days.of(charges.date.days[line] ?? 0).field);
    batch.codeFields.write(out, charges.code.ids[line] ?? -1);
    const modifiers = charges.shownModifiers.ids[line] ?? -1;
    if (modifiers < 0) out.put(noModifiers);
    else batch.modifiers.write(out, modifiers);
    out.number(charges.units.values[line] ?? 1);
    out.put(beforeAmount);
    out.numberOrNull(batch.amounts?.[line] ?? null);
    out.byte(closingBrace);
  }
}

/** A date as it stands within a text, and as the field of a line up to the code. */
interface Day {
  readonly day: number;
  readonly text: Piece;
  readonly field: Piece;
}

/** So many dates are kept, each at the end of its number: charges of more than ten years are rare. */
const keptDays = 4096;

class Days {
  private readonly known: (Day | undefined)[] = Array.from({ length: keptDays });

  of(day: number): Day {
    const known = this.known[day & (keptDays - 1)];
    return known?.day === day ? known : this.make(day);
  }

  private make(day: number): Day {
    const date = formatDate(day);
    const made = { day, text: piece(date), field: piece(`,"date":"${date}","code":"`) };
    this.known[day & (keptDays - 1)] = made;
    return made;
  }
}

const closingBrace = 0x7d;
const nothing = piece("null");
const noFile = piece(`{"file":"","row":`);
const beforeLine = piece(`,"line":`);
const beforePatient = piece(`,"patient":`);
const beforeClaim = piece(`,"claim":`);
const comma = piece(",");
const noModifiers = piece(`[],"units":`);
const beforeAmount = piece(`,"amount":`);

/** What is worked out for one batch. */
interface Batch {
  readonly charges: Charges;
  /** Of each file: a line up to its row. */
  readonly files: readonly Piece[];
  /** Codes within a text. */
  readonly codes: Pieces<string>;
  /** The field of a line from the code up to its modifiers, and modifiers up to the units. */
  readonly codeFields: Pieces<string>;
  readonly modifiers: Pieces<readonly string[]>;
  readonly line: TextColumn | null;
  readonly claim: TextColumn | null;
  readonly amounts: Float64Array | null;
}

/** What the batch before knows of the same dictionaries and files is kept. */
function batchOf(charges: Charges, before: Batch | null): Batch {
  const { fields, files, code, shownModifiers } = charges;
  const [line, claim, amount] = ["line", "claim", "amount"].map((name) => fields.get(name));
  return {
    charges,
    files:
      before?.charges.files === files
        ? before.files
        : files.map(({ name }) => piece(`{"file":${JSON.stringify(name)},"row":`)),
    codes: before?.codes.values === code.values ? before.codes : new Pieces(code.values, innerPiece),
    codeFields: before?.codeFields.values === code.values ? before.codeFields : new Pieces(code.values, codeField),
    modifiers:
      before?.modifiers.values === shownModifiers.values
        ? before.modifiers
        : new Pieces(shownModifiers.values, modifiersField),
    line: line?.kind === "text" ? line : null,
    claim: claim?.kind === "text" ? claim : null,
    amounts: amount?.kind === "number" ? amount.values : null,
  };
}

function codeField(code: string): Piece {
  return piece(`${JSON.stringify(code).slice(1)},"modifiers":`);
}

function modifiersField(modifiers: readonly string[]): Piece {
  return piece(`${JSON.stringify(modifiers)},"units":`);
}

/** The values of a dictionary, each rendered where it is first asked for; all pieces stand together. */
class Pieces<Value> {
  private words = new Float64Array(64);
  private used = 0;
  /** Of each value: where its piece begins, and one; 0 where it is not rendered yet. And how long it is. */
  private places = new Int32Array(128);

  constructor(
    readonly values: readonly Value[],
    private readonly render: (value: Value) => Piece,
  ) {}

  /** Writes the piece of a value; nothing where there is no such. */
  write(out: JsonBytes, id: number): void {
    if (id < 0) return;
    if ((this.places[id * 2] ?? 0) === 0) this.add(id);
    const { places } = this;
    out.putWords(this.words, (places[id * 2] ?? 0) - 1, places[id * 2 + 1] ?? 0);
  }

  private add(id: number): void {
    const value = this.values[id];
    const { words, length } = value === undefined ? noPiece : this.render(value);
    this.places = longEnough(this.places, id * 2 + 1, (count) => new Int32Array(count));
    this.places[id * 2] = this.used + 1;
    this.places[id * 2 + 1] = length;
    if (this.used + words.length > this.words.length) {
      const longer = new Float64Array((this.used + words.length) * 2);
      longer.set(this.words);
      this.words = longer;
    }
    this.words.set(words, this.used);
    this.used += words.length;
  }
}

const noPiece = piece("");

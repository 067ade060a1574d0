/**
 * Charge lines as findings show them, as bytes of JSON. What a value of a dictionary is, is rendered once for the
 * dictionary; a line is once for the findings of its patient that name it, and copied where it is named again.
 */
import type { Charges, Placeholder, TextColumn } from "@edict/rulebook";
import { formatDate } from "@edict/rulebook";
import type { JsonBytes, Piece } from "./json-bytes.js";
import { innerPiece, piece } from "./json-bytes.js";

/** The placeholders that are codes and dates of lines. */
export type LinePlaceholder = Extract<Placeholder, "code" | "date" | "other.code" | "other.date">;

export function isOfLine(name: Placeholder): name is LinePlaceholder {
  return name === "code" || name === "date" || name === "other.code" || name === "other.date";
}

export class LineJson {
  private batch: Batch | null = null;
  private patient = -1;
  private patientPiece: Piece = nothing;
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
      this.patient = -1;
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
  }

  /** Writes a line. */
  line(line: number): void {
    const { out, stamps, starts, ends } = this;
    if (stamps[line] === this.stamp) {
      out.again(starts[line] ?? 0, ends[line] ?? 0);
      return;
    }
    stamps[line] = this.stamp;
    starts[line] = out.length;
    this.write(line, this.atHand());
    ends[line] = out.length;
  }

  /** Writes what stands for a placeholder within a text; nothing where there is no companion. */
  placeholder(name: LinePlaceholder, subject: number, companion: number): void {
    const line = name === "code" || name === "date" ? subject : companion;
    if (line < 0) return;
    const { charges, codes } = this.atHand();
    const isCode = name === "code" || name === "other.code";
    this.out.put(isCode ? codes.of(charges.code.ids[line] ?? -1) : this.days.of(charges.date.days[line] ?? 0).text);
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
    if (this.patient !== patient) {
      this.patient = patient;
      this.patientPiece = piece(`,"patient":${JSON.stringify(charges.patient.values[patient] ?? "")},"claim":`);
    }
    out.put(this.patientPiece);
    if (batch.claim === null || !out.textOf(batch.claim, line)) out.put(nothing);
    out.put(this.days.of(charges.date.days[line] ?? 0).field);
    out.put(batch.codeFields.of(charges.code.ids[line] ?? -1));
    const modifiers = charges.shownModifiers.ids[line] ?? -1;
    out.put(modifiers < 0 ? noModifiers : batch.modifiers.of(modifiers));
    out.number(charges.units.values[line] ?? 1);
    out.put(beforeAmount);
    out.numberOrNull(batch.amounts?.[line] ?? null);
    out.byte(closingBrace);
  }
}

/** A date as it stands within a text, and as the field of a line up to the code. */
class Days {
  private readonly known = new Map<number, { readonly text: Piece; readonly field: Piece }>();
  /** Lines of a day stand together. */
  private lastDay = Number.NaN;
  private last: { readonly text: Piece; readonly field: Piece } = { text: nothing, field: nothing };

  of(day: number): { readonly text: Piece; readonly field: Piece } {
    if (day === this.lastDay) return this.last;
    const made = this.known.get(day) ?? this.make(day);
    this.lastDay = day;
    this.last = made;
    return made;
  }

  private make(day: number): { readonly text: Piece; readonly field: Piece } {
    const date = formatDate(day);
    const made = { text: piece(date), field: piece(`,"date":"${date}","code":"`) };
    this.known.set(day, made);
    return made;
  }
}

const closingBrace = 0x7d;
const nothing = piece("null");
const noFile = piece(`{"file":"","row":`);
const beforeLine = piece(`,"line":`);
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

/** The values of a dictionary, each rendered where it is first asked for. */
class Pieces<Value> {
  private readonly known: Piece[] = [];

  constructor(
    readonly values: readonly Value[],
    private readonly render: (value: Value) => Piece,
  ) {}

  of(id: number): Piece {
    const known = this.known[id];
    if (known !== undefined) return known;
    const value = this.values[id];
    const made = value === undefined ? noPiece : this.render(value);
    if (id >= 0) this.known[id] = made;
    return made;
  }
}

const noPiece = piece("");

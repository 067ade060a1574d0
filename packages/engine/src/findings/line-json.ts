/**
 * Charge lines as findings show them, as bytes of JSON. What a value of a dictionary is, is rendered once for the
 * dictionary; a line is once for the findings of its patient that name it, and copied where it is named again.
 */
import type { Charges, Placeholder } from "@edict/rulebook";
import { formatDate, textAt } from "@edict/rulebook";
import type { JsonBytes, Piece } from "./json-bytes.js";
import { innerPiece, piece, valuePiece } from "./json-bytes.js";

/** The placeholders that are codes and dates of lines. */
export type LinePlaceholder = Extract<Placeholder, "code" | "date" | "other.code" | "other.date">;

export function isOfLine(name: Placeholder): name is LinePlaceholder {
  return name === "code" || name === "date" || name === "other.code" || name === "other.date";
}

export class LineJson {
  private batch: Batch | null = null;
  private patient = -1;
  private patientPiece: Piece = nothing;
  private readonly days = new Map<number, Piece>();
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
    this.out.put(isCode ? codes.of(charges.code.ids[line] ?? -1) : this.day(charges.date.days[line] ?? 0));
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
    out.text((batch.line === null ? null : textAt(batch.line, line)) ?? String(row));
    const patient = charges.patient.ids[line] ?? -1;
    if (this.patient !== patient) {
      this.patient = patient;
      this.patientPiece = piece(`,"patient":${JSON.stringify(charges.patient.values[patient] ?? "")},"claim":`);
    }
    out.put(this.patientPiece);
    const claim = batch.claim === null ? null : textAt(batch.claim, line);
    if (claim === null) out.put(nothing);
    else out.text(claim);
    out.put(beforeDate);
    out.put(this.day(charges.date.days[line] ?? 0));
    out.put(beforeCode);
    out.put(batch.codes.of(charges.code.ids[line] ?? -1));
    out.put(beforeModifiers);
    const modifiers = charges.shownModifiers.ids[line] ?? -1;
    if (modifiers < 0) out.put(noModifiers);
    else out.put(batch.modifiers.of(modifiers));
    out.put(beforeUnits);
    out.number(charges.units.values[line] ?? 1);
    out.put(beforeAmount);
    out.numberOrNull(batch.amounts?.[line] ?? null);
    out.byte(closingBrace);
  }

  private day(day: number): Piece {
    const known = this.days.get(day);
    if (known !== undefined) return known;
    const made = piece(formatDate(day));
    this.days.set(day, made);
    return made;
  }
}

const closingBrace = 0x7d;
const nothing = piece("null");
const noFile = piece(`{"file":"","row":`);
const beforeLine = piece(`,"line":`);
const beforeDate = piece(`,"date":"`);
const beforeCode = piece(`","code":"`);
const beforeModifiers = piece(`","modifiers":`);
const noModifiers = piece("[]");
const beforeUnits = piece(`,"units":`);
const beforeAmount = piece(`,"amount":`);

/** What is worked out for one batch. */
interface Batch {
  readonly charges: Charges;
  /** Of each file: a line up to its row. */
  readonly files: readonly Piece[];
  readonly codes: Pieces<string>;
  readonly modifiers: Pieces<readonly string[]>;
  readonly line: Parameters<typeof textAt>[0] | null;
  readonly claim: Parameters<typeof textAt>[0] | null;
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
    modifiers:
      before?.modifiers.values === shownModifiers.values
        ? before.modifiers
        : new Pieces(shownModifiers.values, valuePiece),
    line: line?.kind === "text" ? line : null,
    claim: claim?.kind === "text" ? claim : null,
    amounts: amount?.kind === "number" ? amount.values : null,
  };
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

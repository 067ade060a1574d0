/**
 * Findings as lines of JSON by the kernel: one call for a finding. What the kernel does not know is put into its memory
 * when it first stops at it; what it cannot write, such as a text with a quote in it, is rendered here and given to it. A
 * patient or a finding of more lines than its memory holds is written by the portable path.
 */
import type { Charges } from "@edict/rulebook";
import { fromExact } from "../../plan/exact.js";
import { suggestionOf } from "../finding.js";
import type { FindingWriter, WriteBytes } from "../finding-writer.js";
import { JsonBytes } from "../json-bytes.js";
import { LineJson } from "../line-json.js";
import { messageOf } from "../message.js";
import { PortableJson } from "../portable-json.js";
import type { Raised } from "../raised.js";
import { putInner, putUtf8 } from "../utf8.js";
import type { Kernel } from "./kernel.js";
import { atEnd, atLine, atMessage, isEnough, isWritten } from "./kernel.js";
import { KnownPieces } from "./known-pieces.js";
import { LineWindow } from "./line-window.js";

export class KernelJson implements FindingWriter {
  private readonly window: LineWindow;
  private readonly pieces: KnownPieces;
  /** The portable path, and what renders one line that the kernel cannot write: both made where they are needed. */
  private portable: PortableJson | null = null;
  private oddLine: { readonly out: JsonBytes; readonly lines: LineJson } | null = null;
  private readonly longestPatient: number;
  private charges: Charges | null = null;

  constructor(
    private readonly kernel: Kernel,
    private readonly write: WriteBytes,
  ) {
    this.window = new LineWindow(kernel);
    this.pieces = new KnownPieces(kernel);
    // Each character may be written as six.
    this.longestPatient = kernel.places.longestPiece / 6;
  }

  patient(findings: readonly Raised[], charges: Charges): void {
    const [first] = findings;
    if (first === undefined) return;
    if (charges !== this.charges) {
      this.charges = charges;
      this.pieces.take(charges);
    }
    const { line } = first;
    const patient = charges.patient.values[charges.patient.ids[line] ?? -1] ?? "";
    if (patient.length > this.longestPatient || !this.window.take(charges, line)) {
      this.writePortably(findings, charges);
      return;
    }
    const { bytes, ints, places } = this.kernel;
    ints[places.patientLength / 4] = putInner(bytes, places.patient, patient) - places.patient;
    for (let at = 0; at < findings.length; at++) this.finding(findings[at] ?? first, charges);
  }

  flush(): void {
    const { bytes, calls, places } = this.kernel;
    const length = calls.waiting();
    if (length > 0) this.write(bytes.subarray(places.output, places.output + length));
    calls.empty();
  }

  private finding(raised: Raised, charges: Charges): void {
    const { line, nearest, others, row, count, allowed } = raised;
    const { calls, ints, places } = this.kernel;
    const version = this.pieces.version(raised);
    const { length } = others;
    // A count that is no number would be taken for none.
    if (version === 0 || length >= places.mostLines || Number.isNaN(count) || Number.isNaN(allowed)) {
      this.writePortably([raised], charges);
      return;
    }
    const { base } = this.window;
    const named = places.named / 4;
    ints[named] = line - base;
    for (let at = 0; at < length; at++) ints[named + 1 + at] = (others[at] ?? 0) - base;
    const answer = calls.finding(
      version,
      nearest < 0 ? -1 : nearest - base,
      length,
      row,
      count === null ? NaN : fromExact(count),
      allowed === null ? NaN : fromExact(allowed),
    );
    if (answer !== isWritten) this.end(answer, raised, charges);
  }

  /** Does what the kernel asks for until a finding is written. */
  private end(asked: number, raised: Raised, charges: Charges): void {
    let answer = asked;
    while (answer > isEnough) answer = this.help(answer, raised, charges);
    if (answer === isEnough) this.flush();
  }

  /** Helps the kernel over what it stopped at; what it answers then. */
  private help(answer: number, raised: Raised, charges: Charges): number {
    const { calls, ints, places } = this.kernel;
    const { line, nearest } = raised;
    switch (answer) {
      case atMessage: {
        const isAdded = this.pieces.addCode(charges, line);
        if ((nearest >= 0 && this.pieces.addCode(charges, nearest)) || isAdded) return calls.goOn();
        return this.give(JSON.stringify(messageOf(raised, charges)).slice(1, -1), raised, charges);
      }
      case atLine: {
        const first = places.named / 4 + calls.stoppedAt();
        const stopped = this.window.base + (ints[first] ?? 0);
        if (this.window.addTexts(stopped)) {
          // Those of the lines that come next are not there either.
          const end = places.named / 4 + 1 + raised.others.length;
          for (let at = first + 1; at < end; at++) this.window.addTexts(this.window.base + (ints[at] ?? 0));
          return calls.goOn();
        }
        if (this.pieces.addLine(charges, stopped)) return calls.goOn();
        return this.giveLine(stopped, raised, charges);
      }
      case atEnd:
        return this.give(endText(raised, charges), raised, charges);
      default:
        return this.writeAfresh(raised, charges);
    }
  }

  private give(text: string, raised: Raised, charges: Charges): number {
    const { bytes, calls, places } = this.kernel;
    if (text.length * 3 > places.longestGiven) return this.writeAfresh(raised, charges);
    return calls.give(putUtf8(bytes, places.given, text) - places.given);
  }

  private giveLine(line: number, raised: Raised, charges: Charges): number {
    const { bytes, calls, places } = this.kernel;
    this.oddLine ??= oddLineJson();
    const { out, lines } = this.oddLine;
    out.length = 0;
    lines.take(charges);
    lines.line(line);
    if (out.length > places.longestGiven) return this.writeAfresh(raised, charges);
    bytes.set(out.bytes.subarray(0, out.length), places.given);
    return calls.give(out.length);
  }

  /** Writes the finding at hand by the portable path. */
  private writeAfresh(raised: Raised, charges: Charges): number {
    this.kernel.calls.undo();
    this.writePortably([raised], charges);
    return isWritten;
  }

  private writePortably(findings: readonly Raised[], charges: Charges): void {
    this.flush();
    this.portable ??= new PortableJson(this.write);
    this.portable.patient(findings, charges);
    this.portable.flush();
  }
}

function oddLineJson(): { readonly out: JsonBytes; readonly lines: LineJson } {
  const out = new JsonBytes(1 << 10);
  return { out, lines: new LineJson(out) };
}

/** What stands behind the other lines, up to what comes behind the suggestion. */
function endText(raised: Raised, charges: Charges): string {
  const { row, count, allowed } = raised;
  const numbers = {
    tableRow: row < 0 ? null : row + 2,
    count: count === null ? null : fromExact(count),
    allowed: allowed === null ? null : fromExact(allowed),
    suggestion: suggestionOf(raised, charges),
  };
  return `],${JSON.stringify(numbers).slice(1, -1)}`;
}

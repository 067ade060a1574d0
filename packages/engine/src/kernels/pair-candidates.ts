/**
 * Pairs for a subject with many lines in its scope: the rows that name its code and some other code of the patient are
 * worked out once for each distinct code, and the nearest companion of a row's code is found by binary search. What it
 * costs follows the distinct codes of the patient and not the square of its lines.
 */
import { remembered } from "../columns/fields.js";
import type { SignatureTest } from "../conditions/condition.js";
import type { Patient } from "../patient/patient.js";
import { emptyList, push } from "../patient/line-list.js";
import type { CompanionPlan } from "../plan/check-plan.js";
import type { PairIndex } from "../plan/pair-index.js";
import { firstEntry, mayHave, nextEntry, rowOfEntry } from "../plan/pair-index.js";
import type { VersionPlan } from "../plan/rule-plan.js";
import { isInScope } from "../plan/window-days.js";
import type { WindowDays } from "../plan/window-days.js";
import { CompanionGroups } from "./companions.js";
import { isAlike } from "./companion.js";
import { rowHolds } from "./judge.js";
import type { PairFound } from "./pair.js";
import { signatureOf } from "./passing-companions.js";

/** Beyond so many signatures companions are looked at one by one. */
const mostSignatures = 64;

export class PairCandidates {
  /** Of each subject code: the rows that name it and a code that the patient has, and that code, by row. */
  private readonly rows = new Map<number, readonly PairRow[]>();
  private isWalked = false;
  private readonly codeCount: number;
  private readonly condition: SignatureTest | null;
  private readonly signatures: readonly number[];
  /** Companions that are alike in code and signature; null where a row must be asked of each companion. */
  private readonly groups: CompanionGroups | null;

  constructor(
    private readonly check: CompanionPlan,
    private readonly index: PairIndex,
    private readonly version: VersionPlan,
    private readonly patient: Patient,
  ) {
    const { codes, charges } = { codes: patient.plan.names.codes, charges: patient.plan.names.charges };
    this.codeCount = charges.code.values.length;
    const readsOther = version.passes?.readsOther ?? false;
    this.condition = readsOther ? (version.passes?.bySignature ?? null) : { bits: [], test: () => true };
    const { having, havingReadsRow } = check.companion;
    const list = emptyList();
    for (let line = patient.start; line < patient.end; line++) {
      if (having === null || havingReadsRow || having(line, -1)) push(list, line);
    }
    const { condition } = this;
    const known = new Map<number, number>();
    const placeOf = (line: number): number => {
      const signature = condition === null ? 0 : signatureOf(condition, line, -1);
      const place = known.get(signature) ?? known.size;
      known.set(signature, place);
      return (codes[line] ?? 0) + place * this.codeCount;
    };
    const groups =
      condition === null || havingReadsRow ? null : new CompanionGroups(patient, check.scope, list, null, placeOf);
    this.signatures = [...known.keys()];
    this.groups = known.size > mostSignatures ? null : groups;
  }

  /** The first row that raises a finding of this subject, with its nearest companion. */
  look(subject: number, window: WindowDays, found: PairFound): void {
    const { patient, version } = this;
    for (const { row, code } of this.rowsOf(patient.plan.names.codes[subject] ?? 0)) {
      if (!rowHolds(version, subject, row)) continue;
      found.line = -1;
      if (this.groups === null) this.scan(subject, code, row, window, found);
      else this.search(this.groups, subject, code, row, window, found);
      if (found.line < 0) continue;
      found.row = row;
      return;
    }
  }

  private search(
    groups: CompanionGroups,
    subject: number,
    code: number,
    row: number,
    window: WindowDays,
    found: PairFound,
  ): void {
    const { version, condition } = this;
    if (version.passes !== null && !version.passes.readsOther && !version.passes.test(subject, -1, row)) return;
    for (const [place, signature] of this.signatures.entries()) {
      if (condition?.test(subject, signature, row) === false) continue;
      groups.nearer(subject, code + place * this.codeCount, window, found);
    }
  }

  private scan(subject: number, code: number, row: number, window: WindowDays, found: PairFound): void {
    const { check, patient, version } = this;
    const { days } = patient.plan.names;
    const { order } = patient.plan.names.charges;
    const lines = emptyList();
    patient.codeLists().slice(code, lines);
    const day = days[subject] ?? 0;
    for (let at = lines.from; at < lines.to; at++) {
      const line = lines.items[at] ?? 0;
      const lineDay = days[line] ?? 0;
      if (line === subject || !isInScope(window, day, lineDay) || !isAlike(check, patient, subject, line)) continue;
      const distance = Math.abs(lineDay - day);
      const isNearer =
        found.line < 0 ||
        distance < found.distance ||
        (distance === found.distance && (order[line] ?? 0) < (order[found.line] ?? 0));
      if (!isNearer || check.companion.having?.(line, row) === false) continue;
      if (version.passes?.test(subject, line, row) === false) continue;
      found.line = line;
      found.distance = distance;
    }
  }

  private rowsOf(code: number): readonly PairRow[] {
    const known = this.rows.get(code);
    if (known !== undefined) return known;
    if (!this.isWalked && !this.index.bySubject && this.isQuickerToWalk()) this.walk();
    const rows = this.rows.get(code) ?? this.rowsOfSubject(code);
    this.rows.set(code, rows);
    return rows;
  }

  /** Whichever is less: to walk the rows of a code, or to look up each code of the patient. */
  private rowsOfSubject(code: number): readonly PairRow[] {
    const { index, patient, isWalked } = this;
    if (isWalked) return noRows;
    const codes = patient.codeLists();
    const { companions, bySubject, starts, seconds } = index;
    const cell = index.subjects.ofCode(code);
    const [from, to] = bySubject ? [starts[cell] ?? 0, starts[cell + 1] ?? 0] : [0, Infinity];
    const rows: PairRow[] = [];
    if (to - from < codes.distinctCount * 8) {
      for (let entry = from; entry < to; entry++) {
        const other = companions.codeOf(seconds[entry] ?? -1);
        if (codes.has(other)) rows.push({ row: rowOfEntry(index, entry), code: other });
      }
    } else {
      for (let at = 0; at < codes.distinctCount; at++) {
        const other = codes.distinct[at] ?? 0;
        const otherCell = companions.ofCode(other);
        // A search may make the filter, and with it other hashes.
        const { hashes } = index;
        const isThere = otherCell >= 0 && mayHave(index, hashes[code] ?? 0, hashes[other] ?? 0);
        let entry = isThere ? firstEntry(index, cell, otherCell) : -1;
        for (; entry >= 0; entry = nextEntry(index, entry, cell, otherCell)) {
          rows.push({ row: rowOfEntry(index, entry), code: other });
        }
      }
    }
    return rows.sort(byRow);
  }

  /** In a table by companion: whether the rows of all codes of the patient are fewer than what looking up pairs costs. */
  private isQuickerToWalk(): boolean {
    const { companions, starts } = this.index;
    const codes = this.patient.codeLists();
    let rows = 0;
    for (let at = 0; at < codes.distinctCount; at++) {
      const cell = companions.ofCode(codes.distinct[at] ?? 0);
      if (cell >= 0) rows += (starts[cell + 1] ?? 0) - (starts[cell] ?? 0);
    }
    return rows < codes.distinctCount * codes.distinctCount;
  }

  /** Finds the rows of all subject codes at once, by walking those of each companion code. */
  private walk(): void {
    const { index, patient, rows } = this;
    const { subjects, companions, starts, seconds } = index;
    const codes = patient.codeLists();
    this.isWalked = true;
    const found = new Map<number, PairRow[]>();
    for (let at = 0; at < codes.distinctCount; at++) {
      const code = codes.distinct[at] ?? 0;
      const cell = companions.ofCode(code);
      const end = starts[cell + 1] ?? 0;
      for (let entry = starts[cell] ?? 0; entry < end; entry++) {
        const subject = subjects.codeOf(seconds[entry] ?? -1);
        if (codes.has(subject)) remembered(found, subject, () => []).push({ row: rowOfEntry(index, entry), code });
      }
    }
    for (const [subject, own] of found) rows.set(subject, own.sort(byRow));
  }
}

/** A row that names the subject's code, and the other code that it names. */
interface PairRow {
  readonly row: number;
  readonly code: number;
}

const noRows: readonly PairRow[] = [];

function byRow(left: PairRow, right: PairRow): number {
  return left.row - right.row;
}

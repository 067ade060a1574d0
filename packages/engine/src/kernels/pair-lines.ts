/**
 * A patient's lines as a table of pairs asks for them: side by side what is asked of each first, so that a subject walks
 * over whole numbers in order. Written over for each rule and patient; places count from the patient's first line.
 */
import type { Patient } from "../patient/patient.js";
import type { CompanionPlan } from "../plan/check-plan.js";
import { hashOfSecond } from "../plan/pair-filter.js";
import type { PairIndex } from "../plan/pair-index.js";
import { bitsField, companionField, maskField, pairFields, subjectField } from "../plan/pair-index.js";

export class PairLines {
  /** The id of the scope's first key; 0 where it has none. */
  keys = new Int32Array(64);
  /** The cell of the line's code among the subjects, -1 where it has none; and among the companions. */
  subjects = new Int32Array(64);
  companions = new Int32Array(64);
  /** Where the bits of the first of the two begin in the table's filter, and their mask. */
  starts = new Int32Array(64);
  masks = new Int32Array(64);
  /** The hash of the second. */
  hashes = new Int32Array(64);

  fill(check: CompanionPlan, index: PairIndex, patient: Patient): void {
    const { start, end } = patient;
    if (this.keys.length < end - start) this.widen((end - start) * 2);
    const { codes } = patient.plan.names;
    const { ofCode, bySubject } = index;
    const key = check.scope.keys[0] ?? null;
    const { keys, subjects, companions, starts, masks, hashes } = this;
    for (let line = start; line < end; line++) {
      const at = line - start;
      const place = (codes[line] ?? 0) * pairFields;
      const subject = ofCode[place + subjectField] ?? -1;
      const companion = ofCode[place + companionField] ?? -1;
      keys[at] = key === null ? 0 : (key.ids[line] ?? 0);
      subjects[at] = subject;
      companions[at] = companion;
      starts[at] = ofCode[place + bitsField] ?? 0;
      masks[at] = ofCode[place + maskField] ?? 0;
      hashes[at] = hashOfSecond(bySubject ? companion : subject);
    }
  }

  private widen(length: number): void {
    this.keys = new Int32Array(length);
    this.subjects = new Int32Array(length);
    this.companions = new Int32Array(length);
    this.starts = new Int32Array(length);
    this.masks = new Int32Array(length);
    this.hashes = new Int32Array(length);
  }
}

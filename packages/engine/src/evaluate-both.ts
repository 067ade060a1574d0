/** Two runs side by side over the same lines: whoever compares them hears of one patient of both at a time. */
import type { Charges } from "@edict/rulebook";
import type { Evaluation } from "./evaluate.js";
import { PatientFindings } from "./findings/patient-findings.js";

/** A run and the batch that it is to look at. */
export interface RunBeside {
  readonly evaluation: Evaluation;
  readonly charges: Charges;
}

/**
 * Evaluates the next batch of both runs. Its lines are the same ones in the same order, though one run may have read other
 * fields of them. `onPatient` hears of each patient for whom one of the two has findings.
 */
export function evaluateBoth(
  base: RunBeside,
  head: RunBeside,
  onPatient: (base: PatientFindings, head: PatientFindings) => void,
): void {
  const { count, patient } = base.charges;
  if (count !== head.charges.count) throw new Error("two runs side by side look at the same lines, and so at as many");
  base.evaluation.take(base.charges);
  head.evaluation.take(head.charges);
  let start = 0;
  for (let line = 1; line <= count; line++) {
    if (line < count && patient.ids[line] === patient.ids[start]) continue;
    const before = base.evaluation.patient(start, line);
    const after = head.evaluation.patient(start, line);
    if (before.length > 0 || after.length > 0) {
      onPatient(new PatientFindings(before, base.charges), new PatientFindings(after, head.charges));
    }
    start = line;
  }
}

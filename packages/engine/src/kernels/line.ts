/** The line kernel: is something true of this line? (`forbid A`, `each A requires CONDITION`, `replace`) */
import type { RuleRun } from "../findings/raised.js";
import { nothingMore } from "../findings/raised.js";
import type { Patient } from "../patient/patient.js";
import type { LinePlan } from "../plan/check-plan.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { isReached, rowHolds, subjectPasses } from "./judge.js";

export function lineKernel(
  check: LinePlan,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  row: number,
  run: RuleRun,
): void {
  const subjects = patient.picked(patient.lines(check.subject, row), check.pick, null);
  const { items, to } = subjects;
  const { days } = patient.plan.names;
  for (let at = subjects.from; at < to; at++) {
    const line = items[at] ?? 0;
    if (!isReached(rule, version, line, days[line] ?? 0, row)) continue;
    run.chosen(line);
    if (run.isFound(line) || !rowHolds(version, line, row) || !subjectPasses(version, line, row)) continue;
    if (check.requires === null || !check.requires(line, row)) run.find(line, version, row, nothingMore);
  }
}

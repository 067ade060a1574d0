/** The line kernel: is something true of this line? (`forbid A`, `each A requires CONDITION`, `replace`) */
import type { RuleRun } from "../findings/raised.js";
import { nothingMore } from "../findings/raised.js";
import type { Patient } from "../patient/patient.js";
import type { LinePlan } from "../plan/check-plan.js";
import type { RowIndex } from "../plan/row-index.js";
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
    judgeLine(check, rule, version, line, days[line] ?? 0, row, run);
  }
}

/** The same for the rows of a table, each of which names one code: of each line the rows of its code, in table order. */
export function lineRows(
  check: LinePlan,
  { cells, starts, rows }: RowIndex,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  run: RuleRun,
): void {
  const { codes, days } = patient.plan.names;
  for (let line = patient.start; line < patient.end; line++) {
    const cell = cells.ofCode(codes[line] ?? 0);
    if (cell < 0) continue;
    const end = starts[cell + 1] ?? 0;
    for (let at = starts[cell] ?? 0; at < end; at++) {
      judgeLine(check, rule, version, line, days[line] ?? 0, rows[at] ?? 0, run);
    }
  }
}

function judgeLine(
  check: LinePlan,
  rule: RulePlan,
  version: VersionPlan,
  line: number,
  day: number,
  row: number,
  run: RuleRun,
): void {
  if (!isReached(rule, version, line, day, row)) return;
  run.chosen(line);
  if (run.isFound(line) || !rowHolds(version, line, row) || !subjectPasses(version, line, row)) return;
  if (check.requires === null || !check.requires(line, row)) run.find(line, version, row, nothingMore);
}

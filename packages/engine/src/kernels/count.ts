/**
 * The count kernel: how much is there in this group, against an allowance? `limit` looks for more, line by line;
 * `expect` for fewer, at the last line of each group.
 */
import type { RuleRun } from "../findings/raised.js";
import type { Patient } from "../patient/patient.js";
import type { CountPlan } from "../plan/check-plan.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { expectKernel } from "./expect.js";
import { limitKernel } from "./limit.js";

export function countKernel(
  check: CountPlan,
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  row: number,
  run: RuleRun,
): void {
  if (check.finds === "more") limitKernel(check, rule, version, patient, row, run);
  else expectKernel(check, rule, version, patient, row, run);
}

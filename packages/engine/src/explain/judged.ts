/** What an explanation is made about: one line, one version of a rule, one row of its table. */
import type { Check, Condition } from "@edict/rulebook";
import type { ExplanationStep } from "../explanation.js";
import type { Patient } from "../patient/patient.js";
import type { CheckPlan } from "../plan/check-plan.js";
import type { Names } from "../plan/names.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { conditionWords, valuesRead } from "./condition-words.js";

export interface Judged {
  readonly names: Names;
  readonly patient: Patient;
  readonly rule: RulePlan;
  readonly version: VersionPlan;
  readonly row: number;
  readonly line: number;
}

/** A check as it is written and as it is compiled. */
export interface CheckPair {
  readonly written: Check;
  readonly plan: CheckPlan;
}

export function step(clause: string, passed: boolean, text: string): ExplanationStep {
  return { clause, passed, text };
}

/** The condition with the values that it reads: `units > 4; units are 2`. */
export function conditionText(condition: Condition, other: number, judged: Judged): string {
  const { line, row, names, version } = judged;
  const read = valuesRead(condition, line, other, row, names, version.table);
  return conditionWords(condition) + (read === "" ? "" : `; ${read}`);
}

/** What an explanation is made about: one line, one version of a rule, one row of its table. */
import type { Check, Condition } from "@edict/rulebook";
import { cellText, columnOfTable } from "../columns/cells.js";
import type { ExplanationStep } from "../explanation.js";
import type { Patient } from "../patient/patient.js";
import type { CheckPlan, LinesPlan } from "../plan/check-plan.js";
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

/** What a check looks for, in words: `Simulation`, and with the cell where it is one: `77290 (row.column2)`. */
export function labelOf({ label }: LinesPlan, { row, version }: Judged): string {
  if (row < 0) return label;
  return label.replace(/row\.([\w-]+)/g, (written, column: string) => {
    const cell = cellText(columnOfTable(version.table, column), row);
    return cell === null ? written : `${cell} (${written})`;
  });
}

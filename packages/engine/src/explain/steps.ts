/** All steps of one rule for one line: the override, the row of the table, whom it looks at, its clauses, its statement. */
import type { ExplanationStep } from "../explanation.js";
import type { Patient } from "../patient/patient.js";
import type { LinesPlan } from "../plan/check-plan.js";
import { namesCode } from "../plan/choices.js";
import type { RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { isUnder, waived } from "../plan/rule-plan.js";
import { conditionSteps, reachSteps } from "./clauses.js";
import { companionStep } from "./companion.js";
import { countStep } from "./count.js";
import type { CheckPair, Judged } from "./judged.js";
import { conditionText, step } from "./judged.js";
import { candidateRows, rowWords } from "./rows.js";
import { subjectStep } from "./subject.js";
import { codeOf } from "./words.js";

/** The version of a rule that a line stands under, in the words of its override or waiver, and the steps under it. */
export interface Explained {
  /** Null where the line stands under the rule as written. */
  readonly override: string | null;
  readonly steps: readonly ExplanationStep[];
}

/**
 * The steps up to the one that settles the matter: the last one is passed exactly where there is a finding. `foundRow` is
 * the row that raised it, null where there is none. Where the dates of an override come from the table, the line stands
 * under one version for each row, so each version is tried with the rows that put the line under it.
 */
export function stepsOf(rule: RulePlan, patient: Patient, line: number, foundRow: number | null): Explained {
  const under = (row: number): number => (rule.versionOf === null ? 0 : rule.versionOf(line, row));
  if (foundRow !== null) return stepsOfVersion(rule, under(foundRow), patient, line, [foundRow]);
  const tried = rule.versions.flatMap((version): Explained[] => {
    const { index, table } = version;
    if (table === null) return under(-1) === index ? [stepsOfVersion(rule, index, patient, line, [-1])] : [];
    const rows = candidateRows(version, patient, line, (row) => under(row) === index);
    return rows.length === 0 ? [] : [stepsOfVersion(rule, index, patient, line, rows)];
  });
  const [first = stepsOfVersion(rule, under(-1), patient, line, [])] = tried;
  return tried.reduce((best, one) => (one.steps.length > best.steps.length ? one : best), first);
}

function stepsOfVersion(
  rule: RulePlan,
  index: number,
  patient: Patient,
  line: number,
  rows: readonly number[],
): Explained {
  const [first = -1] = rows;
  if (index === waived) {
    const at = rule.waivers.findIndex((waiver) => isUnder(waiver, line, first));
    const override = rule.rule.waivers[at]?.label ?? null;
    return { override, steps: [step("waive", false, `waived ${override ?? ""}`)] };
  }
  const version = rule.versions[index];
  if (version === undefined) throw new Error("a line stands under a version that its rule has");
  const { override } = version;
  const steps = override === null ? [] : [step("override", true, `as overridden ${override}`)];
  if (version.table === null) return { override, steps: [...steps, ...stepsOfRow(rule, version, patient, line, -1)] };
  if (rows.length === 0) {
    const code = codeOf(patient.plan.names.charges, line);
    const none = `no usable row of ${version.table.name} says anything of ${code} and this patient`;
    return { override, steps: [...steps, step("row", false, none)] };
  }
  // Of several rows the one that came furthest says most.
  let best = stepsOfRow(rule, version, patient, line, first);
  let bestRow = first;
  for (const row of rows.slice(1)) {
    const tried = stepsOfRow(rule, version, patient, line, row);
    if (tried.length <= best.length) continue;
    best = tried;
    bestRow = row;
  }
  return { override, steps: [...steps, step("row", true, rowWords(version.table, bestRow, rows.length)), ...best] };
}

function stepsOfRow(
  rule: RulePlan,
  version: VersionPlan,
  patient: Patient,
  line: number,
  row: number,
): ExplanationStep[] {
  const judged: Judged = { names: patient.plan.names, patient, rule, version, row, line };
  const checks = version.checks.flatMap((plan, at): CheckPair[] => {
    const written = version.clauses.checks[at];
    return written === undefined ? [] : [{ written, plan }];
  });
  const chosen: CheckPair[] = [];
  const subjects = checks.map((check) => {
    const subject = subjectStep(check, judged);
    if (subject.passed) chosen.push(check);
    return subject;
  });
  // Where one of several checks looks at the line, why the others do not is beside the point.
  const steps = chosen.length === 0 ? [...subjects] : subjects.filter((subject) => subject.passed).slice(0, 1);
  if (chosen.length === 0) return steps;
  for (const clause of reachSteps(judged)) {
    steps.push(clause);
    if (!clause.passed) return steps;
  }
  const withCompanion = chosen.some(
    ({ plan }) => plan.kind === "companion" && (plan.finds === "present" || plan.finds === "at-least"),
  );
  if (!withCompanion || version.passes?.readsOther !== true) {
    for (const clause of conditionSteps(judged)) {
      steps.push(clause);
      if (!clause.passed) return steps;
    }
  }
  for (const check of chosen) {
    const statement = statementStep(check, judged);
    steps.push(statement);
    if (statement.passed) return steps;
  }
  return steps;
}

function statementStep({ written, plan }: CheckPair, judged: Judged): ExplanationStep {
  if (written.kind === "companion" && plan.kind === "companion") return companionStep(written, plan, judged);
  if (written.kind === "count" && plan.kind === "count") return countStep(written, plan, judged);
  if (written.kind !== "line" || plan.kind !== "line") throw new Error("a check is compiled to its own kind");
  if (written.requires === null || plan.requires === null)
    return step("statement", true, "raises a finding on each such line");
  const holds = plan.requires(judged.line, judged.row);
  return step("statement", !holds, `requires ${conditionText(written.requires, -1, judged)}`);
}

/** The labels of the choices in which a rule names a code as a companion or as what it counts. */
export function companionsOf(rule: RulePlan, code: number): string[] {
  const lines = rule.versions.flatMap((version) =>
    version.checks.flatMap((check): LinesPlan[] => {
      switch (check.kind) {
        case "line":
          return [];
        case "companion":
          return [check.companion];
        case "count":
          return check.ratio === null ? [check.subject] : [check.subject, check.ratio.lines];
      }
    }),
  );
  const named = lines.filter(({ choice }) => namesCode(choice.widest, code));
  return [...new Set(named.map((one) => one.label))];
}

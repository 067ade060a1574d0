/**
 * Why a line has a finding or none: each rule that names its code, clause by clause, with the values read. The verdict is
 * that of a run over the line's patient; the steps are worked out beside it, in words.
 */
import type { Rule, Rulebook } from "@edict/rulebook";
import { compareBytes, sourceFields } from "@edict/rulebook";
import { Evaluation } from "./evaluate.js";
import type { ExplainInput, ExplanationStep, RuleExplanation } from "./explanation.js";
import { companionsOf, stepsOf } from "./explain/steps.js";
import { step } from "./explain/judged.js";
import { codeOf } from "./explain/words.js";
import { findingOf } from "./findings/finding.js";
import { FindingLines } from "./findings/line-values.js";
import { Patient } from "./patient/patient.js";
import { namesCode } from "./plan/choices.js";
import { missingNeeds } from "./plan/needs.js";
import type { Plan } from "./plan/plan.js";
import { planOf } from "./plan/plan.js";
import type { RulePlan } from "./plan/rule-plan.js";
import { driversOf } from "./plan/rule-plan.js";

/** Explains one line; the rules by id. */
export function explain(input: ExplainInput): RuleExplanation[] {
  const { rulebook, charges, line } = input;
  // Rules that cannot be evaluated are planned too, to say which of them name the code; their verdict is said apart.
  const rules = rulebook.rules.map((rule): Rule => ({ ...rule, needs: [] }));
  const plan = planOf({ ...rulebook, rules }, charges.files, input.tables, input.rule);
  const needs = new Map(rulebook.rules.map((rule) => [rule.id, missingNeeds(rule.needs, charges.files)]));
  const evaluation = new Evaluation(plan);
  evaluation.take(charges);
  const [start, end] = linesOfPatient(plan, line);
  const raised = evaluation.patient(start, end).filter((one) => one.line === line);
  const patient = new Patient(plan);
  patient.load(start, end);
  const explanations: RuleExplanation[] = [];
  for (const rule of plan.rules) {
    const role = roleOf(rule, charges.code.ids[line] ?? -1);
    if (role === "none" && input.rule === null) continue;
    const missing = needs.get(rule.rule.id) ?? [];
    const own = raised.find((one) => one.rule === rule) ?? null;
    const isFound = missing.length === 0 && own !== null;
    const explained = stepsOf(rule, patient, line, own?.row ?? null);
    const steps = role === "companion" ? companionSteps(rule, patient, line) : explained.steps;
    explanations.push({
      rule: rule.rule.id,
      title: rule.rule.title,
      override: explained.override,
      verdict: missing.length > 0 ? "not evaluated" : isFound ? "finding" : "no finding",
      steps: missing.length > 0 ? needSteps(missing, rulebook) : steps,
      finding: isFound ? findingOf(own, new FindingLines(charges)) : null,
    });
  }
  return explanations.sort((left, right) => compareBytes(left.rule, right.rule));
}

function needSteps(missing: readonly string[], { fields }: Rulebook): ExplanationStep[] {
  const sources = sourceFields(fields);
  if (missing.every((field) => sources.includes(field))) {
    const said = "it compares sources, and the charge file does not say its source; edict reconcile evaluates it";
    return [step("needs", false, said)];
  }
  return [step("needs", false, `the charge file has no column for ${missing.join(", ")}; it is not evaluated`)];
}

function companionSteps(rule: RulePlan, patient: Patient, line: number): ExplanationStep[] {
  const code = codeOf(patient.plan.names.charges, line);
  const labels = companionsOf(rule, patient.plan.names.codes[line] ?? -1).join(", ");
  return [step("subject", false, `looks at this line only as a companion: ${code} is in ${labels}`)];
}

/** In which role a rule names a code, whatever the dates. */
function roleOf(rule: RulePlan, code: number): "subject" | "companion" | "none" {
  const isSubject = rule.versions.some((version) =>
    version.checks.some((check) => {
      const subjects = check.kind === "count" && check.finds === "fewer" ? driversOf(check).slice(-1) : [check.subject];
      return subjects.some((lines) => namesCode(lines.choice.widest, code));
    }),
  );
  if (isSubject) return "subject";
  return companionsOf(rule, code).length > 0 ? "companion" : "none";
}

function linesOfPatient(plan: Plan, line: number): [number, number] {
  const { ids } = plan.names.charges.patient;
  let start = line;
  let end = line + 1;
  while (start > 0 && ids[start - 1] === ids[line]) start -= 1;
  while (end < plan.names.charges.count && ids[end] === ids[line]) end += 1;
  return [start, end];
}

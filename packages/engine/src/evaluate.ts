/**
 * A run: batch after batch of whole patients, patient after patient, each over the rules that name one of its codes.
 * Rules never look across patients, and the findings of one patient are sorted and handed over before the next is taken up.
 */
import type { Charges, Finding, NotEvaluated, RuleAccount } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import type { Account, EvaluationInput, EvaluationRequest, RuleTime } from "./evaluation.js";
import { FindingOrder } from "./findings/finding-order.js";
import { PatientFindings } from "./findings/patient-findings.js";
import type { Raised } from "./findings/raised.js";
import { RuleRun } from "./findings/raised.js";
import { evaluateRule } from "./kernels/rule.js";
import { Patient } from "./patient/patient.js";
import type { Plan } from "./plan/plan.js";
import { planOf, takeBatch } from "./plan/plan.js";

/** Evaluates a rulebook over charges that are all there: one batch. */
export function evaluate({ rulebook, charges, tables, onFindings }: EvaluationInput): Account {
  const evaluation = startEvaluation({ rulebook, files: charges.files, tables });
  evaluation.batch(charges, (found) => onFindings(found.objects()));
  return evaluation.account();
}

/** Begins a run whose charges come in batches. */
export function startEvaluation({ rulebook, files, tables, clock }: EvaluationRequest): Evaluation {
  return new Evaluation(planOf(rulebook, files, tables), clock);
}

/** A run in progress. */
export class Evaluation {
  private readonly lines: Patient;
  private readonly run: RuleRun;
  private readonly order: FindingOrder;
  /** Of each rule the milliseconds, where there is a clock. */
  private readonly spent: Float64Array;

  constructor(
    private readonly plan: Plan,
    private readonly clock: EvaluationRequest["clock"] = undefined,
  ) {
    this.spent = new Float64Array(plan.rules.length);
    this.lines = new Patient(plan);
    this.run = new RuleRun(plan.rules);
    this.order = new FindingOrder(plan.rules.length);
  }

  /** Evaluates the next batch; `onPatient` hears the findings of each patient that has some. */
  batch(charges: Charges, onPatient: (found: PatientFindings) => void): void {
    for (const found of this.patients(charges)) onPatient(found);
  }

  /** The same, one patient after another as they are asked for: they are good until the next one is. */
  *patients(charges: Charges): Generator<PatientFindings> {
    this.take(charges);
    const { ids } = charges.patient;
    let start = 0;
    for (let line = 1; line <= charges.count; line++) {
      if (line < charges.count && ids[line] === ids[start]) continue;
      const raised = this.patient(start, line);
      if (raised.length > 0) yield new PatientFindings(raised, charges);
      start = line;
    }
  }

  /** Turns to a batch, for whoever says himself which lines are a patient's. */
  take(charges: Charges): void {
    takeBatch(this.plan, charges);
  }

  /** Judges the lines from `start` up to `end`, which are one patient's in the order of date and input; its findings in the contract's order. */
  patient(start: number, end: number): readonly Raised[] {
    const { lines, run } = this;
    lines.load(start, end);
    if (run.raised.length > 0) run.raised.length = 0;
    if (this.clock !== undefined) this.timed(this.clock);
    else {
      const { rules, ruleCount } = lines;
      for (let at = 0; at < ruleCount; at++) {
        const rule = rules[at];
        if (rule !== undefined) evaluateRule(rule, lines, run);
      }
    }
    return this.order.of(run.raised, start, end);
  }

  private timed(clock: () => number): void {
    const { lines, run, spent } = this;
    let before = clock();
    for (const rule of lines.rules.slice(0, lines.ruleCount)) {
      evaluateRule(rule, lines, run);
      const now = clock();
      spent[rule.index] = (spent[rule.index] ?? 0) + now - before;
      before = now;
    }
  }

  /** How long each rule took; nothing of a run without a clock. */
  times(): readonly RuleTime[] {
    if (this.clock === undefined) return [];
    return this.plan.rules.map(({ rule, index }) => ({ rule: rule.id, milliseconds: this.spent[index] ?? 0 }));
  }

  account(): Account {
    const evaluated = this.plan.rules.map((rule): RuleAccount => {
      const counts = this.run.counts[rule.index];
      return {
        rule: rule.rule.id,
        subjects: counts?.subjects ?? 0,
        findings: counts?.findings ?? 0,
        outsideEpisodes: counts?.outsideEpisodes ?? 0,
        unusableRows: rule.unusableRows,
      };
    });
    const notEvaluated: readonly NotEvaluated[] = this.plan.notEvaluated;
    const passedOver = notEvaluated.map(({ rule }) => ({ rule, ...nothing }));
    const rules = [...evaluated, ...passedOver].sort((left, right) => compareBytes(left.rule, right.rule));
    return { findings: rules.reduce((sum, rule) => sum + rule.findings, 0), notEvaluated, rules };
  }
}

/** The account of a rule that is not evaluated. */
const nothing = { subjects: 0, findings: 0, outsideEpisodes: 0, unusableRows: 0 } as const;

/** All findings of a run at once, for tests and other small inputs. */
export function findingsOf(input: Omit<EvaluationInput, "onFindings">): Finding[] {
  const all: Finding[] = [];
  evaluate({ ...input, onFindings: (findings) => findings.forEach((finding) => all.push(finding)) });
  return all;
}

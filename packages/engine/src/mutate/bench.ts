/**
 * The rulebook's tests, set up once for many mutants. A rule's findings depend on no other rule, so a mutant costs only
 * the evaluation of the rules that it changes; what all others found is remembered. A test that names none of those
 * rules and does not expect nothing else cannot turn, and is passed over.
 */
import type { Charges, Finding, Rule, RuleTest, Rulebook, TableData } from "@edict/rulebook";
import { chargesFromTimelines } from "../charges-from-lines.js";
import type { Evaluation } from "../evaluate.js";
import { startEvaluation } from "../evaluate.js";
import { findingOf } from "../findings/finding.js";
import { FindingLines } from "../findings/line-values.js";
import { judge } from "../judge-test.js";
import { plainLine } from "../timeline-line.js";

interface Sample {
  readonly test: RuleTest;
  /** Stretches of lines, each one patient's. */
  readonly patients: readonly { readonly start: number; readonly end: number }[];
  readonly findings: readonly Finding[];
  readonly names: ReadonlySet<string>;
  readonly expectsNothing: boolean;
}

export class Bench {
  private readonly charges: Charges;
  private readonly lines: FindingLines;
  private readonly samples: readonly Sample[];

  constructor(
    private readonly rulebook: Rulebook,
    private readonly tables: ReadonlyMap<string, TableData>,
  ) {
    const timelines = rulebook.tests.map((test) => test.lines.map(plainLine));
    this.charges = chargesFromTimelines(timelines, undefined, rulebook.fields);
    this.lines = new FindingLines(this.charges);
    const evaluation = this.evaluationOf(rulebook);
    let start = 0;
    this.samples = rulebook.tests.map((test) => {
      const end = start + test.lines.length;
      const patients = patientsOf(this.charges, start, end);
      start = end;
      const findings = this.findings(evaluation, patients);
      if (!judge(test, findings).passed) throw new Error("the tests pass as they are, or no mutant is tried");
      return {
        test,
        patients,
        findings,
        names: new Set(test.expectations.flatMap((one) => (one.kind === "nothing" ? [] : [one.rule]))),
        expectsNothing: test.expectations.some(({ kind }) => kind === "nothing"),
      };
    });
  }

  /** The first test that turns where these rules stand in the place of their namesakes; null where none does. */
  firstThatTurns(rules: readonly Rule[], rulebook: Rulebook | null): RuleTest | null {
    const evaluation = this.evaluationOf({ ...(rulebook ?? this.rulebook), rules });
    const changed = new Set(rules.map(({ id }) => id));
    for (const { test, patients, findings, names: named, expectsNothing } of this.samples) {
      if (!expectsNothing && !rules.some(({ id }) => named.has(id))) continue;
      const others = findings.filter(({ rule }) => !changed.has(rule));
      if (!judge(test, [...others, ...this.findings(evaluation, patients)]).passed) return test;
    }
    return null;
  }

  private evaluationOf(rulebook: Rulebook): Evaluation {
    const evaluation = startEvaluation({ rulebook, files: this.charges.files, tables: this.tables });
    evaluation.take(this.charges);
    return evaluation;
  }

  private findings(evaluation: Evaluation, patients: Sample["patients"]): readonly Finding[] {
    return patients.flatMap(({ start, end }) =>
      evaluation.patient(start, end).map((raised) => findingOf(raised, this.lines)),
    );
  }
}

function patientsOf({ patient: { ids } }: Charges, first: number, end: number): Sample["patients"] {
  const patients: { readonly start: number; readonly end: number }[] = [];
  let start = first;
  while (start < end) {
    let next = start + 1;
    while (next < end && ids[next] === ids[start]) next += 1;
    patients.push({ start, end: next });
    start = next;
  }
  return patients;
}

/**
 * What a run is asked and what it answers. The findings themselves are handed over patient by patient, so that a run of
 * any length holds only one patient's findings in memory.
 */
import type { ChargeFile, Charges, Finding, NotEvaluated, RuleAccount, Rulebook, TableData } from "@edict/rulebook";

/** What must be there before the first line. */
export interface EvaluationRequest {
  readonly rulebook: Rulebook;
  /** All files of the run with the fields that each has: a rule whose field one of them lacks is not evaluated. */
  readonly files: readonly ChargeFile[];
  /** Rows of the tables that stand in files, by the table's name. Written tables are in the rulebook. */
  readonly tables: ReadonlyMap<string, TableData>;
  /** Milliseconds since some moment; where it is given, the time of each rule is taken. */
  readonly clock?: (() => number) | undefined;
}

/** A run whose charges are all there. */
export interface EvaluationInput extends Omit<EvaluationRequest, "files"> {
  readonly charges: Charges;
  /** Called once for each patient that has findings, in the contract's order: patient, date, input, rule. */
  readonly onFindings: (findings: readonly Finding[]) => void;
}

/** How long a rule took over all patients. */
export interface RuleTime {
  readonly rule: string;
  readonly milliseconds: number;
}

/** The account of a run. */
export interface Account {
  readonly findings: number;
  /** By rule id. */
  readonly notEvaluated: readonly NotEvaluated[];
  /** Of each rule, by rule id; one that is not evaluated looked at nothing. */
  readonly rules: readonly RuleAccount[];
}

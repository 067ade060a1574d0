/**
 * What `evaluate` is asked and what it answers. The findings themselves are handed over patient by patient, so that a
 * run of any length holds only one patient's findings in memory.
 */
import type { Charges, Finding, NotEvaluated, RuleAccount, Rulebook, TableData } from "@edict/rulebook";

export interface EvaluationInput {
  readonly rulebook: Rulebook;
  readonly charges: Charges;
  /** Rows of the tables that stand in files, by the table's name. Written tables are in the rulebook. */
  readonly tables: ReadonlyMap<string, TableData>;
  /** Called once for each patient that has findings, in the contract's order: patient, date, input, rule. */
  readonly onFindings: (findings: readonly Finding[]) => void;
}

/** The account of a run. */
export interface Account {
  readonly findings: number;
  /** By rule id. */
  readonly notEvaluated: readonly NotEvaluated[];
  /** Of each rule, by rule id; one that is not evaluated looked at nothing. */
  readonly rules: readonly RuleAccount[];
}

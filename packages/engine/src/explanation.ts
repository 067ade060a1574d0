/** What `explain` is asked and what it answers: for one charge line, each rule's verdict, clause by clause. */
import type { Charges, Finding, Rulebook, TableData } from "@edict/rulebook";

export interface ExplainInput {
  readonly rulebook: Rulebook;
  readonly charges: Charges;
  readonly tables: ReadonlyMap<string, TableData>;
  /** The line's index in `charges`. */
  readonly line: number;
  /** Only this rule; null: every rule that names the line's code. */
  readonly rule: string | null;
}

export interface RuleExplanation {
  readonly rule: string;
  readonly title: string;
  /** The reach of the override or the waiver that the line is under. */
  readonly override: string | null;
  readonly verdict: "finding" | "no finding" | "not evaluated";
  /** In the order in which they are judged; none follows one that settled the matter. */
  readonly steps: readonly ExplanationStep[];
  /** As `evaluate` reports it. */
  readonly finding: Finding | null;
}

/** One clause. `passed` is true where the rule goes on from here towards a finding. */
export interface ExplanationStep {
  /** `needs`, `subject`, `override`, `waive`, `for`, `in`, `effective`, `when`, `unless`, `row`, `statement`. */
  readonly clause: string;
  readonly passed: boolean;
  /** With the values read. */
  readonly text: string;
}

/** Why lines of a test's timeline have a finding or none. */
import type { RuleTest, Rulebook, TableData } from "@edict/rulebook";
import { chargesFromLines } from "./charges-from-lines.js";
import { explain } from "./explain.js";
import type { RuleExplanation } from "./explanation.js";
import { plainLine } from "./timeline-line.js";

/** What is to be explained. */
export interface TimelineQuestion {
  readonly rulebook: Rulebook;
  readonly tables: ReadonlyMap<string, TableData>;
  readonly test: RuleTest;
  /** The line's index in the test. */
  readonly line: number;
  /** Only this rule; null: every rule that names the line's code. */
  readonly rule: string | null;
}

/** Explains one line of a test; the rules by id. */
export function explainTimeline({ rulebook, tables, test, line, rule }: TimelineQuestion): RuleExplanation[] {
  const charges = chargesFromLines(test.lines.map(plainLine), undefined, rulebook.fields);
  // The charges stand in the order of date; a test may tell its lines in any.
  return explain({ rulebook, charges, tables, line: charges.order.indexOf(line), rule });
}

/** What a kernel is asked, and what it answers: the subject lines on which a check raises a finding, and why. */
import type { Check, Clauses } from "@edict/rulebook";
import type { Book, Row } from "./book.js";
import type { Patient } from "./episodes.js";
import type { Line } from "./lines.js";

/** One check of one version of a rule, for one patient and one row of the rule's table. */
export interface Question<C extends Check> {
  readonly book: Book;
  readonly patient: Patient;
  readonly clauses: Clauses;
  readonly row: Row | null;
  readonly check: C;
  /** True for a line that this version of the rule judges. */
  readonly isUnder: (line: Line) => boolean;
}

/** Why a line has a finding. */
export interface Raised {
  readonly subject: Line;
  readonly others: readonly Line[];
  /** Whole days between the subject and its nearest companion. */
  readonly days: number | null;
  readonly count: number | null;
  readonly allowed: number | null;
}

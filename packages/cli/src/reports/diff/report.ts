/** What a report of a comparison is given: both sides by name, what the review says, and what it comes to. */
import type { ClosedChange, Review, RuleChange, Span } from "@edict/review";
import type { Source } from "@edict/language";
import type { IsoDate } from "@edict/rulebook";
import type { Io } from "../../io.js";
import type { ReplaySaid } from "../../replay/replay-said.js";
import type { ChangedTable } from "../../sides/changed-tables.js";

export interface DiffAccount {
  readonly base: ComparedSide;
  readonly head: ComparedSide;
  readonly review: Review;
  /** Tables that both sides have and that do not say the same. */
  readonly tables: readonly ChangedTable[];
  /** Null where no charge files were named. */
  readonly replay: ReplaySaid | null;
  /** Null where nobody said which dates are closed. */
  readonly closed: ClosedAccount | null;
}

/** What the change does to dates up to and with this one. */
export interface ClosedAccount {
  readonly through: IsoDate;
  readonly changes: readonly ClosedChange[];
}

/** One side, for whoever reads of it. */
export interface ComparedSide {
  /** `main`, `the work tree`, `old/rules`. */
  readonly name: string;
  /** Of a git revision. */
  readonly commit: string | null;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Writes a comparison to standard output. */
export type DiffReport = (account: DiffAccount, io: Io) => void;

/** What a comparison comes to. */
export type DiffVerdict = "same" | "changed" | "unknown";

/**
 * What a comparison comes to. Charges that turn show a change, and so does a table that says something else to a rule,
 * whatever can be said of the lines that the rule finds.
 */
export function verdictOf({ review, tables, replay }: Pick<DiffAccount, "review" | "tables" | "replay">): DiffVerdict {
  if (replay !== null && replay.cells.length > 0) return "changed";
  return tables.length > 0 && review.changes.length > 0 ? "changed" : verdictOfReview(review);
}

/** Whether closed dates get other results, and nobody is named for it. */
export function failsClosed(closed: ClosedAccount | null): boolean {
  return closed?.changes.some(({ named }) => named.length === 0) ?? false;
}

/** A change that is known wins over one that is not: the question is whether there is any. */
function verdictOfReview({ changes }: Review): DiffVerdict {
  if (changes.some(isKnown)) return "changed";
  return changes.length > 0 ? "unknown" : "same";
}

/** Whether a change is sure to be one: proven, shown by a case, or of what findings say. */
function isKnown({ kind, says, spans }: RuleChange): boolean {
  return kind !== "changed" || says.length > 0 || spans.some((span) => isProven(span) || span.witnesses.length > 0);
}

/** Whether a span's verdict is by law or by cases of both kinds, and no guess. */
export function isProven({ verdict }: Span): boolean {
  return verdict !== "unknown";
}

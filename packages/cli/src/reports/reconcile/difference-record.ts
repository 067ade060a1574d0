/** A difference as JSON has it: where the line is and is not, and then the finding as `edict run` gives it. */
import type { Difference } from "@edict/engine";
import type { Finding } from "@edict/rulebook";

export type DifferenceRecord = Omit<Difference, "finding"> & Finding;

/** The record, its keys in order. */
export function recordOf({ finding, ...where }: Difference): DifferenceRecord {
  return { in: where.in, notIn: where.notIn, fewerIn: where.fewerIn, alsoIn: where.alsoIn, ...finding };
}

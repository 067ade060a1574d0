/** Timelines that are proposed for a rule, before they are text: lines by their distance in days, and what is expected. */

/** Values of fields as a test writes them, by the field's words. */
export type Given = ReadonlyMap<string, string>;

/** A line; `day` is counted from the subject's own day, which is 0. */
export interface ProposedLine {
  readonly day: number;
  readonly code: string;
  readonly units: number | null;
  readonly given: Given;
}

/** One side of a rule's boundary. */
export interface Timeline {
  /** What stands on it, for the test's title: `a day past the window`. */
  readonly title: string;
  readonly lines: readonly ProposedLine[];
  /** The line that has a finding; null where none has. */
  readonly found: ProposedLine | null;
}

/** A line without more to it. */
export function plainLine(day: number, code: string, given: Given, units: number | null = null): ProposedLine {
  return { day, code, units, given };
}

/** Both, the later standing over the earlier. */
export function bothGiven(...all: readonly Given[]): Given {
  return new Map(all.flatMap((given) => [...given]));
}

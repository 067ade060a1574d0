/** One rule of two rulebooks over many small cases at once: each case is a patient of its own. */
import { chargesFromLines, evaluate } from "@edict/engine";
import type { Rule, Rulebook, TableData } from "@edict/rulebook";
import type { Timeline } from "./timelines.js";

/** A rule, with all that it names. */
export interface RuleAlone {
  readonly rule: Rule | null;
  readonly rulebook: Rulebook;
  readonly tables: ReadonlyMap<string, TableData>;
}

/** Of each case the lines that are found, by their place in it, in order. */
export function findingsOfCases({ rule, rulebook, tables }: RuleAlone, cases: readonly Timeline[]): number[][] {
  const found: number[][] = cases.map(() => []);
  if (rule === null) return found;
  // A row says which case a line is of, and which of its lines it is.
  const rows: { readonly at: number; readonly line: number }[] = [];
  const lines = cases.flatMap((timeline, at) =>
    timeline.map((own, line) => {
      rows.push({ at, line });
      return { ...own, patient: String(at).padStart(8, "0"), row: rows.length + 1 };
    }),
  );
  evaluate({
    rulebook: { ...rulebook, rules: [rule], tests: [] },
    charges: chargesFromLines(lines, undefined, rulebook.fields),
    tables,
    onFindings: (findings) => {
      for (const { subject } of findings) {
        const place = rows[subject.row - 2];
        if (place !== undefined) found[place.at]?.push(place.line);
      }
    },
  });
  return found.map((places) => places.sort((one, other) => one - other));
}

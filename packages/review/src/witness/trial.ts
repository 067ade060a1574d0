/** One rule of two rulebooks over many small cases at once: each case is a patient of its own. */
import type { PlainLine } from "@edict/engine";
import { chargesFromLines, evaluate } from "@edict/engine";
import type { Charges, Rule, Rulebook, TableData } from "@edict/rulebook";
import { keyOf } from "../normal/condition.js";
import type { Timeline } from "./timelines.js";

/** A rule, with all that it names. */
export interface RuleAlone {
  readonly rule: Rule | null;
  readonly rulebook: Rulebook;
  readonly tables: ReadonlyMap<string, TableData>;
}

/** Of each case the lines that are found, by their place in it, in order. */
type Found = readonly (readonly number[])[];

/** What either version finds in the same cases. */
export function findingsOfCases(base: RuleAlone, head: RuleAlone, cases: readonly Timeline[]): readonly [Found, Found] {
  // A row says which case a line is of, and which of its lines it is.
  const rows: Row[] = [];
  const lines = cases.flatMap((timeline, at) =>
    timeline.map((own, line): PlainLine => {
      rows.push({ at, line });
      return { ...own, patient: String(at).padStart(8, "0"), row: rows.length + 1 };
    }),
  );
  const before = chargesFromLines(lines, undefined, base.rulebook.fields);
  const isAlike = keyOf(base.rulebook.fields) === keyOf(head.rulebook.fields);
  const after = isAlike ? before : chargesFromLines(lines, undefined, head.rulebook.fields);
  return [findingsOf(base, before, rows, cases.length), findingsOf(head, after, rows, cases.length)];
}

interface Row {
  readonly at: number;
  readonly line: number;
}

function findingsOf(
  { rule, rulebook, tables }: RuleAlone,
  charges: Charges,
  rows: readonly Row[],
  cases: number,
): Found {
  const found: number[][] = Array.from({ length: cases }, () => []);
  if (rule === null) return found;
  evaluate({
    rulebook: { ...rulebook, rules: [rule], tests: [] },
    charges,
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

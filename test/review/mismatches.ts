/** Where what a review says of two rulebooks is not what they find in charges. */
import type { RuleChange, Side, Verdict } from "@edict/review";
import { review } from "@edict/review";
import { parseIsoDate } from "@edict/rulebook";
import type { Finding } from "@edict/rulebook";
import type { Case, RandomRulebook } from "../random/index.js";
import { fileTables, runEngine } from "../properties/engine-run.js";

export interface Held {
  /** Of every rule of the head that was evaluated. */
  readonly verdicts: readonly Verdict[];
  /** In words; empty where all that is said holds. */
  readonly mismatches: readonly string[];
}

/** Cases that a witness is searched among: that one differs is asked of those that are found, not that one is found. */
const fewCases = 300;

/** `base` has the charges; the head is run over the same. */
export function heldAgainstCharges(base: Case, head: RandomRulebook): Held {
  const said = review(sideOf(base), sideOf(head), fewCases);
  const [before, after] = [run(base), run({ ...base, ...head })];
  const verdicts: Verdict[] = [];
  const mismatches: string[] = [];
  for (const { id } of head.rulebook.rules) {
    if (before.passedOver.has(id) || after.passedOver.has(id)) continue;
    const change = said.changes.find((one) => one.id === id);
    const isOf = ({ rule }: Finding): boolean => rule === id;
    const gained = [...after.found.values()].filter((one) => isOf(one) && !before.found.has(keyOf(one)));
    const lost = [...before.found.values()].filter((one) => isOf(one) && !after.found.has(keyOf(one)));
    verdicts.push(change?.verdict ?? "same");
    for (const one of gained)
      if (!allows(change, one, ["stricter", "unknown", "both ways"]))
        mismatches.push(`${id} is ${change?.verdict ?? "same"}, and gained ${keyOf(one)}`);
    for (const one of lost)
      if (!allows(change, one, ["looser", "unknown", "both ways"]))
        mismatches.push(`${id} is ${change?.verdict ?? "same"}, and lost ${keyOf(one)}`);
    if (change !== undefined && !witnessesDiffer(change)) mismatches.push(`${id} has a witness that shows nothing`);
  }
  return { verdicts, mismatches };
}

function sideOf(book: RandomRulebook): Side {
  return { rulebook: book.rulebook, tables: fileTables(book) };
}

const keyOf = ({ rule, subject }: Finding): string => `${rule} ${subject.file} ${subject.row}`;

function run(drawn: Case): { readonly found: ReadonlyMap<string, Finding>; readonly passedOver: ReadonlySet<string> } {
  const { findings, notEvaluated } = runEngine(drawn);
  return {
    found: new Map(findings.map((finding) => [keyOf(finding), finding])),
    passedOver: new Set(notEvaluated.map(({ rule }) => rule)),
  };
}

/** Whether some stretch of the change that has the finding's day is said to be one of these. */
function allows(change: RuleChange | undefined, { subject }: Finding, verdicts: readonly Verdict[]): boolean {
  const day = parseIsoDate(subject.date) ?? NaN;
  return (change?.spans ?? []).some(
    ({ days, verdict }) => verdicts.includes(verdict) && days.some(({ first, last }) => first <= day && day <= last),
  );
}

function witnessesDiffer({ spans }: RuleChange): boolean {
  return spans.every(({ witnesses }) =>
    witnesses.every(({ kind, base, head }) => {
      const [more, less] = kind === "gained" ? [head, base] : [base, head];
      return more.some((line) => !less.includes(line));
    }),
  );
}

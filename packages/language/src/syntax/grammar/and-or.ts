/** `and` and `or` side by side: what the analyst may have meant, as two fixes, and one reading to go on with. */
import type { Condition, Node } from "../../ast/nodes.js";
import type { ProposedFix } from "../../diagnostics/report.js";
import type { Source } from "../../source/source.js";

interface Placed extends Node {
  readonly condition: Condition;
}

/** Runs of operands that `word` joins, each as its first and last operand's number. */
function runsOf(word: "and" | "or", words: readonly ("and" | "or")[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  let first = 0;
  for (let index = 0; index <= words.length; index++) {
    if (words[index] === word) continue;
    runs.push({ first, last: index });
    first = index + 1;
  }
  return runs;
}

/** Parentheses round what `and` joins, or round what `or` joins. */
export function mixedFixes(
  source: Source,
  operands: readonly Placed[],
  words: readonly ("and" | "or")[],
): readonly ProposedFix[] {
  return (["and", "or"] as const).map((word) => ({
    title: `put parentheses round what ${word} joins`,
    edits: runsOf(word, words)
      .filter((run) => run.last > run.first)
      .flatMap((run) => {
        const start = operands[run.first]?.start ?? 0;
        const end = operands[run.last]?.end ?? 0;
        return [
          { at: { source, start, end: start }, text: "(" },
          { at: { source, start: end, end }, text: ")" },
        ];
      }),
  }));
}

/** The reading in which `and` binds closer. */
export function groupByAnd(operands: readonly Placed[], words: readonly ("and" | "or")[]): Condition {
  const alternatives = runsOf("and", words).map((run): Condition => {
    const members = operands.slice(run.first, run.last + 1).map((operand) => operand.condition);
    const [only] = members;
    if (only !== undefined && members.length === 1) return only;
    return { kind: "and", start: members[0]?.start ?? 0, end: members.at(-1)?.end ?? 0, of: members };
  });
  return { kind: "or", start: operands[0]?.start ?? 0, end: operands.at(-1)?.end ?? 0, of: alternatives };
}

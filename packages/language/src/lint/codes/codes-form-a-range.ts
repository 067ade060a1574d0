/** Codes listed one by one that follow on one another: a range says it in one place, and a gap would be seen. */
import { codeOrdinal } from "@edict/rulebook";
import type { SetItem } from "../../ast/nodes.js";
import { stretchOf } from "../../source/source.js";
import { isPlain, listing, listsIn } from "../facts/lists.js";
import { declarationLint } from "../lint.js";

/** Three codes in a row read as well as a range. */
const fewest = 4;

export const codesFormARange = declarationLint(
  {
    code: "codes-form-a-range",
    severity: "info",
    message: (p: { range: string; count: number }) => `these ${p.count} codes follow on one another; write ${p.range}`,
  },
  listing,
  (_, { source, node }, found) => {
    for (const { kind, items } of listsIn(node)) {
      if (kind !== "codes") continue;
      for (const run of runsOf(items)) {
        const [first, last] = [run[0], run.at(-1)];
        if (first === undefined || last === undefined || run.length < fewest) continue;
        const at = stretchOf(source, { start: first.start, end: last.end });
        // A comment within would be lost, and most likely parts what stands around it.
        if (source.text.slice(at.start, at.end).includes("#")) continue;
        const range = `${textOf(first)}..${textOf(last)}`;
        const fixes = [{ title: `write ${range}`, edits: [{ at, text: range }], preferred: true } as const];
        found(at, { range, count: run.length }, { fixes });
      }
    }
  },
);

/** The longest stretches of items each of which is the code after the one before it. */
function runsOf(items: readonly SetItem[]): readonly (readonly SetItem[])[] {
  const runs: SetItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && isNext(last, item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function isNext(item: SetItem, next: SetItem): boolean {
  if (!isPlain("codes", item) || !isPlain("codes", next)) return false;
  const [one, other] = [codeOrdinal(textOf(item)), codeOrdinal(textOf(next))];
  return one !== null && other !== null && one.shape === other.shape && one.ordinal + 1 === other.ordinal;
}

function textOf({ value }: SetItem): string {
  return value.kind === "word" ? value.text : "";
}

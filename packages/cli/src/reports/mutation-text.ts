/** The scores of a mutation run: as text, each survivor with what was changed and what would show it; as JSON. */
import type { MutationScore, Survivor } from "@edict/engine";
import type { Place } from "@edict/rulebook";
import { tallied, thousands } from "@edict/rulebook";
import type { Paint } from "../output/paint.js";
import { columns } from "../output/columns.js";
import { safeText } from "../output/safe-text.js";

/** How many mutants there were, and how many of them some test noticed. */
export interface MutationTotal {
  readonly mutants: number;
  readonly killed: number;
  /** In percent; 100 where there was nothing to notice. */
  readonly score: number;
}

/** The sum of some scores. */
export function totalOf(scores: readonly Pick<MutationScore, "mutants" | "survivors">[]): MutationTotal {
  const mutants = scores.reduce((sum, score) => sum + score.mutants, 0);
  const killed = mutants - scores.reduce((sum, { survivors }) => sum + survivors.length, 0);
  return { mutants, killed, score: mutants === 0 ? 100 : (100 * killed) / mutants };
}

/** A line for each declaration, under it what survived, and the total last. */
export function mutationText(scores: readonly MutationScore[], paint: Paint): string {
  const heads = columns(
    scores.map((score) => {
      const { mutants, killed, score: percent } = totalOf([score]);
      const { kind, name } = score.declaration;
      return [`${kind} ${safeText(name)}`, `${thousands(killed)} of ${thousands(mutants)}`, percentText(percent)];
    }),
    new Set([1, 2]),
  );
  const blocks = scores.map(({ survivors }, index) => {
    const head = heads[index] ?? "";
    return [survivors.length === 0 ? head : paint("red", head), ...survivors.flatMap(survivorLines)].join("\n");
  });
  const { mutants, killed, score } = totalOf(scores);
  const total = `${tallied(mutants, "mutant")}, ${thousands(killed)} noticed, ${thousands(mutants - killed)} survived: ${percentText(score)}`;
  return [...blocks, total, ""].join("\n");
}

/** The scores as one document. */
export function mutationJson(scores: readonly MutationScore[]): string {
  const declarations = scores.map((score) => {
    const { declaration, survivors } = score;
    const { mutants, killed, score: percent } = totalOf([score]);
    return {
      ...declaration,
      mutants,
      killed,
      score: rounded(percent),
      survivors: survivors.map(({ at, clause, change: { from, to, shownBy } }) => ({ at, clause, from, to, shownBy })),
    };
  });
  const { mutants, killed, score } = totalOf(scores);
  return `${JSON.stringify({ mutants, killed, score: rounded(score), declarations }, null, 2)}\n`;
}

function survivorLines({ at, change: { from, to, shownBy } }: Survivor): readonly string[] {
  const hint = shownBy === null ? "" : `; ${safeText(shownBy)} would show it`;
  return [`  ${placeText(at)}  ${safeText(from)} → ${safeText(to)}${hint}`];
}

/** Rounded down, so that nothing is shown to reach what it does not reach. */
function rounded(percent: number): number {
  return Math.floor(percent * 10) / 10;
}

function percentText(percent: number): string {
  return `${rounded(percent).toFixed(1)} %`;
}

function placeText({ file, line, column }: Place): string {
  return `${safeText(file)}:${line}:${column}`;
}

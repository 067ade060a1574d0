/** How time grows with the size of what is read: twice as much may take twice as long, or somewhat more, never four times. */
import { performance } from "node:perf_hooks";

/** More than this for twice the size is no straight line: it leaves room for a busy machine, and a square is at 4. */
const steepest = 3.5;

/** Times are compared where they are long enough to tell; below it they are noise. In milliseconds. */
const shortest = 4;

const mostRounds = 5;

/**
 * Throws where `work` on twice the size takes more than 3.5 times as long. Each size counts by its best time so far, and
 * a busy moment gets another round; what is quadratic is so in every round.
 */
export function growsStraight<T>(size: number, make: (size: number) => T, work: (made: T) => void): void {
  const [once, twice] = [make(size), make(size * 2)];
  const best = { once: Infinity, twice: Infinity };
  for (let round = 0; round < mostRounds; round++) {
    best.once = Math.min(
      best.once,
      timeOf(() => work(once)),
    );
    best.twice = Math.min(
      best.twice,
      timeOf(() => work(twice)),
    );
    if (round > 0 && best.twice <= Math.max(best.once, shortest) * steepest) return;
  }
  const times = `${best.once.toFixed(1)} ms for ${size}, ${best.twice.toFixed(1)} ms for twice as many`;
  throw new Error(`time grows faster than the size: ${times}`);
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

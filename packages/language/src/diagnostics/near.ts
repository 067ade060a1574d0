/**
 * "Did you mean": the candidate that a word is most likely a slip of. Slips are letters put in, left out, exchanged or
 * swapped with their neighbour; case counts half. Equal distances are settled by the order of bytes, so that the
 * answer does not depend on the order of the candidates.
 */
import { compareBytes } from "@edict/rulebook";

/** The nearest candidate, or null where none is near enough to be meant. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = farthest(word);
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > bestDistance) continue;
    if (word.length < 3 && candidate.toLowerCase() !== word.toLowerCase()) continue;
    const distance = slips(word, candidate, bestDistance);
    if (distance > bestDistance) continue;
    if (distance < bestDistance || best === null || compareBytes(candidate, best) < 0) best = candidate;
    bestDistance = distance;
  }
  return best;
}

// A third of the letters may be wrong, but never more than three; in a word of one or two letters only the case.
function farthest(word: string): number {
  return Math.min(3, Math.max(1, Math.floor(word.length / 3)));
}

/**
 * The least weight of slips between two words (letters that differ only by case weigh half). Where it is more than `most`
 * it may be told as infinite: most candidates are nothing like the word, and two of its letters show it.
 */
export function slips(from: string, to: string, most = Infinity): number {
  const width = to.length + 1;
  let beforeLast = new Float64Array(width);
  let last = Float64Array.from({ length: width }, (_, index) => index);
  let leastOfLast = 0;
  for (let row = 1; row <= from.length; row++) {
    const current = new Float64Array(width);
    current[0] = row;
    let leastOfRow = row;
    for (let column = 1; column <= to.length; column++) {
      const written = from.charAt(row - 1);
      const meant = to.charAt(column - 1);
      let least = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + exchange(written, meant),
      );
      const swapped = row > 1 && column > 1 && written === to.charAt(column - 2) && from.charAt(row - 2) === meant;
      if (swapped) least = Math.min(least, at(beforeLast, column - 2) + 1);
      current[column] = least;
      if (least < leastOfRow) leastOfRow = least;
    }
    // A swap reaches back over one row, nothing over two.
    if (leastOfRow > most && leastOfLast > most) return Infinity;
    leastOfLast = leastOfRow;
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(distances: Float64Array, index: number): number {
  return distances[index] ?? 0;
}

function exchange(written: string, meant: string): number {
  if (written === meant) return 0;
  return written.toLowerCase() === meant.toLowerCase() ? 0.5 : 1;
}

/**
 * The lines that two texts have in common, in order: first those at both ends, then those that stand once in each, and
 * so on between them. The time grows with the length of the texts.
 */

/** A line of each text, by number. */
export type Match = readonly [before: number, after: number];

/** Up to so many pairs, lines that stand several times are compared each with each. */
const mostPairs = 10_000;

/** Pairs of lines that are equal, rising in both. */
export function matchedLines(before: readonly string[], after: readonly string[]): readonly Match[] {
  const matches: Match[] = [];
  const waiting: Block[] = [{ from: 0, to: before.length, otherFrom: 0, otherTo: after.length }];
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const inner = withoutEnds(before, after, block, matches);
    if (inner.from >= inner.to || inner.otherFrom >= inner.otherTo) continue;
    const anchors = rising(linesOnce(before, after, inner));
    if (anchors.length === 0) {
      for (const match of matchedEach(before, after, inner)) matches.push(match);
      continue;
    }
    let { from, otherFrom } = inner;
    for (const match of anchors) {
      matches.push(match);
      waiting.push({ from, to: match[0], otherFrom, otherTo: match[1] });
      from = match[0] + 1;
      otherFrom = match[1] + 1;
    }
    waiting.push({ from, to: inner.to, otherFrom, otherTo: inner.otherTo });
  }
  return matches.sort((left, right) => left[0] - right[0]);
}

/** Lines from `from` up to but not `to` of one text, and likewise of the other. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

function withoutEnds(before: readonly string[], after: readonly string[], block: Block, matches: Match[]): Block {
  let { from, to, otherFrom, otherTo } = block;
  while (from < to && otherFrom < otherTo && before[from] === after[otherFrom]) matches.push([from++, otherFrom++]);
  while (from < to && otherFrom < otherTo && before[to - 1] === after[otherTo - 1]) matches.push([--to, --otherTo]);
  return { from, to, otherFrom, otherTo };
}

/** The lines that stand once in each block, in the order of the first. */
function linesOnce(before: readonly string[], after: readonly string[], block: Block): readonly Match[] {
  const found = new Map<string, { at: number; other: number; times: number; otherTimes: number }>();
  for (let at = block.from; at < block.to; at++) {
    const line = before[at] ?? "";
    const known = found.get(line);
    if (known === undefined) found.set(line, { at, other: -1, times: 1, otherTimes: 0 });
    else known.times++;
  }
  for (let other = block.otherFrom; other < block.otherTo; other++) {
    const known = found.get(after[other] ?? "");
    if (known === undefined) continue;
    known.other = other;
    known.otherTimes++;
  }
  return [...found.values()]
    .filter(({ times, otherTimes }) => times === 1 && otherTimes === 1)
    .map(({ at, other }): Match => [at, other]);
}

/** The longest run of pairs that rises in the second text too. */
function rising(pairs: readonly Match[]): readonly Match[] {
  // The pair that ends the best run of each length, and for each pair the one before it in its run.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, [, other]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = index;
  }
  const run: Match[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}

/** The longest common run of lines of two short blocks. */
function matchedEach(before: readonly string[], after: readonly string[], block: Block): readonly Match[] {
  const { from, to, otherFrom, otherTo } = block;
  const [rows, columns] = [to - from, otherTo - otherFrom];
  if (rows * columns > mostPairs) return [];
  // How long the best run is from each pair of lines on.
  const best = new Int32Array((rows + 1) * (columns + 1));
  const bestAt = (row: number, column: number): number => best[row * (columns + 1) + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      best[row * (columns + 1) + column] =
        before[from + row] === after[otherFrom + column]
          ? bestAt(row + 1, column + 1) + 1
          : Math.max(bestAt(row + 1, column), bestAt(row, column + 1));
  const matches: Match[] = [];
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    if (before[from + row] === after[otherFrom + column]) matches.push([from + row++, otherFrom + column++]);
    else if (bestAt(row + 1, column) >= bestAt(row, column + 1)) row++;
    else column++;
  }
  return matches;
}

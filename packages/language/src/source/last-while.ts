/** Places in lists that are in order, found without going through them. */

/** The index of the last item for which something holds that holds for none after one for which it does not; -1 for none. */
export function lastWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item === undefined) throw new Error("the middle of a stretch of a list is an item of it");
    if (holds(item)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Which of many spans hold a value: a balanced tree kept in arrays, each span with the furthest end of those beneath it,
 * so that a value costs the logarithm of the spans and the spans that hold it.
 */

/** From `first` to `last`, which the tree's order says whether it is inside. */
export interface Span<Key, Item> {
  readonly first: Key;
  readonly last: Key;
  readonly item: Item;
}

/** How keys are ordered. */
export interface SpanOrder<Key> {
  readonly compare: (left: Key, right: Key) => number;
  /** Whether a span that ends with `last` reaches up to a key that does not stand before its first. */
  readonly reaches: (last: Key, key: Key) => boolean;
}

export class SpanTree<Key, Item> {
  private readonly sorted: readonly Span<Key, Item>[];
  /** Of the middle of each stretch: the furthest `last` of the stretch. */
  private readonly furthest: Key[] = [];

  constructor(
    spans: readonly Span<Key, Item>[],
    private readonly order: SpanOrder<Key>,
  ) {
    this.sorted = [...spans].sort((left, right) => order.compare(left.first, right.first));
    this.fill(0, this.sorted.length);
  }

  /** Hears of each span that holds the key. */
  find(key: Key, found: (item: Item) => void): void {
    this.visit(key, 0, this.sorted.length, found);
  }

  private fill(from: number, to: number): Key | null {
    const middle = (from + to) >> 1;
    const span = this.sorted[middle];
    if (from >= to || span === undefined) return null;
    let furthest = span.last;
    for (const below of [this.fill(from, middle), this.fill(middle + 1, to)]) {
      if (below !== null && this.order.compare(below, furthest) > 0) furthest = below;
    }
    this.furthest[middle] = furthest;
    return furthest;
  }

  private visit(key: Key, from: number, to: number, found: (item: Item) => void): void {
    const middle = (from + to) >> 1;
    const span = this.sorted[middle];
    const furthest = this.furthest[middle];
    if (from >= to || span === undefined || furthest === undefined || !this.order.reaches(furthest, key)) return;
    this.visit(key, from, middle, found);
    if (this.order.compare(span.first, key) > 0) return;
    if (this.order.reaches(span.last, key)) found(span.item);
    this.visit(key, middle + 1, to, found);
  }
}

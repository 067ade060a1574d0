/**
 * One slip of the pen in some piece of a rulebook: the piece as it would be with it, and what was changed, in words. A
 * slip deep inside is lifted to the piece that holds it, so that each file here knows one kind of piece and no more.
 */

/** What was changed, for the person who writes the test that would notice. */
export interface Change {
  /** As the rulebook has it: `within 30 days`. */
  readonly from: string;
  /** With the slip: `within 31 days`. */
  readonly to: string;
  /** Words to look for in the rule's text, one after the other, to point at the very place; none where the clause is place enough. */
  readonly written: readonly string[];
  /** What a test would hold that notices: `a companion 31 days away`; null where `from` and `to` say it. */
  readonly shownBy: string | null;
}

/** A piece with one slip in it. */
export interface Edit<T> {
  readonly value: T;
  readonly change: Change;
}

/** A slip, said. */
export function edit<T>(
  value: T,
  from: string,
  to: string,
  more: { readonly written?: string | readonly string[]; readonly shownBy?: string } = {},
): Edit<T> {
  const { written = [], shownBy = null } = more;
  return { value, change: { from, to, written: typeof written === "string" ? [written] : written, shownBy } };
}

/** The slips of a part as slips of the whole. */
export function lifted<Part, Whole>(
  edits: readonly Edit<Part>[],
  rebuild: (part: Part) => Whole,
): readonly Edit<Whole>[] {
  return edits.map(({ value, change }) => ({ value: rebuild(value), change }));
}

/** The slips of each item of a list as slips of the list. */
export function liftedItems<Item>(
  items: readonly Item[],
  editsOf: (item: Item) => readonly Edit<Item>[],
): readonly Edit<readonly Item[]>[] {
  return items.flatMap((item, at) => lifted(editsOf(item), (value) => items.with(at, value)));
}

/** A list without one of its items. */
export function without<Item>(items: readonly Item[], at: number): readonly Item[] {
  return items.toSpliced(at, 1);
}

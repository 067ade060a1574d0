/**
 * Sets with one slip. A set that is made of others is wrong where they are: what is in one of its parts is that part's
 * to get wrong, and a slip there goes through to all the sets that hold it.
 */
import type { Declared } from "@edict/rulebook";
import type { Edit } from "./edit.js";
import { edit } from "./edit.js";
import type { IsSeen, Items } from "./items.js";
import type { SpanSlip } from "./span-slips.js";
import { atStake, slipped, spanSlips } from "./span-slips.js";
import type { Dated, SpanKind } from "./spans.js";
import { isCovered } from "./spans.js";
import type { Listed } from "./uses.js";

type NamedSet<Span> = Declared & { readonly spans: readonly Span[] };

/** Of each set, the sets that are written in it by name. */
export type Parts = ReadonlyMap<string, readonly string[]>;

/** All sets of a kind, with a slip in one; beside it the names of those that it changes. */
export interface SetsMutant<Span> {
  readonly set: NamedSet<Span>;
  readonly edit: Edit<readonly NamedSet<Span>[]>;
  readonly changed: ReadonlySet<string>;
}

/** What the rules that rest on some sets make of them. */
export interface SetUses<Span> {
  readonly isSeen: IsSeen;
  readonly lists: readonly Listed<Span>[];
}

/** The slips in all sets of a kind. A slip that no list of any rule feels, since something else in it holds the same, is none. */
export function setMutants<Span extends Dated>(
  kind: SpanKind<Span>,
  keyword: string,
  sets: readonly NamedSet<Span>[],
  parts: Parts,
  usedBy: (sets: ReadonlySet<string>) => SetUses<Span>,
): readonly SetsMutant<Span>[] {
  const byName = new Map(sets.map((set) => [set.name, set.spans]));
  return sets.flatMap((set) => {
    const holders = holdersOf(set.name, parts);
    const { isSeen, lists } = usedBy(holders);
    const put = (slips: readonly SpanSlip<Span>[]): readonly NamedSet<Span>[] =>
      sets.map((one) =>
        holders.has(one.name)
          ? { ...one, spans: slips.reduce((spans, slip) => slipped(kind, spans, slip), one.spans) }
          : one,
      );
    const isFelt = (slips: readonly SpanSlip<Span>[]): boolean => {
      const after = new Map(put(slips).map(({ name, spans }) => [name, spans]));
      return lists.some((list) =>
        slips.some((slip) => holdsIn(kind, list, byName, slip) !== holdsIn(kind, list, after, slip)),
      );
    };
    const own = parts.get(set.name) ?? [];
    const named = own.flatMap((part) => byName.get(part) ?? []);
    const owner = `${keyword} ${set.name}`;
    const ofItems = spanSlips(kind, set.spans, owner, { others: named, isSeen }, true)
      .filter(({ value }) => isFelt([value]))
      .map(({ value, change }) => ({ value: put([value]), change }));
    const ofParts = own.flatMap((part) => {
      const others = own.filter((other) => other !== part).flatMap((other) => byName.get(other) ?? []);
      const lost = (byName.get(part) ?? [])
        .filter((span) => isSeen(span.from, span.until) && !isCovered(kind, span, others))
        .map((taken) => ({ taken, put: null }));
      if (!isFelt(lost)) return [];
      return [edit(put(lost), `${owner} with ${part}`, "without it", { written: part, shownBy: `a line of ${part}` })];
    });
    return [...ofItems, ...ofParts].map((one) => ({ set, edit: one, changed: holders }));
  });
}

/** Whether a list holds what a slip is about, with the sets as they are given. */
function holdsIn<Span extends Dated>(
  kind: SpanKind<Span>,
  { items, less }: Listed<Span>,
  sets: ReadonlyMap<string, readonly Span[]>,
  slip: SpanSlip<Span>,
): boolean {
  const spansOf = ({ sets: names, spans }: Items<Span>): readonly Span[] => [
    ...spans,
    ...names.flatMap((name) => sets.get(name) ?? []),
  ];
  const what = atStake(slip);
  return isCovered(kind, what, spansOf(items)) && (less === null || !isCovered(kind, what, spansOf(less)));
}

/** The set itself, and every set that it is in, at whatever depth. */
function holdersOf(name: string, parts: Parts): ReadonlySet<string> {
  const holders = new Set([name]);
  // Those found join the end while this goes over them.
  for (const holder of holders) {
    for (const [set, within] of parts) if (within.includes(holder)) holders.add(set);
  }
  return holders;
}

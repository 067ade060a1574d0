/** What the items of a set are: blocks, worked out from the values, ranges and named sets that they write. */
import { dayNumber, parseIsoDate } from "@edict/rulebook";
import type { DateLiteral, SetItem } from "../../ast/nodes.js";
import type { Blocks, SetKind } from "./blocks.js";
import { blockOf, isValue } from "./blocks.js";
import type { Days } from "./settle.js";
import { always, settle, sharedDays } from "./settle.js";

/** A set, worked out. Where an item could not be read it is not `sure`, and nothing is said about what it lacks. */
export interface ResolvedSet {
  readonly blocks: Blocks;
  readonly sure: boolean;
}

/** Gives a named set of the kind at hand, or null where there is none. */
export type SetLookup = (name: string) => ResolvedSet | null;

/** `items` less `except`, in canonical form. */
export function resolveItems(
  kind: SetKind,
  items: readonly SetItem[],
  except: readonly SetItem[],
  lookup: SetLookup,
): ResolvedSet {
  const inside = items.map((item) => resolveItem(kind, item, lookup));
  const outside = except.map((item) => resolveItem(kind, item, lookup));
  return {
    blocks: settle(
      inside.flatMap((item) => item.blocks),
      outside.flatMap((item) => item.blocks),
    ),
    sure: [...inside, ...outside].every((item) => item.sure),
  };
}

/** One item with its dates. */
export function resolveItem(kind: SetKind, item: SetItem, lookup: SetLookup): ResolvedSet {
  const days = daysOf(item);
  if (days === null) return unread;
  const { value } = item;
  switch (value.kind) {
    case "word": {
      if (isValue(kind, value.text)) return single(blockOf(kind, value.text, value.text, days));
      const named = lookup(value.text);
      if (named === null) return unread;
      return { blocks: within(named.blocks, days), sure: named.sure };
    }
    case "range-literal":
      if (!isValue(kind, value.first.text) || !isValue(kind, value.last.text)) return unread;
      return single(blockOf(kind, value.first.text, value.last.text, days));
    case "row-reference":
      return unread;
  }
}

/** The days on which an item holds; null where its dates cannot be read or run backwards. */
export function daysOf(item: { readonly from: DateLiteral | null; readonly until: DateLiteral | null }): Days | null {
  const from = item.from === null ? always.from : parseIsoDate(item.from.text);
  const until = item.until === null ? always.until : parseIsoDate(item.until.text);
  if (from === null || until === null || from > until) return null;
  // The calendar's own ends bound nothing; as open ends they leave no day before or after them.
  return { from: from === firstDay ? always.from : from, until: until === lastDay ? always.until : until };
}

const firstDay = dayNumber(1, 1, 1);
const lastDay = dayNumber(9999, 12, 31);

/** What of the blocks lies on those days. */
export function within(blocks: Blocks, days: Days): Blocks {
  if (days.from === always.from && days.until === always.until) return blocks;
  return blocks.flatMap((block) => {
    const shared = sharedDays(block, days);
    return shared === null ? [] : [{ ...block, ...shared }];
  });
}

const unread: ResolvedSet = { blocks: [], sure: false };

function single(block: ReturnType<typeof blockOf>): ResolvedSet {
  return typeof block === "string" ? unread : { blocks: [block], sure: true };
}

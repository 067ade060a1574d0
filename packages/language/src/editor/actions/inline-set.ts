/**
 * Writes what a named set holds in the place of its name. Offered where that says the same: a set with `except` only
 * where it stands alone, one that is bounded in time only where its items are not.
 */
import type { SetItem, Value } from "../../ast/nodes.js";
import { setNamed } from "../../names/sets/resolve-sets.js";
import type { ActionPlace, CodeAction } from "./code-action.js";
import { edit } from "./code-action.js";
import type { ListedValues } from "./listed-values.js";
import { listAt } from "./listed-values.js";

/** At most one action. */
export function inlineSet(place: ActionPlace): readonly CodeAction[] {
  const { analysis, range, declaration } = place;
  if (declaration === null || declaration.broken) return [];
  const list = listAt(place.nodes, declaration, range);
  const item = list?.items.find(({ start, end }) => start <= range.start && range.end <= end);
  if (list === null || item === undefined) return [];
  const name = nameOf(item);
  const named = name === null ? null : setNamed(analysis.book.declared, list.kind, name);
  if (name === null || named === null || named.node.broken) return [];
  const { set } = named.node;
  const written = named.source.text.slice(set.start, set.end);
  // A comment would swallow what follows on its line.
  if (written.includes("#") || !saysTheSame(item, list, set)) return [];
  const text =
    list.having !== null && (set.items.length > 1 || set.except.length > 0) ? inside(place, list, written) : written;
  return [
    {
      title: `write what ${name} holds in its place`,
      kind: "refactor.inline",
      preferred: false,
      mends: [],
      edits: [edit(place, item, text)],
    },
  ];
}

function nameOf(item: SetItem | Value): string | null {
  const value = item.kind === "set-item" ? item.value : item;
  return value.kind === "word" ? value.text : null;
}

function saysTheSame(
  item: SetItem | Value,
  list: ListedValues,
  set: { readonly items: readonly SetItem[]; readonly except: readonly SetItem[] },
): boolean {
  const isDated = [...set.items, ...set.except].some(({ from, until }) => from !== null || until !== null);
  if (list.holder === "values") return !isDated && set.except.length === 0;
  if (item.kind === "set-item" && (item.from !== null || item.until !== null)) return false;
  return set.except.length === 0 || (list.holder === "items" && list.items.length === 1 && !list.hasExcept);
}

/** A list that is narrowed stands in parentheses. */
function inside({ file }: ActionPlace, list: ListedValues, written: string): string {
  const before = file.source.text.slice(0, list.start).trimEnd();
  return before.endsWith("(") ? written : `(${written})`;
}

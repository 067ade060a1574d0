/** Boxes of lists. */
import type { CodeExpression, Node, SetExpression, Value } from "../ast/nodes.js";
import type { Box } from "./boxes.js";
import { familyOf, familyOfItem } from "./families.js";
import type { LaidTokens } from "./laid-tokens.js";

interface Item extends Node {
  readonly family: string | null;
}

/** A list whose items stand in families. */
export function listBoxes(tokens: LaidTokens, items: readonly Item[]): readonly Box[] {
  return items.length < 2 ? [] : boxesOf(tokens, items, []);
}

/** A list of values, names or texts. */
export function valueBoxes(
  tokens: LaidTokens,
  values: readonly (Value | (Node & { readonly kind: string }))[],
): readonly Box[] {
  return listBoxes(
    tokens,
    values.map((value) => ({ start: value.start, end: value.end, family: isValue(value) ? familyOf(value) : null })),
  );
}

/** Items, and after `except` those that they are less. */
export function setBoxes(
  tokens: LaidTokens,
  { items, except }: Pick<SetExpression | CodeExpression, "items" | "except">,
): readonly Box[] {
  const itemsOf = (list: SetExpression["items"]): readonly Item[] =>
    list.map((item) => ({ start: item.start, end: item.end, family: familyOfItem(item) }));
  const [firstExcept] = except;
  if (firstExcept === undefined) return listBoxes(tokens, itemsOf(items));
  const exceptWord = tokens.indexAt(firstExcept.start) - 1;
  const inner = listBoxes(tokens, itemsOf(except));
  // `any code except …` has no list before the word.
  if (items.length === 0) return inner;
  return [...boxesOf(tokens, itemsOf(items), [exceptWord], tokens.lastBefore(except.at(-1)?.end ?? 0)), ...inner];
}

function boxesOf(tokens: LaidTokens, items: readonly Item[], further: readonly number[], end?: number): readonly Box[] {
  const families: { readonly starts: number[]; readonly family: string | null; last: number }[] = [];
  for (const { start, end, family } of items) {
    const [first, last] = [tokens.indexAt(start), tokens.lastBefore(end)];
    const current = families.at(-1);
    if (current === undefined || family === null || current.family !== family)
      families.push({ starts: [first], family, last });
    else {
      current.starts.push(first);
      current.last = last;
    }
  }
  const list: Box = {
    first: families[0]?.starts[0] ?? 0,
    last: end ?? families.at(-1)?.last ?? 0,
    breaks: new Set([...families.map(({ starts }) => starts[0] ?? 0), ...further]),
    deeper: 2,
  };
  const within = families
    .filter(({ starts }) => starts.length > 1)
    .map(({ starts, last }): Box => ({ first: starts[0] ?? 0, last, breaks: new Set(starts), deeper: 0 }));
  return [list, ...within];
}

function isValue(node: Value | (Node & { readonly kind: string })): node is Value {
  return ["word", "range-literal", "row-reference", "text-literal", "number-literal", "date-literal"].includes(
    node.kind,
  );
}

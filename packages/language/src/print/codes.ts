/** Sets, and the A and B of statements, as text. */
import type { CodeExpression, SetExpression, SetItem } from "../ast/nodes.js";
import { conditionOf } from "./conditions.js";
import { joined, rangeOf, rowOf } from "./words.js";

/** `77280, 77385..77386 until 2025-12-31 except 77385` */
export function setOf({ items, except }: SetExpression): string {
  return labelOf({ any: false, items, except });
}

/** `any code except 77301`, `(77427, 77431) having modifier is 26` */
export function codesOf({ any, items, except, having }: CodeExpression): string {
  const left = labelOf({ any, items, except });
  if (having === null) return left;
  const isList = items.length > 1 || except.length > 0;
  const text = conditionOf(having);
  const isLong = having.kind === "and" || having.kind === "or" || having.kind === "not";
  return `${isList ? `(${left})` : left} having ${isLong ? `(${text})` : text}`;
}

/** Codes without what narrows them, as messages and explanations speak of them: `Simulation`, `any code except 77301`. */
export function labelOf({ any, items, except }: Pick<CodeExpression, "any" | "items" | "except">): string {
  return joined(any ? "any code" : itemsOf(items), except.length === 0 ? null : `except ${itemsOf(except)}`);
}

function itemsOf(items: readonly SetItem[]): string {
  return items.map(itemOf).join(", ");
}

function itemOf({ value, from, until }: SetItem): string {
  const text = value.kind === "word" ? value.text : value.kind === "range-literal" ? rangeOf(value) : rowOf(value);
  return joined(text, from && `from ${from.text}`, until && `until ${until.text}`);
}

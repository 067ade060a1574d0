/** The lists of a text that a named set can stand for: of statements, of sets, and after `is` and `in`. */
import type { SyntaxNode } from "../../ast/children.js";
import type {
  CodeExpression,
  Condition,
  Declaration,
  MembershipCondition,
  Node,
  SetExpression,
  SetItem,
  Value,
} from "../../ast/nodes.js";
import type { SetKind } from "../../names/sets/blocks.js";

/** A list with the kind of its values. */
export interface ListedValues extends Node {
  readonly kind: SetKind;
  readonly items: readonly (SetItem | Value)[];
  /** The expression of codes that narrows the list, if any. */
  readonly having: Condition | null;
  /** In a list of items; those after `except` are a list too. */
  readonly holder: "items" | "except" | "values";
  /** Something is taken out of it. */
  readonly hasExcept: boolean;
}

/** The innermost list that holds a place, by the nodes that hold it. */
export function listAt(nodes: readonly SyntaxNode[], declaration: Declaration, at: Node): ListedValues | null {
  for (const node of nodes.toReversed()) {
    if (isMembership(node)) return inMembership(node);
    if (isCodes(node) || isSetExpression(node)) {
      const kind = declaration.kind === "diagnoses" || declaration.kind === "modifiers" ? declaration.kind : "codes";
      const having = isCodes(node) ? node.having : null;
      const holder = node.except.some((item) => item.end >= at.start && item.start <= at.start) ? "except" : "items";
      return listed({ kind, items: node[holder], having, holder, hasExcept: node.except.length > 0 });
    }
  }
  return null;
}

function listed(list: Omit<ListedValues, "start" | "end">): ListedValues | null {
  const [first] = list.items;
  const last = list.items.at(-1);
  return first === undefined || last === undefined ? null : { ...list, start: first.start, end: last.end };
}

const kindsOfFields: ReadonlyMap<string, SetKind> = new Map([
  ["modifier", "modifiers"],
  ["modifiers", "modifiers"],
  ["diagnosis", "diagnoses"],
  ["diagnoses", "diagnoses"],
  ["primary diagnosis", "diagnoses"],
  ["code", "codes"],
]);

function inMembership({ field, values }: MembershipCondition): ListedValues | null {
  const kind = kindsOfFields.get(field.text.replace(/\s+/g, " "));
  if (kind === undefined) return null;
  return listed({ kind, items: values, having: null, holder: "values", hasExcept: false });
}

function isMembership(node: SyntaxNode): node is SyntaxNode & MembershipCondition {
  return node.kind === "membership";
}

function isCodes(node: SyntaxNode): node is SyntaxNode & CodeExpression {
  return node.kind === "code-expression";
}

function isSetExpression(node: SyntaxNode): node is SyntaxNode & SetExpression {
  return node.kind === "set-expression";
}

/** The leaves of a file's tree as tokens: each name, code, date and text with what it is. */
import { codeShape, diagnosisShape, modifierShape } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import type { SyntaxNode } from "../ast/children.js";
import { childrenOf } from "../ast/children.js";
import type { Declaration, Node, SetItem } from "../ast/nodes.js";
import type { Book } from "../names/book.js";
import type { NamedKind, ParsedFile } from "../names/declared.js";
import type { TokenType } from "./semantic-tokens.js";

/** A leaf with what it is. */
export interface Leaf extends Node {
  readonly type: TokenType;
  /** It gives a thing its name. */
  readonly declares: boolean;
  /** The item of a set that it stands in, which may be bounded in time. */
  readonly item: SetItem | null;
}

/** The leaves that meet a stretch, in the order of the text. */
export function leavesOfFile(analysis: Analysis, file: ParsedFile, meets: (node: Node) => boolean): readonly Leaf[] {
  const { book } = analysis;
  const leaves: Leaf[] = [];
  for (const declaration of file.node.declarations) {
    if (!meets(declaration)) continue;
    const place = { book, text: file.source.text, declaration, item: null, field: null };
    for (const child of childrenOf(declaration)) if (meets(child)) addLeaves(place, child, leaves, meets);
  }
  return leaves;
}

interface LeafPlace {
  readonly book: Book;
  readonly text: string;
  readonly declaration: Declaration;
  readonly item: SetItem | null;
  /** The field whose values follow. */
  readonly field: string | null;
}

function addLeaves(place: LeafPlace, node: SyntaxNode, leaves: Leaf[], meets: (node: Node) => boolean): void {
  const add = (type: TokenType, at: Node = node, declares = false): void => {
    if (at.start < at.end) leaves.push({ start: at.start, end: at.end, type, declares, item: place.item });
  };
  switch (node.kind) {
    case "declaring-name":
      add(nameTypes[nameKind(place.declaration, node)], node, true);
      return;
    case "name-reference":
      add(referenceType(place, textAt(place, node)));
      return;
    case "word":
      add(wordType(place, textAt(place, node)));
      return;
    case "field-reference":
      add("field");
      return;
    case "date-literal":
      add("date");
      return;
    case "duration-literal":
      add("duration");
      return;
    case "number-literal":
      add(place.text.charAt(node.start) === "$" ? "money" : "number");
      return;
    case "row-reference":
      for (const column of childrenOf(node)) add("column", column);
      return;
    case "written-column":
      add("column", { start: node.start, end: node.start + (textAt(place, node).split(/\s/)[0] ?? "").length });
      return;
    case "written-cell":
      add(cellType(textAt(place, node)));
      return;
    case "text-literal":
      add("string");
      return;
    case "outcome":
      for (const child of childrenOf(node)) {
        if (child.kind === "text-literal") leaves.push(...messageLeaves(place, child));
        else add("number", child);
      }
      return;
    default: {
      const inner = { ...place, item: isItem(node) ? node : place.item, field: fieldOf(place, node) };
      for (const child of childrenOf(node)) if (meets(child)) addLeaves(inner, child, leaves, meets);
    }
  }
}

function textAt({ text }: LeafPlace, { start, end }: Node): string {
  return text.slice(start, end);
}

function isItem(node: SyntaxNode): node is SyntaxNode & SetItem {
  return node.kind === "set-item";
}

/** The field that a condition or a setting of a test speaks of, by its first word. */
function fieldOf(place: LeafPlace, node: SyntaxNode): string | null {
  if (node.kind !== "membership" && node.kind !== "field-setting") return place.field;
  const [field] = childrenOf(node);
  return field === undefined ? null : (textAt(place, field).split(/\s+/).at(-1) ?? null);
}

const nameTypes: { readonly [K in NamedKind | "column"]: TokenType } = {
  codes: "set",
  diagnoses: "set",
  modifiers: "set",
  payer: "payer",
  payers: "payer",
  setting: "setting",
  field: "field",
  episode: "episode",
  authority: "authority",
  table: "table",
  layout: "layout",
  rule: "rule",
  column: "column",
};

/** The columns of a file's table are declared within it. */
function nameKind(declaration: Declaration, { start }: Node): NamedKind | "column" {
  if (!("name" in declaration)) throw new Error("only a declaration with a name holds one that declares");
  return declaration.name.start === start ? declaration.kind : "column";
}

function referenceType({ book, declaration }: LeafPlace, name: string): TokenType {
  if (declaration.kind === "layout") return "field";
  const kind = book.declared.get(name)?.node.kind;
  // An override, a waiver and an expectation of a test name a rule, whether there is one or not.
  return kind === undefined ? (declaration.kind === "test" ? "rule" : "string") : nameTypes[kind];
}

/** A word by where it stands, then by its letters, then by what has that name. */
function wordType({ book, declaration, field, item }: LeafPlace, text: string): TokenType {
  switch (declaration.kind) {
    case "diagnoses":
      if (diagnosisShape.test(text)) return "diagnosis";
      break;
    case "modifiers":
      if (modifierShape.test(text)) return "modifier";
      break;
    case "setting":
      return "number";
    default:
      break;
  }
  if (field === null && item === null) {
    // The code of a test line with its modifiers, `suggest modifier XS`, `replace … with G6015`.
    if (codeShape.test(text)) return "code";
    if (modifierShape.test(text)) return "modifier";
  }
  if (field === null && codeShape.test(text)) return "code";
  if ((field === "modifier" || field === "modifiers") && modifierShape.test(text)) return "modifier";
  if ((field === "diagnosis" || field === "diagnoses") && diagnosisShape.test(text)) return "diagnosis";
  if (field === "code" && codeShape.test(text)) return "code";
  const kind = book.declared.get(text)?.node.kind;
  if (kind !== undefined) return nameTypes[kind];
  return /^\d/.test(text) ? "number" : "string";
}

function cellType(text: string): TokenType {
  if (codeShape.test(text)) return "code";
  if (diagnosisShape.test(text)) return "diagnosis";
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return "date";
  if (text.startsWith("$")) return "money";
  return /^-?\d+(?:\.\d+)?$/.test(text) ? "number" : "string";
}

/** A message, cut at its placeholders. */
function messageLeaves(place: LeafPlace, node: Node): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let from = node.start;
  const add = (type: TokenType, start: number, end: number): void => {
    if (start < end) leaves.push({ start, end, type, declares: false, item: null });
  };
  for (const { 0: written, index } of textAt(place, node).matchAll(/\{[^{}\s"]*\}/g)) {
    add("string", from, node.start + index);
    add("placeholder", node.start + index, node.start + index + written.length);
    from = node.start + index + written.length;
  }
  add("string", from, node.end);
  return leaves;
}

/** What a code action is: changes of text under a title, and whether they mend a diagnostic. */
import type { Diagnostic, Edit } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import type { SyntaxNode } from "../../ast/children.js";
import type { Declaration, Node } from "../../ast/nodes.js";
import type { ParsedFile } from "../../names/declared.js";

/** Kinds, as the protocol names them; a dot leads from the wider to the narrower. */
export type CodeActionKind =
  | "quickfix"
  | "refactor.extract"
  | "refactor.inline"
  | "refactor.rewrite"
  | "source.fixAll.edict"
  | "source.organizeSets.edict";

/** A part of an edit's text that is to be typed over; holes of one number hold the same text. */
export interface Hole extends Node {
  readonly number: number;
}

/** A change of text. Places of holes are offsets in `text`. */
export interface ActionEdit extends Edit {
  readonly holes?: readonly Hole[];
}

/** Changes that can be made at a place. */
export interface CodeAction {
  /** Says what it does, in the imperative. */
  readonly title: string;
  readonly kind: CodeActionKind;
  /** The one that is most likely meant. */
  readonly preferred: boolean;
  /** What it mends, if anything. */
  readonly mends: readonly Diagnostic[];
  /** None of which touches another. */
  readonly edits: readonly ActionEdit[];
}

/** Where actions are asked for. */
export interface ActionPlace {
  readonly analysis: Analysis;
  readonly file: ParsedFile;
  /** What is selected; a caret where `start` is `end`. */
  readonly range: Node;
  /** The nodes that hold the start of the selection, outermost first. */
  readonly nodes: readonly SyntaxNode[];
  /** The declaration that holds the start of the selection. */
  readonly declaration: Declaration | null;
}

/** A replacement in the file at hand. */
export function edit({ file }: Pick<ActionPlace, "file">, { start, end }: Node, text: string): ActionEdit {
  return { span: { file: file.source.path, start, end }, text };
}

/** Text put together from plain parts and holes: `withHoles("because ", { hole: "NAME", number: 1 })`. */
export function withHoles(
  ...parts: readonly (string | { readonly hole: string; readonly number: number })[]
): Pick<ActionEdit, "text"> & { readonly holes: readonly Hole[] } {
  const holes: Hole[] = [];
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else {
      holes.push({ start: text.length, end: text.length + part.hole.length, number: part.number });
      text += part.hole;
    }
  }
  return { text, holes };
}

/** A name that nothing in the rulebook has, made from one that may be taken. */
export function freeName({ book }: Analysis, wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!book.declared.has(name)) return name;
  }
}

/**
 * A mention: a stretch of a rule file that names something, and what its place says of it. Which set or field is meant
 * is not known here, so that the mentions of a file that is unchanged need not be sought again.
 */
import type { Node } from "../../ast/nodes.js";
import type { NamedKind } from "../../names/declared.js";
import type { SetKind } from "../../names/sets/blocks.js";

/** A stretch that names something. Stretches of a file do not overlap. */
export interface Mention extends Node {
  /** What is written, without quotes. */
  readonly text: string;
  readonly stands: Standing;
}

/** The rows that `row.x` reads: of a table that is named with it, or of the one that the rule goes through. */
export type RowsOf = { readonly kind: "table" | "rule"; readonly name: string };

/** Where a mention stands. */
export type Standing =
  /** The name of a declaration. */
  | { readonly kind: "declaring"; readonly what: NamedKind }
  /** Where nothing but the name of something declared may stand. */
  | { readonly kind: "name" }
  /** An item of a list of codes, diagnoses or modifiers: one of them, or a set's name. */
  | { readonly kind: "item"; readonly of: SetKind }
  /** A field's words. */
  | { readonly kind: "field" }
  /** A value after `is`, `in`, or a test's field; `inTest` holds what a charge line says. */
  | { readonly kind: "value"; readonly field: string; readonly quoted: boolean; readonly inTest: boolean }
  /** A side of a comparison; `beside` is what stands on the other side, where that may be a field. */
  | { readonly kind: "operand"; readonly beside: string | null; readonly quoted: boolean }
  /** A column in the header of a table. */
  | { readonly kind: "declaring-column"; readonly table: string }
  /** The column in `row.x` or `{row.x}`, and the field that it is compared with. */
  | { readonly kind: "column"; readonly rows: RowsOf; readonly beside: string | null; readonly inMessage: boolean }
  /** A cell of a written table; `column` counts from 0. */
  | { readonly kind: "cell"; readonly table: string; readonly column: number }
  | { readonly kind: "use-path" }
  | { readonly kind: "table-path" }
  | { readonly kind: "url" }
  /** A text that a payer's lines say. */
  | { readonly kind: "alias"; readonly payer: string };

/** Takes a mention. */
export type Take = (node: Node, text: string, stands: Standing) => void;

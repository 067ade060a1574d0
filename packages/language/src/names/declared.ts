/**
 * The declarations of a rulebook by name: one namespace over all files. `collect` reports names that are declared twice;
 * the first declaration of a name keeps it. What nothing may be named by, the parser has reported.
 */
import type { Diagnostic } from "@edict/rulebook";
import { compareBytes, modifierShape } from "@edict/rulebook";
import type { Declaration, FileNode } from "../ast/nodes.js";
import { names } from "../diagnostics/names.js";
import { report } from "../diagnostics/report.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";

/** A file with its tree. */
export interface ParsedFile {
  readonly source: Source;
  readonly node: FileNode;
  /** What is wrong with its text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A node with the source that it stands in. */
export interface Placed<N> {
  readonly source: Source;
  readonly node: N;
}

/** A declaration with a name of its own. */
export type NamedDeclaration = Extract<Declaration, { readonly name: unknown }>;

export type NamedKind = NamedDeclaration["kind"];

/** Every name with its declaration. */
export type Declared = ReadonlyMap<string, Placed<NamedDeclaration>>;

/** What a declared name is, for messages. */
export const kindNames: { readonly [K in NamedKind]: string } = {
  codes: "a set of codes",
  diagnoses: "a set of diagnoses",
  modifiers: "a set of modifiers",
  payer: "a payer",
  payers: "a group of payers",
  setting: "a setting",
  field: "a field",
  episode: "an episode",
  authority: "an authority",
  table: "a table",
  layout: "a layout",
  rule: "a rule",
};

/** All names of the files, which stand in the order of their paths. */
export function collect(files: readonly ParsedFile[], diagnostics: Diagnostic[]): Declared {
  const declared = new Map<string, Placed<NamedDeclaration>>();
  for (const { source, node: file } of files) {
    for (const node of file.declarations) {
      if (!("name" in node)) continue;
      const at = stretchOf(source, node.name);
      const name = node.name.text;
      // Where a modifier can stand, two capitals are one: such a set could never be named.
      if (node.kind === "modifiers" && modifierShape.test(name)) {
        const proposal = `Set-${name}`;
        const fixes = [{ title: `write ${proposal}`, edits: [{ at, text: proposal }] }];
        diagnostics.push(report(names, "modifier-as-name", at, { name, proposal }, { fixes }));
      }
      const first = declared.get(name);
      if (first === undefined) declared.set(name, { source, node });
      else {
        const related = [{ at: stretchOf(first.source, first.node.name), text: `${name} is declared here first` }];
        diagnostics.push(report(names, "name-declared-twice", at, { name }, { related }));
      }
    }
  }
  return declared;
}

/** The declaration of a name where it is of one of these kinds, else null. */
export function declaredAs<K extends NamedKind>(
  declared: Declared,
  name: string,
  ...kinds: readonly K[]
): Placed<Extract<NamedDeclaration, { readonly kind: K }>> | null {
  const found = declared.get(name);
  if (found === undefined || !isOneOf(found.node, kinds)) return null;
  return { source: found.source, node: found.node };
}

/** All declarations of a kind, by the bytes of their names. */
export function allOf<K extends NamedKind>(
  declared: Declared,
  kind: K,
): readonly Placed<Extract<NamedDeclaration, { readonly kind: K }>>[] {
  const all: Placed<Extract<NamedDeclaration, { readonly kind: K }>>[] = [];
  for (const { source, node } of inOrder(byKind(declared).get(kind) ?? []))
    if (isOneOf(node, [kind])) all.push({ source, node });
  return all;
}

const orders = new WeakMap<readonly Placed<NamedDeclaration>[], readonly Placed<NamedDeclaration>[]>();

function inOrder(all: readonly Placed<NamedDeclaration>[]): readonly Placed<NamedDeclaration>[] {
  const known = orders.get(all);
  if (known !== undefined) return known;
  const sorted = all.toSorted((left, right) => compareBytes(left.node.name.text, right.node.name.text));
  orders.set(all, sorted);
  return sorted;
}

/** How many declarations of a kind there are. */
export function countOf(declared: Declared, kind: NamedKind): number {
  return byKind(declared).get(kind)?.length ?? 0;
}

// Most kinds are few among the many rules, and are asked for again and again.
const kindsOf = new WeakMap<Declared, ReadonlyMap<NamedKind, readonly Placed<NamedDeclaration>[]>>();

function byKind(declared: Declared): ReadonlyMap<NamedKind, readonly Placed<NamedDeclaration>[]> {
  const known = kindsOf.get(declared);
  if (known !== undefined) return known;
  const kinds = new Map<NamedKind, Placed<NamedDeclaration>[]>();
  for (const placed of declared.values()) {
    const ofKind = kinds.get(placed.node.kind);
    if (ofKind === undefined) kinds.set(placed.node.kind, [placed]);
    else ofKind.push(placed);
  }
  kindsOf.set(declared, kinds);
  return kinds;
}

function isOneOf<K extends NamedKind>(
  node: NamedDeclaration,
  kinds: readonly K[],
): node is Extract<NamedDeclaration, { readonly kind: K }> {
  return kinds.some((kind) => kind === node.kind);
}

/** Where what is named at an offset is declared, and where its kind is said: definition and type definition. */
import type { Analysis } from "../analyse.js";
import type { Declaration, Node, SetItem } from "../ast/nodes.js";
import type { NamedDeclaration, Placed } from "../names/declared.js";
import { allOf, declaredAs } from "../names/declared.js";
import type { SetKind } from "../names/sets/blocks.js";
import { blockOf, holdsValue, isValue } from "../names/sets/blocks.js";
import { always } from "../names/sets/settle.js";
import type { Named, Target } from "./names-at.js";
import { nameAt, usesInFile } from "./names-at.js";
import type { Paths } from "./paths.js";
import { fileNamed, filesUsed } from "./paths.js";

/** A place to go to. */
export interface Landing {
  readonly path: string;
  /** All of what is there, such as the declaration. */
  readonly whole: Node;
  /** What the eye shall fall on, such as its name. */
  readonly name: Node;
}

/** What is named, and where it leads to. */
export interface Definition {
  readonly from: Node;
  readonly to: readonly Landing[];
}

/** The declaration of a name, the header of a column, the file of a path, the sets that write a code; null where nothing is named. */
export function definitionAt(analysis: Analysis, path: string, offset: number, paths: Paths): Definition | null {
  return leading(nameAt(analysis, path, offset), ({ target }) => landingsOf(analysis, path, target, paths));
}

/** A rule's table, an episode's sets, a column's table, an alias's payer; else nothing. */
export function typeDefinitionAt(analysis: Analysis, path: string, offset: number): Definition | null {
  return leading(nameAt(analysis, path, offset), ({ target }) =>
    typesOf(analysis, target).map((placed) => landingOf(placed)),
  );
}

/** The place of a declaration and of its name. */
function landingOf({ source, node }: Placed<NamedDeclaration>): Landing {
  return { path: source.path, whole: bare(node), name: bare(node.name) };
}

function leading(named: Named | null, find: (named: Named) => readonly Landing[]): Definition | null {
  if (named === null) return null;
  const to = find(named);
  return to.length === 0 ? null : { from: bare(named), to };
}

function landingsOf(analysis: Analysis, path: string, target: Target, paths: Paths): readonly Landing[] {
  switch (target.kind) {
    case "declared": {
      const found = analysis.book.declared.get(target.name);
      return found === undefined ? [] : [landingOf(found)];
    }
    case "column": {
      const table = declaredAs(analysis.book.declared, target.table, "table");
      if (table === null) return [];
      const own = usesInFile(analysis, table.source.path, target).filter(({ role }) => role === "declaration");
      return own.map((use) => ({ path: use.path, whole: bare(table.node), name: bare(use) }));
    }
    case "value":
      return allOf(analysis.book.declared, target.of).flatMap(({ source, node }) =>
        node.set.items
          .filter((item) => holds(target.of, item, target.text))
          .map((item) => ({ path: source.path, whole: bare(node), name: bare(item.value) })),
      );
    case "alias": {
      const payer = declaredAs(analysis.book.declared, target.payer, "payer");
      return payer === null ? [] : [landingOf(payer)];
    }
    case "use":
      return filesUsed(analysis, path, target.path, paths).slice(0, 1).map(startOf);
    case "table-file": {
      const file = fileNamed(path, target.path, paths);
      return file === null ? [] : [startOf(file)];
    }
    case "field":
    case "url":
      return [];
  }
}

function typesOf({ book }: Analysis, target: Target): readonly Placed<NamedDeclaration>[] {
  const { declared } = book;
  switch (target.kind) {
    case "column":
      return present(declaredAs(declared, target.table, "table"));
    case "alias":
      return present(declaredAs(declared, target.payer, "payer"));
    case "declared": {
      const node = declared.get(target.name)?.node;
      if (node?.kind === "rule") {
        const rows = node.clauses.find((clause) => clause.kind === "rows");
        return rows === undefined ? [] : present(declaredAs(declared, rows.table.text, "table"));
      }
      if (node?.kind !== "episode") return [];
      return [...node.set.items, ...node.set.except].flatMap(({ value }) =>
        value.kind === "word" ? present(declaredAs(declared, value.text, "codes")) : [],
      );
    }
    case "field":
    case "value":
    case "use":
    case "table-file":
    case "url":
      return [];
  }
}

/** Whether an item writes a value itself, alone or in a range. */
function holds(kind: SetKind, { value }: SetItem, text: string): boolean {
  if (value.kind === "row-reference") return false;
  const [first, last] = value.kind === "word" ? [value.text, value.text] : [value.first.text, value.last.text];
  if (first === text) return true;
  if (!isValue(kind, first) || !isValue(kind, last)) return false;
  const block = blockOf(kind, first, last, always);
  return typeof block !== "string" && holdsValue(kind, [block], text);
}

function present<N extends Declaration>(placed: Placed<N> | null): readonly Placed<N>[] {
  return placed === null ? [] : [placed];
}

function startOf(path: string): Landing {
  return { path, whole: { start: 0, end: 0 }, name: { start: 0, end: 0 } };
}

function bare({ start, end }: Node): Node {
  return { start, end };
}

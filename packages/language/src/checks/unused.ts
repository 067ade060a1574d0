/** Sets, episodes and tables that nothing uses: often the other half of a slip. A declaration does not use itself. */
import type { Condition, Declaration, FileNode, SetItem } from "../ast/nodes.js";
import { declarations } from "../diagnostics/declarations.js";
import { report } from "../diagnostics/report.js";
import { tables } from "../diagnostics/tables.js";
import type { Book } from "../names/book.js";
import { itemsOf, partsOf } from "../names/statement-parts.js";
import { isStatement } from "../names/versions.js";
import { stretchOf } from "../source/source.js";
import { leavesOf } from "./condition-list.js";

/** Reports them. */
export function checkUnused(book: Book): void {
  const used = new Set<string>();
  for (const { node } of book.files) {
    const file = usesOf(node);
    // What could not be read may have been the use.
    if (file.broken) return;
    for (const name of file.used) used.add(name);
  }
  for (const { source, node } of book.declared.values()) {
    const name = node.name.text;
    if (used.has(name)) continue;
    const at = stretchOf(source, node.name);
    switch (node.kind) {
      case "codes":
      case "diagnoses":
      case "modifiers":
        book.diagnostics.push(report(declarations, "unused-set", at, { name }));
        break;
      case "episode":
        book.diagnostics.push(report(declarations, "unused-episode", at, { name }));
        break;
      case "table":
        // A list of valid codes is there for the checks, whether a rule reads it or not.
        if (node.lists !== null) break;
        book.diagnostics.push(report(tables, "unused-table", at, { name }));
        break;
      default:
        break;
    }
  }
}

/** What the declarations of a file use. */
interface FileUses {
  readonly used: ReadonlySet<string>;
  readonly broken: boolean;
}

// Worked out once for each tree; a tree is never changed.
const usesOfFiles = new WeakMap<FileNode, FileUses>();

function usesOf(file: FileNode): FileUses {
  const known = usesOfFiles.get(file);
  if (known !== undefined) return known;
  const used = new Set<string>();
  for (const declaration of file.declarations) addUsed(used, declaration);
  const uses = { used, broken: file.declarations.some(({ broken }) => broken) };
  usesOfFiles.set(file, uses);
  return uses;
}

function addUsed(used: Set<string>, declaration: Declaration): void {
  switch (declaration.kind) {
    case "codes":
    case "diagnoses":
    case "modifiers": {
      const own = declaration.name.text;
      const items = [...declaration.set.items, ...declaration.set.except];
      addItems(
        used,
        items.filter(({ value }) => value.kind !== "word" || value.text !== own),
      );
      return;
    }
    case "episode":
      addItems(used, [...declaration.set.items, ...declaration.set.except]);
      return;
    case "rule":
    case "override":
      for (const clause of declaration.clauses) {
        if (clause.kind === "rows") used.add(clause.table.text);
        if (clause.kind === "when" || clause.kind === "unless") addCondition(used, clause.condition);
        if (!isStatement(clause)) continue;
        const parts = partsOf(clause);
        for (const codes of parts.codes) {
          addItems(used, itemsOf(codes));
          if (codes.having !== null) addCondition(used, codes.having);
        }
        for (const episode of parts.episodes) used.add(episode.text);
        if (parts.condition !== null) {
          addCondition(used, parts.condition.of);
          if (parts.condition.table !== null) used.add(parts.condition.table.text);
        }
      }
      return;
    default:
      return;
  }
}

function addItems(used: Set<string>, items: readonly SetItem[]): void {
  for (const { value } of items) if (value.kind === "word") used.add(value.text);
}

function addCondition(used: Set<string>, condition: Condition): void {
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind !== "membership") continue;
    for (const value of leaf.values) if (value.kind === "word") used.add(value.text);
  }
}

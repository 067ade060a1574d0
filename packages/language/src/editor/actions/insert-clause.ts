/** Where a clause goes that a rule, an override or a waiver lacks: by the contract's order, on a line of its own. */
import type { Clause, OverrideDeclaration, RuleDeclaration, WaiveDeclaration } from "../../ast/nodes.js";
import type { Source } from "../../source/source.js";
import { rankOf } from "../../format/clause-order.js";

/** Where text goes in, and what has to stand around it there. */
export interface InsertPlace {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** The place of a clause of that kind. */
export function placeOfClause(
  source: Source,
  declaration: RuleDeclaration | OverrideDeclaration | WaiveDeclaration,
  kind: Clause["kind"],
): InsertPlace {
  const head = declaration.kind === "rule" ? declaration.title : declaration.rule;
  const above = declaration.clauses.filter((clause) => rankOf(clause) <= rankOf({ kind }));
  return lineBelow(source, Math.max(head.end, ...above.map(({ end }) => end)), indentOf(source, declaration.clauses));
}

/**
 * A line of its own below what ends at an offset. It starts where the next line does: an editor that puts text in for
 * typing over indents it by the line that it starts in, and a comment behind what ends there stays where it is.
 */
export function lineBelow({ text }: Source, offset: number, indent: string): InsertPlace {
  const rest = /^[ \t]*(?:#[^\n]*)?\r?\n/.exec(text.slice(offset));
  if (rest === null) return { offset, before: `\n${indent}`, after: "" };
  return { offset: offset + rest[0].length, before: indent, after: "\n" };
}

/** The blanks before the first clause that starts a line; two where none does. */
function indentOf({ text }: Source, clauses: readonly Clause[]): string {
  for (const { start } of clauses) {
    const blanks = text.slice(text.lastIndexOf("\n", start) + 1, start);
    if (blanks !== "" && blanks.trim() === "") return blanks;
  }
  return "  ";
}

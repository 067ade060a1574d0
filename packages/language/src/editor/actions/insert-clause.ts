/** Where a clause goes that a rule, an override or a waiver lacks: by the contract's order, on a line of its own. */
import type { Clause, OverrideDeclaration, RuleDeclaration, WaiveDeclaration } from "../../ast/nodes.js";
import type { Source } from "../../source/source.js";
import { rankOf } from "../../print/clauses.js";

/** Where to put a clause of that kind, and what stands before it on the way from what is there. */
export function placeOfClause(
  source: Source,
  declaration: RuleDeclaration | OverrideDeclaration | WaiveDeclaration,
  kind: Clause["kind"],
): { readonly offset: number; readonly before: string } {
  const head = declaration.kind === "rule" ? declaration.title : declaration.rule;
  const above = declaration.clauses.filter((clause) => rankOf(clause) <= rankOf({ kind }));
  const offset = Math.max(head.end, ...above.map(({ end }) => end));
  return { offset, before: `\n${indentOf(source, declaration.clauses)}` };
}

/** The blanks before the first clause that starts a line; two where none does. */
function indentOf({ text }: Source, clauses: readonly Clause[]): string {
  for (const { start } of clauses) {
    const blanks = text.slice(text.lastIndexOf("\n", start) + 1, start);
    if (blanks !== "" && blanks.trim() === "") return blanks;
  }
  return "  ";
}

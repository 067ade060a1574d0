/** What a thing may not be called, said as a reason; null for a name that it may have. */
import { modifierShape, nameShape } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import { names } from "../../diagnostics/names.js";
import { syntax } from "../../diagnostics/syntax.js";
import type { NamedKind } from "../../names/declared.js";
import { kindNames } from "../../names/declared.js";
import { fieldNamed } from "../../names/fields.js";
import { columnNamed } from "../../names/tables.js";
import { nameProblem } from "../../syntax/declared-names.js";
import type { Renamed } from "./renamed.js";

/** Why something cannot be called so. */
export function whyNot({ book }: Analysis, renamed: Renamed, to: string): string | null {
  if (!nameShape.test(to)) {
    // What the language reads as something else is said as that.
    const read = renamed.kind === "column" ? "field" : renamed.what;
    const problem = /^\d[\w.-]*$/.test(to) ? nameProblem(read, to) : null;
    if (problem !== null) return syntax[problem.code].message({ name: to, instead: problem.instead });
    return `${to === "" ? "nothing" : to} is no name; write a letter, then letters, digits, _ and -`;
  }
  if (renamed.kind === "column") {
    const problem = nameProblem("field", to);
    if (problem !== null) return syntax[problem.code].message({ name: to, instead: problem.instead });
    const table = book.tables.get(renamed.table);
    const clash = table !== undefined && columnNamed(table, to) !== null;
    return clash ? `${to} is already a column of ${renamed.table}; choose another name` : null;
  }
  const problem = nameProblem(renamed.what, to);
  if (problem !== null) return syntax[problem.code].message({ name: to, instead: problem.instead });
  if (renamed.what === "modifiers" && modifierShape.test(to)) {
    return names["modifier-as-name"].message({ name: to, proposal: `Set-${to}` });
  }
  const other = book.declared.get(to);
  if (other !== undefined) return `${to} is already ${kindNames[other.node.kind]}; choose another name`;
  if (renamed.what === "field" && fieldNamed(new Map(), to) !== null) {
    return `${to} is a field that every line has; choose another name`;
  }
  return sameWithoutCase(renamed.what, renamed.name, to, [...book.declared]);
}

/** Case does not count in the payers and settings of lines: two names that differ by it alone would be one. */
function sameWithoutCase(
  what: NamedKind,
  from: string,
  to: string,
  declared: readonly (readonly [string, { readonly node: { readonly kind: NamedKind } }])[],
): string | null {
  const group = parties.find((kinds) => kinds.includes(what));
  if (group === undefined) return null;
  const other = declared.find(
    ([name, { node }]) => name !== from && group.includes(node.kind) && name.toLowerCase() === to.toLowerCase(),
  );
  if (other === undefined) return null;
  const [name, { node }] = other;
  return `${name} is already ${kindNames[node.kind]}, and case does not count there; choose another name`;
}

const parties: readonly (readonly NamedKind[])[] = [["payer", "payers"], ["setting"]];

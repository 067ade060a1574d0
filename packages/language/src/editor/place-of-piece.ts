/** Where a piece of a declaration stands in its text, for whoever knows the compiled rulebook and not the text. */
import type { Place } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import type { Clause, Declaration } from "../ast/nodes.js";
import { isStatement } from "../names/versions.js";
import { placeAt } from "../source/source.js";

/** A piece of a declaration. */
export interface Piece {
  /** Where the declaration stands, as the rulebook says it. */
  readonly at: Place;
  /** The clause of it; `whole` for none. */
  readonly clause: "for" | "in" | "effective" | "statement" | "when" | "unless" | "whole";
  /** Words that lead to the piece, one after the other; none where the clause is place enough. */
  readonly written: readonly string[];
}

/** The place of the piece's words, else of its clause, else of its declaration. */
export function placeOfPiece({ files }: Analysis, { at, clause, written }: Piece): Place {
  const file = files.get(at.file);
  const declaration = file?.node.declarations.find(({ start }) => {
    const place = placeAt(file.source, start);
    return place.line === at.line && place.column === at.column;
  });
  if (file === undefined || declaration === undefined) return at;
  const { start, end } = clauseOf(declaration, clause) ?? declaration;
  return placeAt(file.source, start + offsetOf(file.source.text.slice(start, end), written));
}

function clauseOf(declaration: Declaration, clause: Piece["clause"]): Clause | null {
  if (clause === "whole" || !("clauses" in declaration)) return null;
  const clauses: readonly Clause[] = declaration.clauses;
  return clauses.find((one) => (clause === "statement" ? isStatement(one) : one.kind === clause)) ?? null;
}

/** Where the last of the words stands that is there. Whole words only: `30` is not in `300`, and `59` not in `F59`. */
function offsetOf(text: string, words: readonly string[]): number {
  let found = 0;
  for (const word of words) {
    const literal = word.replace(/[^A-Za-z0-9 ]/g, String.raw`\$&`);
    const offset = new RegExp(`(?<![A-Za-z0-9_-])${literal}(?![A-Za-z0-9_-])`).exec(text.slice(found))?.index;
    if (offset !== undefined) found += offset;
  }
  return found;
}

/**
 * What the lines of a payer say. Its declared name is one of these texts (ruling 5 of "Where the contract is silent"), so
 * that a payer that is renamed keeps its lines only where its old name stays as an alias.
 */
import type { Analysis } from "../../analyse.js";
import type { PayerDeclaration } from "../../ast/nodes.js";
import { allOf } from "../../names/declared.js";

/** Whether an alias that is written covers a text; case does not count. */
export function coversText({ aliases }: PayerDeclaration, text: string): boolean {
  const lowered = text.toLowerCase();
  return aliases.some(({ text: alias }) => {
    const written = alias.toLowerCase();
    return written.endsWith("*") ? lowered.startsWith(written.slice(0, -1)) : lowered === written;
  });
}

/** Another payer whose lines say this text, in the order of names; null where there is none. */
export function payerSaying({ book }: Analysis, text: string, but: string): string | null {
  const other = allOf(book.declared, "payer").find(({ node }) => node.name.text !== but && coversText(node, text));
  return other?.node.name.text ?? null;
}

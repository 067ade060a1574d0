/**
 * What the lines of a payer say. Its declared name is one of these texts (ruling 5 of "Where the contract is silent"), so
 * that a payer that is renamed keeps its lines only where its old name stays as an alias.
 */
import type { Analysis } from "../../analyse.js";
import { allOf } from "../../names/declared.js";
import { coversText } from "../../names/payers.js";

/** Another payer whose lines say this text, in the order of names; null where there is none. */
export function payerSaying({ book }: Analysis, text: string, but: string): string | null {
  const other = allOf(book.declared, "payer").find(({ node }) => node.name.text !== but && coversText(node, text));
  return other?.node.name.text ?? null;
}

/** The order of a rule's clauses, as the contract has it (`language.md`, section 4). */
import type { Clause } from "../ast/nodes.js";

const ranks: { readonly [K in Clause["kind"]]?: number } = {
  for: 0,
  in: 1,
  rows: 2,
  effective: 3,
  because: 4,
  when: 6,
  unless: 7,
  outcome: 8,
  suggest: 9,
};

/** The place of a clause in the contract's order; a statement stands between the citations and the conditions. */
export function rankOf({ kind }: Pick<Clause, "kind">): number {
  return ranks[kind] ?? 5;
}

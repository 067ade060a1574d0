/** A modifier of two digits that does not exist: most likely digits that were swapped. Those with letters are too many to know. */
import type { Clause, Condition, Value } from "../../ast/nodes.js";
import { leavesOf } from "../../checks/condition-list.js";
import { partsOf } from "../../names/statement-parts.js";
import { isStatement } from "../../names/versions.js";
import { stretchOf } from "../../source/source.js";
import { declarationLint } from "../lint.js";

const numeric = new Set(
  (
    "22 23 24 25 26 27 32 33 47 50 51 52 53 54 55 56 57 58 59 62 63 66 73 74 76 77 78 79 80 81 82 " +
    "90 91 92 93 95 96 97 99"
  ).split(" "),
);

export const noSuchModifier = declarationLint(
  {
    code: "no-such-modifier",
    severity: "warning",
    message: (p: { modifier: string }) => `no modifier ${p.modifier} is in use; correct its digits`,
  },
  ["modifiers", "rule", "override"],
  (_, { source, node }, found) => {
    const written =
      node.kind === "modifiers" ? node.set.items.map(({ value }) => value) : node.clauses.flatMap(modifiersIn);
    for (const value of written) {
      if (value.kind !== "word" || !/^\d\d$/.test(value.text) || numeric.has(value.text)) continue;
      found(stretchOf(source, value), { modifier: value.text });
    }
  },
);

/** What stands in a clause where a modifier must. */
function modifiersIn(clause: Clause): readonly Value[] {
  if (clause.kind === "suggest") return clause.suggestion.kind === "modifier" ? [clause.suggestion.modifier] : [];
  return conditionsIn(clause)
    .flatMap(leavesOf)
    .flatMap((leaf) => (leaf.kind === "membership" && /^modifiers?$/.test(leaf.field.text) ? leaf.values : []));
}

function conditionsIn(clause: Clause): readonly Condition[] {
  if (clause.kind === "when" || clause.kind === "unless") return [clause.condition];
  if (!isStatement(clause)) return [];
  const { codes, condition } = partsOf(clause);
  return [...codes.flatMap(({ having }) => having ?? []), ...(condition === null ? [] : [condition.of])];
}

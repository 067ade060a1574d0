/** Conditions as text. */
import type { Condition, SideWord } from "../ast/nodes.js";
import { joined, valueOf } from "./words.js";

/** `(units > 4 or amount >= $5,000) and not modifier is 26` */
export function conditionOf(condition: Condition): string {
  switch (condition.kind) {
    case "and":
      return condition.of.map(partOf).join(" and ");
    case "or":
      return condition.of.map(partOf).join(" or ");
    case "not":
      return `not ${partOf(condition.of)}`;
    case "membership": {
      const { field, word, values, side } = condition;
      return joined(field.text, word, values.map(valueOf).join(", "), sideOf(side));
    }
    case "comparison": {
      const { left, comparison, right, side } = condition;
      return joined(valueOf(left), comparison, valueOf(right), sideOf(side));
    }
    case "presence":
      return joined(condition.field.text, "is", condition.is, sideOf(condition.side));
  }
}

/** Within another condition, what joins two stands in parentheses. */
function partOf(condition: Condition): string {
  const text = conditionOf(condition);
  return condition.kind === "and" || condition.kind === "or" ? `(${text})` : text;
}

function sideOf(side: SideWord | null): string | null {
  if (side === null) return null;
  return side === "other" ? "on the other line" : "on either line";
}

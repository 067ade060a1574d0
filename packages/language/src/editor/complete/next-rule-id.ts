/** The id that a new rule most likely gets: the pattern of the others, with the next number that is free. */
import { compareBytes } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";

/** `RO-104` where `RO-101` to `RO-103` are taken; `R-1` in an empty rulebook. */
export function nextRuleId(analysis: Analysis): string {
  const highest = new Map<string, { count: number; number: number; width: number }>();
  for (const { rule } of analysis.book.rules) {
    const [, stem = "", digits = ""] = /^(.*?)(\d+)$/.exec(rule.node.name.text) ?? [];
    if (stem === "" || digits.length > 9) continue;
    const known = highest.get(stem) ?? { count: 0, number: 0, width: 0 };
    highest.set(stem, {
      count: known.count + 1,
      number: Math.max(known.number, Number(digits)),
      width: Math.max(known.width, digits.length),
    });
  }
  const [best] = [...highest].sort(
    ([left, one], [right, other]) => other.count - one.count || compareBytes(left, right),
  );
  if (best === undefined) return "R-1";
  const [stem, { number, width }] = best;
  for (let next = number + 1; ; next++) {
    const id = `${stem}${String(next).padStart(width, "0")}`;
    if (!analysis.book.declared.has(id)) return id;
  }
}

/** Which rule a place of a file speaks of: the one that is named there, or whose declaration, override, waiver or test it is. */
import type { Analysis } from "../analyse.js";
import { declarationAt } from "./declaration-at.js";
import { nameAt } from "./names-at.js";

/** The rule's id; null where the place speaks of none. */
export function ruleAt(analysis: Analysis, path: string, offset: number): string | null {
  const target = nameAt(analysis, path, offset)?.target;
  if (target?.kind === "declared" && target.what === "rule") return target.name;
  const around = declarationAt(analysis, path, offset);
  switch (around?.kind) {
    case "rule":
      return around.name.text;
    case "override":
    case "waive":
      return around.rule.text;
    case "test": {
      const named = around.expectations.filter((one) => one.kind !== "expect-nothing");
      const here = named.find(({ start, end }) => start <= offset && offset <= end) ?? named[0];
      return here?.rule.text ?? null;
    }
    default:
      return null;
  }
}

/**
 * Which rules of a compiled rulebook name a code, and as what: for whoever hears that something has become of the code.
 * A code that a set holds until some date is named; one that only makes an episode, or is any code, is not.
 */
import type { Rule, Rulebook } from "@edict/rulebook";
import { placeOf } from "../names/sets/blocks.js";
import type { CodeRole, CodeUse } from "./code-uses.js";
import { codeUses, namesCode } from "./code-uses.js";

/** What a code is to a rule that names it; `row` where it is a cell that the rule reads, of a table written in the rules. */
export type NamingRole = Exclude<CodeRole, "episode"> | "row";

export interface NamingRule {
  readonly rule: Rule;
  /** Each once, in the order of `CodeRole`, a row last. */
  readonly roles: readonly NamingRole[];
}

const roleOrder: readonly NamingRole[] = ["subject", "companion", "ratio", "condition", "suggestion", "row"];

/** Answers for a code the rules that name it, in the order of the rulebook. */
export function rulesNaming(rulebook: Rulebook): (code: string) => readonly NamingRule[] {
  const usesOf = codeUses(rulebook);
  const rules = rulebook.rules.map((rule) => ({ rule, uses: usesOf(rule) }));
  const known = new Map<string, readonly NamingRule[]>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const place = placeOf("codes", code);
    const found = rules.flatMap(({ rule, uses }) => {
      if (place === null) return [];
      const naming = new Set(uses.filter((use) => namesCode(use, code, place)).map(roleOf));
      const roles = roleOrder.filter((role) => naming.has(role));
      return roles.length === 0 ? [] : [{ rule, roles }];
    });
    known.set(code, found);
    return found;
  };
}

function roleOf({ role, through }: CodeUse): NamingRole | "episode" {
  return through.kind === "column" && role !== "episode" ? "row" : role;
}

/**
 * Which rules of a compiled rulebook name a code, and as what: for whoever hears that something has become of the code.
 * Every version of a rule is looked at, as written and as overridden, and every day: a code that a set holds until some
 * date is named. `any code` names none.
 */
import type { Clauses, CodeChoice, Condition, Lines, Rule, Rulebook, Suggestion } from "@edict/rulebook";
import { CodeSpans } from "./code-spans.js";
import { conditionsIn } from "./conditions-in.js";

/**
 * What a code is to a rule: of its subjects, their companions, the lines that a ratio counts, a condition, what it
 * suggests, or a cell of a table that is written in the rules.
 */
export type CodeRole = "subject" | "companion" | "ratio" | "condition" | "suggestion" | "row";

export interface NamingRule {
  readonly rule: Rule;
  /** Each once, in the order of `CodeRole`. */
  readonly roles: readonly CodeRole[];
}

/** Answers for a code the rules that name it, in the order of the rulebook. */
export function rulesNaming(rulebook: Rulebook): (code: string) => readonly NamingRule[] {
  const rules = rulebook.rules.map((rule) => ({ rule, uses: usesOf(rule, rulebook) }));
  const known = new Map<string, readonly NamingRule[]>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const found = rules.flatMap(({ rule, uses }) => {
      const roles = roleOrder.filter((role) => uses.some((use) => use.role === role && use.holds(code)));
      return roles.length === 0 ? [] : [{ rule, roles }];
    });
    known.set(code, found);
    return found;
  };
}

/** The tables that a rule reads, as written or as overridden, by name. */
export function tablesOf({ clauses, overrides }: Rule): ReadonlySet<string> {
  const names = new Set<string>();
  for (const version of [clauses, ...overrides.map((override) => override.clauses)]) {
    if (version.table !== null) names.add(version.table);
    for (const condition of conditionsOf(version)) if (condition.kind === "row") names.add(condition.table);
  }
  return names;
}

interface Use {
  readonly role: CodeRole;
  readonly holds: (code: string) => boolean;
}

const roleOrder: readonly CodeRole[] = ["subject", "companion", "ratio", "condition", "suggestion", "row"];

function usesOf({ clauses, overrides }: Rule, rulebook: Rulebook): readonly Use[] {
  return [clauses, ...overrides.map((override) => override.clauses)].flatMap((version) => {
    const lines = version.checks.flatMap((check): (Use | null)[] => {
      switch (check.kind) {
        case "line":
          return [linesUse("subject", check.subject, rulebook)];
        case "companion":
          return [linesUse("subject", check.subject, rulebook), linesUse("companion", check.companion, rulebook)];
        case "count":
          return [
            linesUse("subject", check.subject, rulebook),
            check.allowance.forEvery === null ? null : linesUse("ratio", check.allowance.forEvery.lines, rulebook),
          ];
      }
    });
    const conditions = conditionsOf(version).map((condition) => conditionUse(condition, rulebook));
    const others = [suggestionUse(version.suggest), rowUse(version.table, rulebook)];
    return [...lines, ...conditions, ...others].filter((use) => use !== null);
  });
}

function linesUse(role: CodeRole, { codes }: Lines, rulebook: Rulebook): Use {
  const named = spansOf(codes, rulebook);
  const except = codes.except === null ? null : spansOf(codes.except, rulebook);
  return { role, holds: (code) => named.holds(code) && except?.holds(code) !== true };
}

function spansOf({ sets, spans }: Pick<CodeChoice, "sets" | "spans">, { codes }: Rulebook): CodeSpans {
  const named = new Set(sets);
  return new CodeSpans([...spans, ...codes.flatMap((set) => (named.has(set.name) ? set.spans : []))]);
}

function conditionsOf({ checks, when, unless }: Clauses): readonly Condition[] {
  const written = checks.flatMap((check) => {
    switch (check.kind) {
      case "line":
        return [check.subject.having, check.requires];
      case "companion":
        return [check.subject.having, check.companion.having];
      case "count":
        return [check.subject.having, check.allowance.forEvery?.lines.having ?? null];
    }
  });
  return [...written, when, unless].flatMap((condition) => (condition === null ? [] : conditionsIn(condition)));
}

function conditionUse(condition: Condition, rulebook: Rulebook): Use | null {
  if (condition.kind === "in" && condition.values.kind === "codes") {
    const spans = spansOf(condition.values, rulebook);
    return { role: "condition", holds: (code) => spans.holds(code) };
  }
  if (condition.kind === "row") return rowUse(condition.table, rulebook);
  if (condition.kind !== "compare") return null;
  const written = [condition.left, condition.right].flatMap((side) => (side.kind === "code" ? [side.value] : []));
  return { role: "condition", holds: (code) => written.includes(code) };
}

function suggestionUse(suggest: Suggestion | null): Use | null {
  if (suggest?.kind !== "replace") return null;
  return { role: "suggestion", holds: (code) => suggest.code === code };
}

/** The cells of a table that stands in a file are not known here. */
function rowUse(name: string | null, { tables }: Rulebook): Use | null {
  const table = tables.find((candidate) => candidate.name === name);
  if (table?.source.kind !== "rows") return null;
  const ofCodes = table.columns.flatMap(({ type }, place) => (type === "code" ? [place] : []));
  const codes = new Set(table.source.rows.flatMap((row) => ofCodes.map((place) => row[place] ?? null)));
  return { role: "row", holds: (code) => codes.has(code) };
}

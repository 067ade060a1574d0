/**
 * Which rules compare sources, and which sources each of them names: the texts that its conditions compare with a field of
 * type `source` (`docs/reconciling.md`).
 */
import type { Check, Clauses, Condition, Rule, Rulebook } from "@edict/rulebook";
import { compareBytes, sourceFields } from "@edict/rulebook";

/** A rule that compares sources. */
export interface ComparingRule {
  readonly rule: Rule;
  /** All that it and its overrides name, by bytes; none where it is about whatever sources there are. */
  readonly sources: readonly string[];
}

/** The rules that compare sources, and those that do not. */
export interface RulesBySources {
  readonly comparing: readonly ComparingRule[];
  readonly others: readonly Rule[];
}

/** Parts the rules by whether they need to know the source of a line. */
export function rulesBySources(rulebook: Rulebook): RulesBySources {
  const fields = new Set(sourceFields(rulebook.fields));
  const comparing: ComparingRule[] = [];
  const others: Rule[] = [];
  for (const rule of rulebook.rules) {
    const needed = rule.needs.some(({ anyOf }) => anyOf.some((field) => fields.has(field)));
    if (needed) comparing.push({ rule, sources: sourcesOfRule(rule, fields) });
    else others.push(rule);
  }
  return { comparing, others };
}

function sourcesOfRule({ clauses, overrides }: Rule, fields: ReadonlySet<string>): string[] {
  const versions = [clauses, ...overrides.map((override) => override.clauses)];
  return [...new Set(versions.flatMap((version) => sourcesNamed(version, fields)))].sort(compareBytes);
}

/** The sources that clauses name, each once, in their order. */
export function sourcesNamed(clauses: Clauses, fields: ReadonlySet<string>): readonly string[] {
  const conditions = [clauses.when, clauses.unless, ...clauses.checks.flatMap(conditionsOf)];
  return [...new Set(conditions.flatMap((condition) => (condition === null ? [] : namedIn(condition, fields))))];
}

function conditionsOf(check: Check): readonly (Condition | null)[] {
  switch (check.kind) {
    case "line":
      return [check.subject.having, check.requires];
    case "companion":
      return [check.subject.having, check.companion.having];
    case "count": {
      const { forEvery } = check.allowance;
      return [check.subject.having, forEvery?.lines.having ?? null];
    }
  }
}

function namedIn(condition: Condition, fields: ReadonlySet<string>): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((one) => namedIn(one, fields));
    case "not":
      return namedIn(condition.of, fields);
    case "in":
      return fields.has(condition.field) && condition.values.kind === "plain"
        ? condition.values.values.map((value) => String(value))
        : [];
    case "compare": {
      const { left, right } = condition;
      const sides = [left, right];
      if (!sides.some((side) => side.kind === "field" && fields.has(side.field))) return [];
      return sides.flatMap((side) => (side.kind === "text" ? [side.value] : []));
    }
    case "presence":
      return [];
    case "row":
      return namedIn(condition.where, fields);
  }
}

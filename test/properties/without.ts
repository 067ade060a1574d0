/**
 * A case without some one thing of the language. Where its findings are others than with it, the thing had a hand in
 * them; that is a stronger count than that it stood in a rule.
 */
import type { Cell, Check, Clauses, ColumnType, Condition, Duration, Lines, Pick, Rulebook } from "@edict/rulebook";
import type { Case } from "../random/index.js";

/** By the name under which it is counted. */
export const without: { readonly [thing: string]: (drawn: Case) => Case } = {
  remainder: ofRatio((ratio) => ({ ...ratio, remainder: null })),
  "but at least": ofRatio((ratio) => ({ ...ratio, atLeast: null })),
  "all lines": (drawn) =>
    withChecks(drawn, (check) => (check.kind === "count" ? { ...check, allLines: false } : check)),
  "a waiver": (drawn) => withRules(drawn, (rule) => ({ ...rule, waivers: [] })),
  "an override": (drawn) => withRules(drawn, (rule) => ({ ...rule, overrides: [] })),
  "an override dated by the row": (drawn) =>
    withRules(drawn, (rule) => ({
      ...rule,
      overrides: rule.overrides.filter(({ reach }) => reach.effective?.from?.kind !== "row"),
    })),
  "a waiver dated by the row": (drawn) =>
    withRules(drawn, (rule) => ({
      ...rule,
      waivers: rule.waivers.filter(({ reach }) => reach.effective?.from?.kind !== "row"),
    })),
  having: (drawn) => withLines(drawn, (lines) => ({ ...lines, having: null })),
  first: ofPick("first"),
  last: ofPick("last"),
  "on the other line": ofSide("other"),
  "on either line": ofSide("either"),
  "is missing": (drawn) =>
    withConditions(drawn, (one) => (one.kind === "presence" && one.is === "missing" ? never : one)),
  "is present": (drawn) =>
    withConditions(drawn, (one) => (one.kind === "presence" && one.is === "present" ? never : one)),
  "a row of a table": (drawn) => withConditions(drawn, (one) => (one.kind === "row" ? never : one)),
  "the nearest code": (drawn) =>
    withClauses(drawn, (clauses) =>
      clauses.suggest?.kind === "nearest-code" ? { ...clauses, suggest: null } : clauses,
    ),
  not: (drawn) => withConditions(drawn, (one) => (one.kind === "not" ? one.of : one)),
  "dates of an item": ofDatedItems,
  "a credit": (drawn) => ({ ...drawn, lines: drawn.billed.filter(({ units }) => units >= 0) }),
  ...Object.fromEntries(
    (["days", "weeks", "months", "years"] as const).flatMap((unit) => [
      [`a window of scope in ${unit}`, ofScopeWindow(unit)],
      [`per window in ${unit}`, ofWindow(unit)],
      [`an episode in ${unit}`, ofEpisode(unit)],
    ]),
  ),
  ...Object.fromEntries(
    (["code", "date", "diagnosis", "number", "text"] as const).map((type) => [`a blank cell: ${type}`, ofBlanks(type)]),
  ),
};

/** A condition that no line passes. */
const never: Condition = { kind: "any", of: [] };

type RatioChange = (ratio: NonNullable<AllowanceOf["forEvery"]>) => NonNullable<AllowanceOf["forEvery"]>;
type AllowanceOf = Extract<Check, { readonly kind: "count" }>["allowance"];

function ofRatio(change: RatioChange): (drawn: Case) => Case {
  return (drawn) =>
    withChecks(drawn, (check) => {
      if (check.kind !== "count" || check.allowance.forEvery === null) return check;
      return { ...check, allowance: { ...check.allowance, forEvery: change(check.allowance.forEvery) } };
    });
}

function ofPick(pick: Pick): (drawn: Case) => Case {
  return (drawn) =>
    withChecks(drawn, (check) => (check.kind !== "count" && check.pick === pick ? { ...check, pick: "each" } : check));
}

function ofSide(side: "other" | "either"): (drawn: Case) => Case {
  return (drawn) =>
    withConditions(drawn, (one) => ("on" in one && one.on === side ? { ...one, on: "subject" as const } : one));
}

function ofScopeWindow(unit: Duration["unit"]): (drawn: Case) => Case {
  return (drawn) =>
    withChecks(drawn, (check) => {
      if (check.kind !== "companion") return check;
      const windows = check.scope.windows.filter(({ min, max }) => min.unit !== unit && max?.unit !== unit);
      return { ...check, scope: { ...check.scope, windows } };
    });
}

function ofWindow(unit: Duration["unit"]): (drawn: Case) => Case {
  return (drawn) =>
    withChecks(drawn, (check) => {
      if (check.kind !== "count" || check.per.by.kind !== "window" || check.per.by.length.unit !== unit) return check;
      return { ...check, per: { ...check.per, by: { kind: "day" } } };
    });
}

/** With no idle days at all, or for a day alone. */
function ofEpisode(unit: Duration["unit"]): (drawn: Case) => Case {
  return (drawn) =>
    withRulebook(drawn, {
      episodes: drawn.rulebook.episodes.map((episode) => {
        const { ends } = episode;
        if (ends.kind === "idle" && ends.after.unit === unit) {
          return { ...episode, ends: { ...ends, after: { count: 0, unit: "days" as const } } };
        }
        if (ends.kind === "lasts" && ends.length.unit === unit) {
          return { ...episode, ends: { ...ends, length: { count: 1, unit: "days" as const } } };
        }
        return episode;
      }),
    });
}

function ofDatedItems(drawn: Case): Case {
  const undated = drawn.rulebook.codes.map((set) => ({
    ...set,
    spans: set.spans.map((span) => ({ ...span, from: null, until: null })),
  }));
  return withRulebook(drawn, { codes: undated });
}

const filled: { readonly [T in ColumnType]: Cell } = {
  code: "77300",
  date: "2026-02-14",
  diagnosis: "C61",
  number: 1,
  text: "x",
};

/** With something in each blank cell of a type. */
function ofBlanks(type: ColumnType): (drawn: Case) => Case {
  return (drawn) => {
    const columnsOf = new Map(drawn.rulebook.tables.map(({ name, columns }) => [name, columns]));
    const fill = (table: string, rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] =>
      rows.map((row) =>
        row.map((cell, at) => (cell === null && columnsOf.get(table)?.[at]?.type === type ? filled[type] : cell)),
      );
    const written = withRulebook(drawn, {
      tables: drawn.rulebook.tables.map((table) =>
        table.source.kind === "file"
          ? table
          : { ...table, source: { kind: "rows", rows: fill(table.name, table.source.rows) } },
      ),
    });
    return { ...written, tables: new Map([...drawn.tables].map(([name, rows]) => [name, fill(name, rows)])) };
  };
}

function withRulebook(drawn: Case, changed: Partial<Rulebook>): Case {
  return { ...drawn, rulebook: { ...drawn.rulebook, ...changed } };
}

function withRules(drawn: Case, change: (rule: Rulebook["rules"][number]) => Rulebook["rules"][number]): Case {
  return withRulebook(drawn, { rules: drawn.rulebook.rules.map(change) });
}

function withClauses(drawn: Case, change: (clauses: Clauses) => Clauses): Case {
  return withRules(drawn, (rule) => ({
    ...rule,
    clauses: change(rule.clauses),
    overrides: rule.overrides.map((one) => ({ ...one, clauses: change(one.clauses) })),
  }));
}

function withChecks(drawn: Case, change: (check: Check) => Check): Case {
  return withClauses(drawn, (clauses) => ({ ...clauses, checks: clauses.checks.map(change) }));
}

function withLines(drawn: Case, change: (lines: Lines) => Lines): Case {
  return withChecks(drawn, (check) => {
    switch (check.kind) {
      case "line":
        return { ...check, subject: change(check.subject) };
      case "companion":
        return { ...check, subject: change(check.subject), companion: change(check.companion) };
      case "count": {
        const { forEvery } = check.allowance;
        const ratio = forEvery === null ? null : { ...forEvery, lines: change(forEvery.lines) };
        return { ...check, subject: change(check.subject), allowance: { ...check.allowance, forEvery: ratio } };
      }
    }
  });
}

/** Every condition, wherever it stands, the inner ones first. */
function withConditions(drawn: Case, change: (condition: Condition) => Condition): Case {
  const deep = (condition: Condition): Condition => {
    switch (condition.kind) {
      case "all":
      case "any":
        return change({ ...condition, of: condition.of.map(deep) });
      case "not":
        return change({ ...condition, of: deep(condition.of) });
      case "row":
        return change({ ...condition, where: deep(condition.where) });
      default:
        return change(condition);
    }
  };
  const orNone = (condition: Condition | null): Condition | null => condition && deep(condition);
  const narrowed = withLines(drawn, (lines) => ({ ...lines, having: orNone(lines.having) }));
  const required = withChecks(narrowed, (check) =>
    check.kind === "line" ? { ...check, requires: orNone(check.requires) } : check,
  );
  return withClauses(required, (clauses) => ({
    ...clauses,
    when: orNone(clauses.when),
    unless: orNone(clauses.unless),
  }));
}

/**
 * Where codes stand in a rule, and as what: each set, list of codes or column of a table that a clause names, with the
 * codes that it comes to. Every version of a rule is looked at, as written and as overridden, and every day.
 */
import type { Check, Clauses, CodeChoice, CodeSpan, Condition, Lines, Rule, Rulebook } from "@edict/rulebook";
import { parseIsoDate } from "@edict/rulebook";
import type { Blocks } from "../names/sets/blocks.js";
import { blockOf, holdsPlace } from "../names/sets/blocks.js";
import { always, settle } from "../names/sets/settle.js";
import { conditionWords } from "../plain-words/condition.js";

/**
 * What a code is to a rule: of its subjects, their companions, the lines that a ratio counts, the lines that make an
 * episode which the rule looks within, a condition, or what it suggests. In the order in which a reader asks.
 */
export const codeRoles = ["subject", "companion", "ratio", "episode", "condition", "suggestion"] as const;

export type CodeRole = (typeof codeRoles)[number];

/** A set, the codes written in the rule, or a column of its table, in one role. */
export interface CodeUse {
  readonly rule: Rule;
  /** The override whose clause names it, where the rule's own do not. */
  readonly override: string | null;
  readonly role: CodeRole;
  readonly through: Through;
  /** What narrows it, in words. */
  readonly having: string | null;
}

/** The blocks of a set and of codes are what `except` leaves of them; those of `any code` are what it leaves out. */
export type Through =
  | { readonly kind: "set"; readonly name: string; readonly blocks: Blocks }
  | { readonly kind: "written"; readonly spans: readonly CodeSpan[]; readonly blocks: Blocks }
  /** The cells of a table that stands in a file are not known here. */
  | { readonly kind: "column"; readonly table: string; readonly column: string; readonly codes: ReadonlySet<string> }
  | { readonly kind: "any"; readonly blocks: Blocks };

/** Whether the use names a code, which stands at a place among all codes. `any code` names none. */
export function namesCode({ through }: CodeUse, code: string, place: string): boolean {
  switch (through.kind) {
    case "set":
    case "written":
      return holdsPlace(through.blocks, place);
    case "column":
      return through.codes.has(code);
    case "any":
      return false;
  }
}

/** Answers for a rule of a rulebook every use of codes by it and by its overrides, each once. */
export function codeUses(rulebook: Rulebook): (rule: Rule) => readonly CodeUse[] {
  const ground = groundOf(rulebook);
  return (rule) => {
    const known = new Set<string>();
    const versions = [
      { override: null, clauses: rule.clauses },
      ...rule.overrides.map(({ label, clauses }) => ({ override: label, clauses })),
    ];
    return versions.flatMap(({ override, clauses }) =>
      usesOfClauses(clauses, ground).flatMap((use): readonly CodeUse[] => {
        const key = JSON.stringify(use);
        if (known.has(key)) return [];
        known.add(key);
        return [{ rule, override, ...use }];
      }),
    );
  };
}

/** The blocks of spans, as `settle` takes them. */
export function blocksOfSpans(spans: readonly CodeSpan[]): Blocks {
  return spans.flatMap(({ first, last, from, until }) => {
    const days = { from: dayOf(from) ?? always.from, until: dayOf(until) ?? always.until };
    const block = blockOf("codes", first, last, days);
    return typeof block === "string" ? [] : [block];
  });
}

function dayOf(date: string | null): number | null {
  return date === null ? null : parseIsoDate(date);
}

/** What names of a rulebook come to, worked out once each. */
interface Ground {
  readonly blocksOfSet: (name: string) => Blocks;
  readonly codesOfColumn: (table: string, column: string) => ReadonlySet<string>;
  readonly codesOfEpisode: (name: string) => CodeChoice | null;
}

function groundOf({ codes, tables, episodes }: Rulebook): Ground {
  const sets = new Map(codes.map(({ name, spans }) => [name, blocksOfSpans(spans)]));
  const columns = new Map<string, ReadonlySet<string>>();
  return {
    blocksOfSet: (name) => sets.get(name) ?? [],
    codesOfColumn: (name, column) => {
      const key = `${name}\n${column}`;
      const known = columns.get(key);
      if (known !== undefined) return known;
      const table = tables.find((one) => one.name === name);
      const at = table?.columns.findIndex((one) => one.name === column) ?? -1;
      const rows = table?.source.kind === "rows" ? table.source.rows : [];
      const cells = new Set(rows.map((row) => row[at]).filter((cell) => typeof cell === "string"));
      columns.set(key, cells);
      return cells;
    },
    codesOfEpisode: (name) => episodes.find((one) => one.name === name)?.codes ?? null,
  };
}

type Use = Omit<CodeUse, "rule" | "override">;

function usesOfClauses(clauses: Clauses, ground: Ground): readonly Use[] {
  const { checks, when, unless, suggest, table } = clauses;
  const conditions = [when, unless].filter((condition) => condition !== null);
  return [
    ...checks.flatMap((check) => usesOfCheck(check, ground, table)),
    ...conditions.flatMap((condition) => usesOfCondition(condition, ground, table)),
    ...(suggest?.kind === "replace" ? [writtenUse("suggestion", [spanOfCode(suggest.code)])] : []),
    ...(suggest?.kind === "replace-row" ? columnUses("suggestion", [suggest.column], ground, table) : []),
  ];
}

function usesOfCheck(check: Check, ground: Ground, table: string | null): readonly Use[] {
  const of = (role: CodeRole, lines: Lines): readonly Use[] => usesOfLines(role, lines, ground, table);
  switch (check.kind) {
    case "line": {
      const required = check.requires === null ? [] : usesOfCondition(check.requires, ground, table);
      return [...of("subject", check.subject), ...required];
    }
    case "companion":
      return [
        ...of("subject", check.subject),
        ...of("companion", check.companion),
        ...usesOfEpisode(check.scope.episode, ground),
      ];
    case "count": {
      const { forEvery } = check.allowance;
      const episode = check.per.by.kind === "episode" ? check.per.by.episode : null;
      return [
        ...of("subject", check.subject),
        ...(forEvery === null ? [] : of("ratio", forEvery.lines)),
        ...usesOfEpisode(episode, ground),
      ];
    }
  }
}

function usesOfEpisode(name: string | null, ground: Ground): readonly Use[] {
  const codes = name === null ? null : ground.codesOfEpisode(name);
  return codes === null ? [] : usesOfChoice("episode", codes, ground, null, null);
}

function usesOfLines(role: CodeRole, { codes, having }: Lines, ground: Ground, table: string | null): readonly Use[] {
  const words = having === null ? null : conditionWords(having);
  const narrowing = having === null ? [] : usesOfCondition(having, ground, table);
  return [...usesOfChoice(role, codes, ground, table, words), ...narrowing];
}

function usesOfChoice(
  role: CodeRole,
  { any, sets, spans, columns, except }: CodeChoice,
  ground: Ground,
  table: string | null,
  having: string | null,
): readonly Use[] {
  const out = except === null ? [] : [...except.sets.flatMap(ground.blocksOfSet), ...blocksOfSpans(except.spans)];
  return [
    ...(any ? [{ role, through: { kind: "any", blocks: settle(out, []) } as const, having }] : []),
    ...sets.map((name): Use => {
      const blocks = settle(ground.blocksOfSet(name), out);
      return { role, through: { kind: "set", name, blocks }, having };
    }),
    ...(spans.length === 0 ? [] : [writtenUse(role, spans, out, having)]),
    ...columnUses(role, columns, ground, table, having),
  ];
}

function writtenUse(role: CodeRole, spans: readonly CodeSpan[], out: Blocks = [], having: string | null = null): Use {
  return { role, through: { kind: "written", spans, blocks: settle(blocksOfSpans(spans), out) }, having };
}

function columnUses(
  role: CodeRole,
  columns: readonly string[],
  ground: Ground,
  table: string | null,
  having: string | null = null,
): readonly Use[] {
  if (table === null) return [];
  return columns.map((column) => {
    const codes = ground.codesOfColumn(table, column);
    return { role, through: { kind: "column", table, column, codes }, having };
  });
}

/** Codes that a condition asks for, of whichever line. */
function usesOfCondition(condition: Condition, ground: Ground, table: string | null): readonly Use[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((part) => usesOfCondition(part, ground, table));
    case "not":
      return usesOfCondition(condition.of, ground, table);
    case "in": {
      const { values } = condition;
      if (values.kind !== "codes") return [];
      return usesOfChoice("condition", { label: "", any: false, except: null, ...values }, ground, table, null);
    }
    case "row":
      return usesOfCondition(condition.where, ground, condition.table);
    case "compare": {
      const sides = [condition.left, condition.right];
      const ofCode = sides.some((side) => side.kind === "field" && side.field === "code");
      return sides.flatMap((side): readonly Use[] => {
        if (side.kind === "code") return [writtenUse("condition", [spanOfCode(side.value)])];
        return side.kind === "row" && ofCode ? columnUses("condition", [side.column], ground, table) : [];
      });
    }
    case "presence":
      return [];
  }
}

function spanOfCode(code: string): CodeSpan {
  return { first: code, last: code, from: null, until: null };
}

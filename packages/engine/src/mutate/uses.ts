/** Which declarations a rule rests on: what names it, and what the episodes that it names are made of. */
import type {
  Check,
  Clauses,
  CodeSpan,
  Condition,
  DiagnosisSpan,
  Episode,
  Lines,
  ModifierSpan,
  Reach,
  Rule,
  Rulebook,
} from "@edict/rulebook";
import type { Items } from "./items.js";

/** A list in which sets are named, less another. */
export interface Listed<Span> {
  readonly items: Items<Span>;
  readonly less: Items<Span> | null;
}

/** Names of declarations, by kind. */
export interface Uses {
  readonly codes: ReadonlySet<string>;
  readonly diagnoses: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
  readonly episodes: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  /** Every list of the rule that may name sets. */
  readonly lists: {
    readonly codes: readonly Listed<CodeSpan>[];
    readonly diagnoses: readonly Listed<DiagnosisSpan>[];
    readonly modifiers: readonly Listed<ModifierSpan>[];
  };
}

/** The kinds of declarations among what a rule rests on. */
export type UsedKind = Exclude<keyof Uses, "lists">;

/** What a rule rests on, with its overrides and waivers. */
export function usesOf(rule: Rule, rulebook: Rulebook): Uses {
  const found = {
    codes: new Set<string>(),
    diagnoses: new Set<string>(),
    modifiers: new Set<string>(),
    settings: new Set<string>(),
    episodes: new Set<string>(),
    tables: new Set<string>(),
  };
  const codes: Listed<CodeSpan>[] = [];
  const diagnoses: Listed<DiagnosisSpan>[] = [];
  const modifiers: Listed<ModifierSpan>[] = [];
  const add = (kind: UsedKind, names: readonly string[]): void => names.forEach((name) => found[kind].add(name));

  const reach = ({ settings }: Reach): void => add("settings", settings);
  const clauses = (all: Clauses): void => {
    reach(all);
    if (all.table !== null) add("tables", [all.table]);
    all.checks.forEach(check);
    condition(all.when);
    condition(all.unless);
  };
  const choice = (one: Lines["codes"]): void => {
    const { sets, except } = one;
    add("codes", [...sets, ...(except?.sets ?? [])]);
    codes.push({ items: one, less: except });
    if (except !== null) codes.push({ items: except, less: null });
  };
  const lines = ({ codes, having }: Lines): void => {
    choice(codes);
    condition(having);
  };
  const episode = (name: string | null): void => {
    const declared = rulebook.episodes.find((one: Episode) => one.name === name);
    if (declared === undefined) return;
    add("episodes", [declared.name]);
    choice(declared.codes);
  };
  const check = (one: Check): void => {
    lines(one.subject);
    switch (one.kind) {
      case "line":
        condition(one.requires);
        return;
      case "companion":
        lines(one.companion);
        episode(one.scope.episode);
        return;
      case "count":
        if (one.allowance.forEvery !== null) lines(one.allowance.forEvery.lines);
        if (one.per.by.kind === "episode") episode(one.per.by.episode);
        return;
    }
  };
  const condition = (one: Condition | null): void => {
    if (one === null) return;
    switch (one.kind) {
      case "all":
      case "any":
        one.of.forEach(condition);
        return;
      case "not":
        condition(one.of);
        return;
      case "row":
        add("tables", [one.table]);
        condition(one.where);
        return;
      case "in":
        values(one.values);
        return;
      case "compare":
      case "presence":
        return;
    }
  };
  const values = (one: Extract<Condition, { readonly kind: "in" }>["values"]): void => {
    switch (one.kind) {
      case "codes":
        add("codes", one.sets);
        codes.push({ items: one, less: null });
        return;
      case "diagnoses":
        add("diagnoses", one.sets);
        diagnoses.push({ items: one, less: null });
        return;
      case "modifiers":
        add("modifiers", one.sets);
        modifiers.push({ items: one, less: null });
        return;
      case "settings":
        add("settings", one.names);
        // A cell may name any of them.
        if (one.columns.length > 0)
          add(
            "settings",
            rulebook.settings.map(({ name }) => name),
          );
        return;
      case "payers":
      case "bills":
      case "plain":
        return;
    }
  };

  clauses(rule.clauses);
  for (const override of rule.overrides) {
    reach(override.reach);
    clauses(override.clauses);
  }
  for (const waiver of rule.waivers) reach(waiver.reach);
  return { ...found, lists: { codes, diagnoses, modifiers } };
}

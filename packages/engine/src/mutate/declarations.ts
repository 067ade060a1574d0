/**
 * Sets, settings, episodes and tables with one slip. What is declared once is changed once, for all the rules that rest
 * on it: the slip is noticed where a test of any of them turns.
 */
import type { Declared, Episode, Rule, Rulebook, Setting } from "@edict/rulebook";
import { choiceEdits } from "./choices.js";
import type { Seen } from "./dates-seen.js";
import { isSeenBy } from "./dates-seen.js";
import type { Change, Edit } from "./edit.js";
import { edit, lifted, without } from "./edit.js";
import type { Surroundings } from "./items.js";
import type { MutatedDeclaration, Mutant } from "./mutant.js";
import type { Parts, SetUses } from "./sets.js";
import { setMutants } from "./sets.js";
import { durationWords, shiftedDurations } from "./shifts.js";
import { codeKind, diagnosisKind, modifierKind } from "./spans.js";
import { tableEdits } from "./tables.js";
import type { Listed, UsedKind, Uses } from "./uses.js";

/** A rule with what it rests on and the dates that it sees. */
export interface RuleFacts {
  readonly rule: Rule;
  readonly uses: Uses;
  readonly seen: Seen;
}

type SetKind = keyof SetParts;

/** Which sets are written in which, by kind; empty where that is not known. */
export interface SetParts {
  readonly codes: Parts;
  readonly diagnoses: Parts;
  readonly modifiers: Parts;
}

/** Every rulebook that differs from this one by one slip in a declaration that some rule rests on. */
export function declarationMutants(
  rulebook: Rulebook,
  facts: readonly RuleFacts[],
  around: Surroundings,
  parts: SetParts,
): readonly Mutant[] {
  const usersOf = (kind: UsedKind, names: ReadonlySet<string>): readonly RuleFacts[] =>
    facts.filter(({ uses }) => [...names].some((name) => uses[kind].has(name)));
  const usedBy =
    <Span>(kind: SetKind, listsOf: (uses: Uses) => readonly Listed<Span>[]) =>
    (names: ReadonlySet<string>): SetUses<Span> => {
      const users = usersOf(kind, names);
      return {
        isSeen: (from, until) => users.some(({ seen }) => isSeenBy(seen, from, until)),
        lists: users.flatMap(({ uses }) => listsOf(uses)),
      };
    };
  const mutant = (
    kind: MutatedDeclaration["kind"],
    { name, at }: Declared,
    change: Change,
    users: readonly RuleFacts[],
    changed: Rulebook,
  ): Mutant => ({
    declaration: { kind, name, at },
    at,
    clause: "whole",
    change,
    rules: users.map(({ rule }) => rule),
    rulebook: changed,
  });
  const each = <D extends Declared>(
    kind: MutatedDeclaration["kind"],
    used: UsedKind,
    declared: readonly D[],
    editsOf: (one: D, users: readonly RuleFacts[]) => readonly Edit<D>[],
    put: (all: readonly D[]) => Rulebook,
  ): readonly Mutant[] =>
    declared.flatMap((one, at) => {
      const users = usersOf(used, new Set([one.name]));
      if (users.length === 0) return [];
      return editsOf(one, users).map(({ value, change }) =>
        mutant(kind, one, change, users, put(declared.with(at, value))),
      );
    });
  return [
    ...setMutants(
      codeKind,
      "codes",
      rulebook.codes,
      parts.codes,
      usedBy("codes", ({ lists }) => lists.codes),
    ).map(({ set, edit: { value, change }, changed }) =>
      mutant("codes", set, change, usersOf("codes", changed), { ...rulebook, codes: value }),
    ),
    ...setMutants(
      diagnosisKind,
      "diagnoses",
      rulebook.diagnoses,
      parts.diagnoses,
      usedBy("diagnoses", ({ lists }) => lists.diagnoses),
    ).map(({ set, edit: { value, change }, changed }) =>
      mutant("diagnoses", set, change, usersOf("diagnoses", changed), { ...rulebook, diagnoses: value }),
    ),
    ...setMutants(
      modifierKind,
      "modifiers",
      rulebook.modifiers,
      parts.modifiers,
      usedBy("modifiers", ({ lists }) => lists.modifiers),
    ).map(({ set, edit: { value, change }, changed }) =>
      mutant("modifiers", set, change, usersOf("modifiers", changed), { ...rulebook, modifiers: value }),
    ),
    ...each("setting", "settings", rulebook.settings, settingEdits, (settings) => ({ ...rulebook, settings })),
    ...each(
      "episode",
      "episodes",
      rulebook.episodes,
      (episode) => episodeEdits(episode, around),
      (episodes) => ({ ...rulebook, episodes }),
    ),
    ...each("table", "tables", rulebook.tables, tableEdits, (tables) => ({ ...rulebook, tables })),
  ];
}

function settingEdits(setting: Setting): readonly Edit<Setting>[] {
  const { name, places, bills } = setting;
  const dropped = (what: string, value: string, changed: Setting): Edit<Setting> =>
    edit(changed, `setting ${name} with ${what} ${value}`, "without it", {
      written: value,
      shownBy: `a line with ${what} ${value}`,
    });
  return [
    ...places.map((place, at) => dropped("place", place, { ...setting, places: without(places, at) })),
    ...bills.flatMap((bill, at) =>
      bills.some((other) => other !== bill && bill.startsWith(other))
        ? []
        : [dropped("bill", bill, { ...setting, bills: without(bills, at) })],
    ),
  ];
}

function episodeEdits(episode: Episode, around: Surroundings): readonly Edit<Episode>[] {
  const { name, codes, ends } = episode;
  const ofCodes = lifted(choiceEdits(codes, `episode ${name} of`, around), (changed) => ({
    ...episode,
    codes: changed,
  }));
  const [duration, words] =
    ends.kind === "idle" ? [ends.after, "ends after" as const] : [ends.length, "lasts" as const];
  const ofDuration = shiftedDurations(duration, 1).map((value) =>
    edit<Episode>(
      { ...episode, ends: ends.kind === "idle" ? { kind: "idle", after: value } : { kind: "lasts", length: value } },
      `episode ${name} ${words} ${durationWords(duration)}`,
      durationWords(value),
      { written: String(duration.count), shownBy: `lines on both sides of the end of a ${name}` },
    ),
  );
  return [...ofCodes, ...ofDuration];
}

/** What the names mean that a rule and its overrides use, codes aside: payers, settings, episodes, diagnoses, modifiers, fields. */
import type { Check, Condition, InCondition, Reach, Rule, Rulebook } from "@edict/rulebook";
import type { Words } from "../markup/document.js";
import { bare } from "../markup/document.js";
import { durationWords, oneOf } from "../plain-words/phrases.js";
import { diagnosisSpanWords, modifierSpanWords, quoted } from "../plain-words/values.js";
import { conditionsOf } from "../naming/conditions-of.js";
import type { Reference } from "./reference.js";
import { nameLinks, spansLinks } from "./reference.js";

/** A row for each name: the name, and what it stands for. */
export function namesOfRule(reference: Reference, rule: Rule): readonly (readonly Words[])[] {
  const names = namesIn(rule);
  const { payers, settings, episodes, diagnoses, modifiers, fields } = reference.rulebook;
  const named = <T extends { readonly name: string }>(
    all: readonly T[],
    meaning: (one: T) => Words,
  ): readonly (readonly Words[])[] =>
    all.filter(({ name }) => names.has(name)).map((one) => [[bare(one.name)], meaning(one)]);
  return [
    ...named(payers, (payer) => [payerWords(payer)]),
    ...named(settings, (setting) => [settingWords(setting)]),
    ...named(episodes, (episode) => episodeWords(reference, episode)),
    ...named(diagnoses, ({ spans }) => [
      `${oneOf(spans.map(diagnosisSpanWords), "and") || "nothing"}, each with all that is more specific`,
    ]),
    ...named(modifiers, ({ spans }) => [`modifiers ${oneOf(spans.map(modifierSpanWords), "and") || "none"}`]),
    ...named(fields, ({ type }) => [
      type === "source"
        ? "the record that a line comes from, where records are compared"
        : `an extra column of ${type} in the charge file`,
    ]),
  ];
}

/** How a charge file spells a payer. */
export function payerWords({ name, aliases }: Rulebook["payers"][number]): string {
  const star = aliases.some((alias) => alias.endsWith("*")) ? "; the star stands for any ending" : "";
  return `in a charge file ${oneOf([name, ...aliases].map(quoted), "or")}, whatever the case${star}`;
}

/** Where a setting is. */
export function settingWords({ places, bills }: Rulebook["settings"][number]): string {
  const parts = [
    places.length === 0 ? null : `place of service ${oneOf(places, "or")}`,
    bills.length === 0 ? null : `type of bill ${oneOf(bills, "or")} and on`,
  ];
  return parts.filter((part) => part !== null).join(", or ");
}

function episodeWords(reference: Reference, { codes, ends }: Rulebook["episodes"][number]): Words {
  const chosen: Words = [
    ...(codes.any ? ["any code"] : []),
    ...nameLinks("by-set", codes.sets),
    ...(codes.sets.length > 0 && codes.spans.length > 0 ? [", "] : []),
    ...spansLinks(reference, codes.spans),
  ];
  return ends.kind === "idle"
    ? [
        "a run of a patient's lines of ",
        ...chosen,
        `; a line more than ${durationWords(ends.after)} after the last one starts the next`,
      ]
    : ["starts with a line of ", ...chosen, ` and lasts ${durationWords(ends.length)}, its first day included`];
}

/** Every name that a rule, an override or a waiver of it says. */
export function namesIn(rule: Rule): ReadonlySet<string> {
  const names = new Set<string>();
  const addReach = ({ payers, settings }: Reach): void => {
    for (const name of [...payers, ...settings]) names.add(name);
  };
  for (const clauses of [rule.clauses, ...rule.overrides.map(({ clauses: changed }) => changed)]) {
    addReach(clauses);
    for (const name of clauses.checks.flatMap(fieldsAndEpisodes)) names.add(name);
    for (const condition of conditionsOf(clauses)) for (const name of namesOf(condition)) names.add(name);
  }
  for (const { reach } of [...rule.overrides, ...rule.waivers]) addReach(reach);
  return names;
}

function fieldsAndEpisodes(check: Check): readonly string[] {
  switch (check.kind) {
    case "line":
      return [];
    case "companion":
      return [...check.scope.same, ...(check.scope.episode === null ? [] : [check.scope.episode])];
    case "count":
      return [...check.per.and, ...(check.per.by.kind === "episode" ? [check.per.by.episode] : [])];
  }
}

function namesOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "in":
      return [condition.field, ...namesAmong(condition)];
    case "compare":
      return [condition.left, condition.right].flatMap((side) => (side.kind === "field" ? [side.field] : []));
    case "presence":
      return [condition.field];
    case "row":
      return [condition.table];
    case "all":
    case "any":
    case "not":
      return [];
  }
}

function namesAmong({ values }: InCondition): readonly string[] {
  switch (values.kind) {
    case "diagnoses":
    case "modifiers":
      return values.sets;
    case "payers":
    case "settings":
      return values.names;
    case "codes":
    case "bills":
    case "plain":
      return [];
  }
}

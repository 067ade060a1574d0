/** What each set holds, and which rules use it: as what of a set of codes, in a condition of the other sets. */
import type { Rule } from "@edict/rulebook";
import type { Block, Page, Words } from "../markup/document.js";
import { heading, list, paragraph } from "../markup/document.js";
import { oneOf } from "../plain-words/phrases.js";
import { diagnosisSpanWords, modifierSpanWords } from "../plain-words/values.js";
import { namesIn } from "./names-of-rule.js";
import type { Reference } from "./reference.js";
import { ruleLink, spansLinks, wayAround } from "./reference.js";
import { roleWords } from "./role-words.js";

/** The page. */
export function bySet(reference: Reference): Page {
  const path = "by-set";
  const { codes, diagnoses, modifiers } = reference.rulebook;
  return {
    path,
    title: ["Rules by set"],
    blocks: [
      ...wayAround(path),
      paragraph("Sets within sets are unfolded. A date bounds an item by the date of service."),
      ...codes.flatMap((set) => setPart(set, spansLinks(reference, set.spans), usersOfCodes(reference, set.name))),
      ...diagnoses.flatMap((set) =>
        setPart(
          set,
          [`diagnoses ${oneOf(set.spans.map(diagnosisSpanWords), "and")}, each with all that is more specific`],
          usersOf(reference, set.name),
        ),
      ),
      ...modifiers.flatMap((set) =>
        setPart(set, [`modifiers ${oneOf(set.spans.map(modifierSpanWords), "and")}`], usersOf(reference, set.name)),
      ),
    ],
  };
}

interface AnySet {
  readonly name: string;
  readonly doc: string | null;
  readonly spans: readonly unknown[];
}

function setPart({ name, doc, spans }: AnySet, held: Words, users: readonly Words[]): readonly Block[] {
  return [
    heading(2, name),
    ...(doc === null ? [] : [paragraph(doc)]),
    paragraph(...(spans.length === 0 ? ["It holds nothing."] : held)),
    ...(users.length === 0 ? [paragraph("No rule names it.")] : list(users)),
  ];
}

function usersOfCodes(reference: Reference, name: string): readonly Words[] {
  const roles = new Map<Rule, Set<string>>();
  for (const { rule, role } of reference.usesOfSet.get(name) ?? []) {
    roles.set(rule, (roles.get(rule) ?? new Set()).add(roleWords[role]));
  }
  return [...roles].map(([rule, words]) => userWords(reference, rule, `: ${[...words].join("; ")}`));
}

function usersOf(reference: Reference, name: string): readonly Words[] {
  return reference.rulebook.rules
    .filter((rule) => namesIn(rule).has(name))
    .map((rule) => userWords(reference, rule, ""));
}

function userWords(reference: Reference, rule: Rule, more: string): Words {
  return [ruleLink(reference, rule.id), ` ${rule.title}${more}`];
}

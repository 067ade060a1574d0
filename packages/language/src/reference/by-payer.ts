/** What holds for whom: the rules of every payer, and of each payer its own rules and what is otherwise for it. */
import type { Override, Payer, Reach, Rule, Waiver } from "@edict/rulebook";
import type { Block, Page, Words } from "../markup/document.js";
import { bare, heading, joined, list, paragraph, table } from "../markup/document.js";
import { datesWords } from "../plain-words/phrases.js";
import { conditionsOf } from "../naming/conditions-of.js";
import { payerWords } from "./names-of-rule.js";
import type { Reference } from "./reference.js";
import { ruleLink, wayAround } from "./reference.js";
import { ruleColumns, ruleRow } from "./rule-rows.js";

/** The page. */
export function byPayer(reference: Reference): Page {
  const path = "by-payer";
  const { payers, payerGroups, rules } = reference.rulebook;
  const forAll = rules.filter(({ clauses }) => clauses.payers.length === 0);
  return {
    path,
    title: ["Rules by payer"],
    blocks: [
      ...wayAround(path),
      paragraph("A rule that names a payer holds for that payer alone; the rules of every payer hold for it as well."),
      heading(2, "Every payer"),
      ...(forAll.length === 0
        ? [paragraph("Every rule names its payers.")]
        : table(
            ruleColumns,
            forAll.map((rule) => ruleRow(reference, rule)),
          )),
      ...payers.flatMap((payer) => payerPart(reference, payer)),
      ...(payerGroups.length === 0 ? [] : [heading(2, "Payers that are named together")]),
      ...list(
        payerGroups.map(({ name, members }): Words => [
          bare(name),
          ": ",
          ...joined(
            members.map((member) => [bare(member)]),
            ", ",
          ),
        ]),
      ),
    ],
  };
}

function payerPart(reference: Reference, payer: Payer): readonly Block[] {
  const { rules } = reference.rulebook;
  const own = rules.filter(({ clauses }) => clauses.payers.includes(payer.name));
  const otherwise = rules.flatMap((rule) => [
    ...changes(reference, rule, payer, rule.overrides, "is otherwise"),
    ...changes(reference, rule, payer, rule.waivers, "is off"),
  ]);
  const asking = rules.filter((rule) => asksAbout(rule, payer.name));
  const isEmpty = own.length + otherwise.length + asking.length === 0;
  return [
    heading(2, payer.name),
    paragraph(`${upper(payerWords(payer))}.${payer.doc === null ? "" : ` ${payer.doc}`}`),
    ...(isEmpty ? [paragraph("No rule names it.")] : []),
    ...table(
      ruleColumns,
      own.map((rule) => ruleRow(reference, rule)),
    ),
    ...(otherwise.length === 0 ? [] : [paragraph("What is otherwise for it:"), ...list(otherwise)]),
    ...(asking.length === 0
      ? []
      : [
          paragraph("In a condition of:"),
          ...list(asking.map((rule): Words => [ruleLink(reference, rule.id), " ", rule.title])),
        ]),
  ];
}

/** Overrides or waivers that name the payer, or name none and so reach it as well. */
function changes(
  reference: Reference,
  rule: Rule,
  { name }: Payer,
  all: readonly (Override | Waiver)[],
  what: string,
): readonly Words[] {
  return all
    .filter(({ reach }) => reach.payers.includes(name))
    .map(({ reach }) => [ruleLink(reference, rule.id), ` ${what}${reachWords(reach)}: ${rule.title}`]);
}

function reachWords({ settings, effective }: Reach): string {
  const where = settings.length === 0 ? "" : ` in ${settings.join(", ")}`;
  return `${where}${effective === null ? "" : ` ${datesWords(effective)}`}`;
}

function asksAbout({ clauses, overrides }: Rule, name: string): boolean {
  return [clauses, ...overrides.map((override) => override.clauses)]
    .flatMap(conditionsOf)
    .some((part) => part.kind === "in" && part.values.kind === "payers" && part.values.names.includes(name));
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

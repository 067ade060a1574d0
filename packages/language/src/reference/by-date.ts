/** What changes on which date: rules, overrides and waivers that start or end, and dated items of sets. */
import type { Effective, IsoDate, Rule } from "@edict/rulebook";
import { compareBytes, formatDate, parseIsoDate } from "@edict/rulebook";
import type { Block, Page, Words } from "../markup/document.js";
import { bare, heading, list, paragraph } from "../markup/document.js";
import { oneOf } from "../plain-words/phrases.js";
import { datedItems } from "./dated-items.js";
import type { Reference } from "./reference.js";
import { ruleLink, ruleList, wayAround } from "./reference.js";

/** The page. */
export function byDate(reference: Reference): Page {
  const path = "by-date";
  const dates = new Map<IsoDate, { readonly starts: Words[]; readonly ended: Words[] }>();
  for (const { date, isStart, words } of [...rulesDated(reference), ...itemsDated(reference)]) {
    const entry = dates.get(date) ?? { starts: [], ended: [] };
    dates.set(date, entry);
    (isStart ? entry.starts : entry.ended).push(words);
  }
  const undated = reference.rulebook.rules.filter(({ clauses }) => clauses.effective === null);
  const byRow = reference.rulebook.rules.filter(({ clauses }) => columnsOf(clauses.effective).length > 0);
  return {
    path,
    title: ["Rules by date"],
    blocks: [
      ...wayAround(path),
      paragraph(
        "Dates are dates of service. What stands under a date holds from that date on, or does no longer: its last day was the day before.",
      ),
      ...[...dates]
        .sort(([one], [other]) => compareBytes(one, other))
        .flatMap(([date, { starts, ended }]): readonly Block[] => [
          heading(2, date),
          ...(starts.length === 0 ? [] : [paragraph("Starts:"), ...list(starts)]),
          ...(ended.length === 0 ? [] : [paragraph(`Ended, with ${dayBefore(date)} as its last day:`), ...list(ended)]),
        ]),
      ...(byRow.length === 0
        ? []
        : [
            heading(2, "By the rows of a table"),
            ...list(
              byRow.map(({ id, title, clauses }): Words => [
                ruleLink(reference, id),
                ` ${title}: each row of `,
                bare(clauses.table ?? "its table"),
                ` has its dates in column ${oneOf(columnsOf(clauses.effective), "and")}`,
              ]),
            ),
          ]),
      ...(undated.length === 0
        ? []
        : [
            heading(2, "Without dates"),
            paragraph("These hold on every date of service."),
            ...ruleList(reference, undated),
          ]),
    ],
  };
}

interface Dated {
  /** The first day on which things are otherwise. */
  readonly date: IsoDate;
  readonly isStart: boolean;
  readonly words: Words;
}

function rulesDated(reference: Reference): readonly Dated[] {
  return reference.rulebook.rules.flatMap((rule) => [
    ...bounds(rule.clauses.effective, [ruleLink(reference, rule.id), ` ${rule.title}`]),
    ...rule.overrides.flatMap(({ reach, label }) =>
      bounds(reach.effective, changeWords(reference, rule, "override", label)),
    ),
    ...rule.waivers.flatMap(({ reach, label }) =>
      bounds(reach.effective, changeWords(reference, rule, "waiver", label)),
    ),
  ]);
}

function changeWords(reference: Reference, { id, title }: Rule, what: string, label: string): Words {
  return [`the ${what} ${label} of `, ruleLink(reference, id), ` ${title}`];
}

function bounds(effective: Effective | null, words: Words): readonly Dated[] {
  const { from, to } = effective ?? { from: null, to: null };
  return [
    ...(from?.kind === "date" ? [{ date: from.date, isStart: true, words }] : []),
    ...(to?.kind === "date" ? [{ date: dayAfter(to.date), isStart: false, words }] : []),
  ];
}

function columnsOf(effective: Effective | null): readonly string[] {
  return [effective?.from, effective?.to].flatMap((bound) => (bound?.kind === "row" ? [bound.column] : []));
}

function itemsDated(reference: Reference): readonly Dated[] {
  return datedItems(reference).flatMap(({ from, until, words }) => [
    ...(from === null ? [] : [{ date: from, isStart: true, words }]),
    ...(until === null ? [] : [{ date: dayAfter(until), isStart: false, words }]),
  ]);
}

function dayAfter(date: IsoDate): IsoDate {
  return shifted(date, 1);
}

function dayBefore(date: IsoDate): IsoDate {
  return shifted(date, -1);
}

function shifted(date: IsoDate, by: number): IsoDate {
  const day = parseIsoDate(date);
  if (day === null) throw new Error(`${date} is no date, although the rulebook was checked to hold dates only`);
  return formatDate(day + by);
}

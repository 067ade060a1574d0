/** Items that hold until or from a date, of sets and of codes that a rule writes itself. */
import type { IsoDate } from "@edict/rulebook";
import type { Word, Words } from "../markup/document.js";
import { joined } from "../markup/document.js";
import { codeSpanWords, diagnosisSpanWords, modifierSpanWords } from "../plain-words/values.js";
import type { Reference } from "./reference.js";
import { nameLinks, ruleLink } from "./reference.js";

/** An item, and where it holds so. */
export interface DatedItem {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly words: Words;
}

/** Sets within sets are unfolded, so that an item stands in many of them: it is said once. */
export function datedItems(reference: Reference): readonly DatedItem[] {
  const { codes, diagnoses, modifiers } = reference.rulebook;
  const items = new Map<string, { readonly item: string; readonly dates: Dates; readonly holders: Words[] }>();
  const add = (holder: Words, item: string, dates: Dates): void => {
    if (dates.from === null && dates.until === null) return;
    const key = JSON.stringify([item, dates.from, dates.until]);
    const entry = items.get(key) ?? { item, dates, holders: [] };
    items.set(key, entry);
    entry.holders.push(holder);
  };
  for (const { name, spans } of codes)
    for (const span of spans) add(setLink(name), codeSpanWords({ ...span, ...undated }), span);
  for (const { name, spans } of diagnoses)
    for (const span of spans) add(setLink(name), diagnosisSpanWords({ ...span, ...undated }), span);
  for (const { name, spans } of modifiers)
    for (const span of spans) add(setLink(name), modifierSpanWords({ ...span, ...undated }), span);
  for (const [rule, uses] of reference.usesOfRule) {
    const spans = uses.flatMap(({ through }) => (through.kind === "written" ? through.spans : []));
    const link: Word = ruleLink(reference, rule.id);
    // A rule may write the same codes in two places.
    for (const span of new Map(spans.map((one) => [codeSpanWords(one), one])).values())
      add([link], codeSpanWords({ ...span, ...undated }), span);
  }
  return [...items.values()].map(({ item, dates, holders }) => ({
    from: dates.from,
    until: dates.until,
    words: [`${item} in `, ...joined(holders, ", ")],
  }));
}

interface Dates {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

const undated: Dates = { from: null, until: null };

function setLink(name: string): Words {
  return nameLinks("by-set", [name]);
}

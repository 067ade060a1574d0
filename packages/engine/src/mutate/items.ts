/** Lists of names, items and columns, as choices of codes and conditions have them: one of them left out, or written wrong. */
import type { CodeSpan, DiagnosisSpan, ModifierSpan } from "@edict/rulebook";
import type { Edit } from "./edit.js";
import { edit, without } from "./edit.js";
import type { Surely } from "./span-slips.js";
import { slipped, spanSlips } from "./span-slips.js";
import type { Dated, SpanKind } from "./spans.js";
import { isCovered } from "./spans.js";

/** Whether a rule looks at lines of some of these dates. */
export type IsSeen = Surely<unknown>["isSeen"];

/** What the names of sets stand for, and which dates a rule can see: what tells whether a slip can change anything. */
export interface Surroundings {
  readonly codes: (set: string) => readonly CodeSpan[];
  readonly diagnoses: (set: string) => readonly DiagnosisSpan[];
  readonly modifiers: (set: string) => readonly ModifierSpan[];
  readonly isSeen: IsSeen;
}

/** Names of sets, items, and columns of the rule's table. */
export interface Items<Span> {
  readonly sets: readonly string[];
  readonly spans: readonly Span[];
  readonly columns: readonly string[];
}

/**
 * The slips in such a list. One that is alone is not left out: the clause that needs it would be gone. `isIdle` tells of
 * an item that changes nothing for a reason outside the list.
 */
export function itemEdits<Span extends Dated>(
  kind: SpanKind<Span>,
  { sets, spans, columns }: Items<Span>,
  spansOf: (set: string) => readonly Span[],
  owner: string,
  isSeen: IsSeen,
  isIdle: (span: Span) => boolean = () => false,
): readonly Edit<Items<Span>>[] {
  const total = sets.length + spans.length + columns.length;
  const named = sets.flatMap(spansOf);
  const dropped = (name: string, value: Items<Span>): Edit<Items<Span>> =>
    edit(value, `${owner} with ${name}`, "without it", { written: name });
  const withoutSets = sets.flatMap((set, at) => {
    const rest = without(sets, at);
    const others = [...rest.flatMap(spansOf), ...spans];
    const counts = spansOf(set).some(
      (span) => !isIdle(span) && isSeen(span.from, span.until) && !isCovered(kind, span, others),
    );
    return total > 1 && counts ? [dropped(set, { sets: rest, spans, columns })] : [];
  });
  const withoutColumns = columns.flatMap((column, at) =>
    total > 1 ? [dropped(`row.${column}`, { sets, spans, columns: without(columns, at) })] : [],
  );
  const ofSpans = spanSlips(kind, spans, owner, { others: named, isSeen }, total > spans.length)
    .filter(({ value }) => !isIdle(value.taken))
    .map(({ value, change }) => ({ value: { sets, spans: slipped(kind, spans, value), columns }, change }));
  return [...withoutSets, ...ofSpans, ...withoutColumns];
}

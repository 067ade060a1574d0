/** Slips in a list of items: one forgotten, a range short of an end, a date a day off. */
import type { IsoDate } from "@edict/rulebook";
import type { Edit } from "./edit.js";
import { edit } from "./edit.js";
import { dateThatShows, shiftedDates } from "./shifts.js";
import type { Dated, SpanKind } from "./spans.js";
import { isCovered } from "./spans.js";

/** Something that is taken out of a list, and what stands in its place. */
export interface SpanSlip<Span> {
  readonly taken: Span;
  readonly put: Span | null;
}

/** What decides whether a slip can change anything. */
export interface Surely<Span> {
  /** What holds things too, besides the list. */
  readonly others: readonly Span[];
  /** Whether a line of such a date is looked at. */
  readonly isSeen: (from: IsoDate | null, until: IsoDate | null) => boolean;
}

/** The slips in a list of items. `owner` is the list in words; the last thing in it is left out only where it may be empty. */
export function spanSlips<Span extends Dated>(
  kind: SpanKind<Span>,
  spans: readonly Span[],
  owner: string,
  { others, isSeen }: Surely<Span>,
  mayBeEmpty: boolean,
): readonly Edit<SpanSlip<Span>>[] {
  return spans.flatMap((span) => {
    const ends = kind.ends(span);
    const isAlone = spans.length === 1 && ends.length === 1 && !mayBeEmpty;
    const forgotten = ends
      .filter((lost) => !isAlone && isSeen(lost.from, lost.until) && !isCovered(kind, lost, others))
      .map((lost) =>
        edit<SpanSlip<Span>>({ taken: lost, put: null }, `${owner} with ${bare(kind, lost)}`, "without it", {
          written: firstWord(kind.words(lost)),
          shownBy: `${kind.line} ${bare(kind, lost)}`,
        }),
      );
    return [...forgotten, ...dateSlips(kind, span, owner, { others, isSeen })];
  });
}

function dateSlips<Span extends Dated>(
  kind: SpanKind<Span>,
  span: Span,
  owner: string,
  { others, isSeen }: Surely<Span>,
): readonly Edit<SpanSlip<Span>>[] {
  return (["from", "until"] as const).flatMap((end) => {
    const date = span[end];
    if (date === null) return [];
    return shiftedDates(date).flatMap((shifted) => {
      const put: Span = { ...span, [end]: shifted };
      const shows = dateThatShows(date, shifted, end);
      const isEmpty = put.from !== null && put.until !== null && put.from > put.until;
      // A bound that another has too is that one's to get wrong.
      const isHeld = kind
        .ends(span)
        .every((part) => others.some((other) => other[end] === date && kind.holds(other, part)));
      const day: Span = { ...span, from: shows, until: shows };
      if (isEmpty || isHeld || isCovered(kind, day, others) || !isSeen(shows, shows)) return [];
      return [
        edit<SpanSlip<Span>>({ taken: span, put }, `${owner} with ${kind.words(span)}`, `${end} ${shifted}`, {
          written: [firstWord(kind.words(span)), end, date],
          shownBy: `${kind.line} ${bare(kind, span)} on ${shows}`,
        }),
      ];
    });
  });
}

/** What a list holds with the slip and not without, or the other way round; of a date that moved, on the one day that counts. */
export function atStake<Span extends Dated>({ taken, put }: SpanSlip<Span>): Span {
  if (put === null) return taken;
  const end = taken.from === put.from ? "until" : "from";
  const [before, after] = [taken[end], put[end]];
  if (before === null || after === null) throw new Error("a slip moves a date that is there");
  const day = dateThatShows(before, after, end);
  return { ...taken, from: day, until: day };
}

/** A list with the slip in it. Where no item holds what is taken, on the same dates, something else holds it and the list stays. */
export function slipped<Span extends Dated>(
  kind: SpanKind<Span>,
  spans: readonly Span[],
  { taken, put }: SpanSlip<Span>,
): readonly Span[] {
  const at = spans.findIndex(
    (span) => span.from === taken.from && span.until === taken.until && kind.holds(span, taken),
  );
  const span = spans[at];
  if (span === undefined) return spans;
  return spans.toSpliced(at, 1, ...kind.rest(span, taken), ...(put === null ? [] : [put]));
}

/** Without its dates. */
function bare<Span extends Dated>(kind: SpanKind<Span>, span: Span): string {
  return kind.words({ ...span, from: null, until: null });
}

function firstWord(words: string): string {
  return /^[0-9A-Z]+(?:\.[0-9A-Z]+)?/.exec(words)?.[0] ?? words;
}

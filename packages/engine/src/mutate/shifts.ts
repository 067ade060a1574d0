/** Numbers, stretches of time and dates, one off in either direction. */
import type { Amount, DateBound, Duration, IsoDate, Measure } from "@edict/rulebook";
import { counted, formatDate, parseIsoDate } from "@edict/rulebook";
import type { Edit } from "./edit.js";
import { edit } from "./edit.js";

/** Both directions, the larger first. */
const steps = [1, -1] as const;

/** One more and one less, within bounds. */
export function shiftedNumbers(value: number, least: number, most = Infinity): readonly number[] {
  return steps.map((step) => value + step).filter((shifted) => shifted >= least && shifted <= most);
}

/** One off; an amount of the row is the table's business. `words` says the amount as the rule does. */
export function amountEdits(
  amount: Amount,
  bounds: { readonly least: number; readonly most?: number },
  words: (value: number) => string,
): readonly Edit<Amount>[] {
  if (amount.kind === "row") return [];
  return shiftedNumbers(amount.value, bounds.least, bounds.most).map((value) =>
    edit({ kind: "number", value }, words(amount.value), words(value), { written: String(amount.value) }),
  );
}

/** `4 units`, `1 line`. */
export function measured(value: number, measure: Measure): string {
  return counted(value, measure.slice(0, -1));
}

/** A day more and a day less; months and years, which have no days of their own, by one of theirs. */
export function shiftedDurations({ count, unit }: Duration, least: number): readonly Duration[] {
  const [days, step] = unit === "weeks" ? [count * 7, "days" as const] : [count, unit];
  return shiftedNumbers(days, least).map((shifted) => ({ count: shifted, unit: step }));
}

/** `60 days`, `1 month`. */
export function durationWords({ count, unit }: Duration): string {
  return counted(count, unit.slice(0, -1));
}

/** The day after and the day before, where the calendar has them. */
export function shiftedDates(date: IsoDate): readonly IsoDate[] {
  const day = parseIsoDate(date);
  if (day === null) return [];
  return steps.map((step) => formatDate(day + step)).filter((shifted) => parseIsoDate(shifted) !== null);
}

/** The first date whose lines a shifted bound treats otherwise: one that moved outward takes it in, one that moved inward leaves it out. */
export function dateThatShows(date: IsoDate, shifted: IsoDate, end: "from" | "until"): IsoDate {
  if (end === "from") return date < shifted ? date : shifted;
  return date > shifted ? date : shifted;
}

/** The bound of `effective`, a day off, where that makes a difference on a date on which something can be found. */
export function boundEdits(
  bound: DateBound | null,
  end: "from" | "until",
  isFindable: (date: IsoDate) => boolean,
): readonly Edit<DateBound | null>[] {
  if (bound === null) return [];
  if (bound.kind === "row") {
    return [edit(null, `effective ${word(end)} row.${bound.column}`, "no such bound", { written: bound.column })];
  }
  return shiftedDates(bound.date)
    .map((date) => ({ date, shows: dateThatShows(bound.date, date, end) }))
    .filter(({ shows }) => isFindable(shows))
    .map(({ date, shows }) =>
      edit({ kind: "date", date }, `effective ${word(end)} ${bound.date}`, `${word(end)} ${date}`, {
        written: bound.date,
        shownBy: `a line on ${shows}`,
      }),
    );
}

function word(end: "from" | "until"): string {
  return end === "from" ? "from" : "to";
}

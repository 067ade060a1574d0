/**
 * Cases to try, the smallest first: one line, two lines, then what counts need. A line is plain but for one or two values
 * that some clause asks about. The number of cases is bounded, so that a search always ends.
 */
import { formatDate, parseIsoDate } from "@edict/rulebook";
import type { PlainLine } from "@edict/engine";
import type { Cell } from "../cells/cells.js";
import type { EpisodePiece, FieldValues, Pieces } from "./pieces.js";

export type Timeline = readonly PlainLine[];

/** What is left plain: a line of a payer in a place. */
interface Ground {
  readonly payer: string | null;
  readonly fields: { readonly [field: string]: string };
}

interface Variant {
  readonly fields: ReadonlyMap<string, string | number>;
}

/** What a line has beside its fields. */
const notAField: ReadonlySet<string> = new Set([
  "modifiers",
  "diagnoses",
  "primary diagnosis",
  "units",
  "code",
  "date",
  "patient",
]);

const plainDay = parseIsoDate("2026-03-02") ?? 0;

/** At most so many lines of a count: more nobody reads, and more is said as units. */
const mostRepeated = 45;

/** Each case by itself, and where episodes matter, within one that goes from its first line to its last. */
export function* timelinesOf(cell: Cell, pieces: Pieces, payerName: string | null): Generator<Timeline> {
  for (const timeline of bareTimelines(cell, pieces, payerName)) {
    for (const episode of pieces.episodes) {
      for (const isClipped of [true, false]) {
        const framed = withinEpisode(timeline, episode, isClipped);
        if (framed !== null) yield framed;
      }
    }
    yield timeline;
  }
}

/** Ends on the day of the last line, or as far on as the episode goes without a line. */
function withinEpisode(timeline: Timeline, { code, days }: EpisodePiece, isClipped: boolean): Timeline | null {
  const dates = timeline.map(({ date }) => parseIsoDate(date) ?? 0);
  const [first, last] = [Math.min(...dates), Math.max(...dates)];
  const [own] = timeline;
  if (own === undefined || last - first > mostRepeated * days) return null;
  const frame: PlainLine[] = [];
  for (let day = first; ; day = isClipped ? Math.min(last, day + days) : day + days) {
    frame.push({ patient: own.patient, date: formatDate(day), code, units: 1, fields: own.fields ?? {} });
    if (day >= last) break;
  }
  return [...frame, ...timeline];
}

function* bareTimelines(
  { payer, setting, days: stretch }: Cell,
  pieces: Pieces,
  payerName: string | null,
): Generator<Timeline> {
  const fields: Record<string, string> = {};
  if (setting.setting !== null) fields["setting"] = setting.setting;
  if (setting.place !== null) fields["place"] = setting.place;
  if (setting.bill !== null) fields["bill"] = setting.bill;
  for (const field of pieces.shared) {
    const [value] = pieces.fields.get(field) ?? [];
    if (value !== undefined && !notAField.has(field)) fields[field] = String(value);
  }
  const ground: Ground = { payer: payerName ?? payer.text, fields };
  const dates = daysToTry(stretch, pieces.dates);
  const lastDate = dates.slice(-1);
  const variants = variantsOf(pieces.fields);
  const plain = variants.slice(0, 1);
  const singles = variants.filter((variant) => variant.fields.size <= 1);
  for (const date of dates) {
    for (const variant of variants) {
      for (const code of pieces.subjects) yield [lineOf(ground, code, date, variant)];
    }
  }
  if (pieces.counts) yield* countsOf(ground, dates, pieces, plain);
  const codes = [...pieces.others, ...pieces.subjects.slice(0, 4)];
  for (const [ours, theirs, days] of [
    [plain, plain, dates],
    [singles, plain, lastDate],
    [plain, singles, lastDate],
    [singles, singles, lastDate],
  ] as const) {
    for (const date of days) {
      for (const own of ours) {
        for (const other of theirs) {
          for (const distance of pieces.distances) {
            for (const code of pieces.subjects) {
              for (const companion of codes) {
                yield [lineOf(ground, code, date, own), lineOf(ground, companion, date + distance, other)];
              }
            }
          }
        }
      }
    }
  }
  if (pieces.counts || pieces.amounts.length > 0) yield* countsOf(ground, dates, pieces, singles);
}

/** So many of the subjects, beside so many of what they are counted against: as units of a line, and as lines on days. */
function* countsOf(
  ground: Ground,
  dates: readonly number[],
  pieces: Pieces,
  variants: readonly Variant[],
): Generator<Timeline> {
  const againsts = pieces.others.slice(0, 2).flatMap((code) => pieces.amounts.map((amount) => [{ code, amount }]));
  for (const date of dates) {
    for (const variant of variants) {
      for (const against of [[], ...againsts]) {
        for (const code of pieces.subjects.slice(0, 6)) {
          for (const amount of pieces.amounts) {
            const basis = against.flatMap((one) =>
              repeated(ground, one.code, date - Math.ceil(one.amount), one.amount, false, variants[0]),
            );
            const units = against.map((one) => lineOf(ground, one.code, date, variants[0], one.amount));
            yield [...units, lineOf(ground, code, date, variant, amount)];
            if (amount > mostRepeated || against.some((one) => one.amount > mostRepeated)) continue;
            yield [...basis, ...repeated(ground, code, date, amount, false, variant)];
            yield [...basis, ...repeated(ground, code, date, amount, true, variant)];
            for (const other of pieces.subjects.slice(0, 3)) {
              yield [...units, lineOf(ground, code, date, variants[0], amount), lineOf(ground, other, date, variant)];
              yield [
                ...units,
                lineOf(ground, code, date, variants[0], amount),
                lineOf(ground, other, date, variant, amount),
              ];
            }
            for (const distance of against.length === 0 ? pieces.distances : []) {
              if (distance > 0)
                yield [
                  ...units,
                  lineOf(ground, code, date, variant),
                  lineOf(ground, code, date + distance, variant, amount),
                ];
            }
          }
        }
      }
    }
  }
}

function repeated(
  ground: Ground,
  code: string,
  first: number,
  count: number,
  sameDay: boolean,
  variant: Variant | undefined,
): PlainLine[] {
  // Of a part of a line there is a whole one.
  return Array.from({ length: Math.ceil(count) }, (_, at) =>
    lineOf(ground, code, sameDay ? first : first + at, variant),
  );
}

/** The edges of the stretch, days of rows within it, and where it is open a day of which nothing is special. */
function daysToTry({ first, last }: Cell["days"], known: readonly number[]): readonly number[] {
  const inside = Math.min(Math.max(plainDay, first), last);
  const within = known.filter((day) => first <= day && day <= last);
  return [...new Set([first, last, ...within, inside].filter((day) => Number.isFinite(day)))];
}

/** Most variants of two and of three values. */
const mostVariants = 300;

/** Nothing, each value by itself, then two and three of different fields. */
function variantsOf(fields: FieldValues): readonly Variant[] {
  const single = [...fields].flatMap(([field, values]) => values.map((value) => [field, value] as const));
  type Values = readonly (readonly [string, string | number])[];
  const longer = (all: readonly Values[]): readonly Values[] =>
    all
      .flatMap((values) => {
        const last = values.at(-1);
        const from = single.findIndex((one) => one === last) + 1;
        return single
          .slice(from)
          .flatMap((one) => (values.some(([field]) => field === one[0]) ? [] : [[...values, one]]));
      })
      .slice(0, mostVariants);
  const ones: readonly Values[] = single.map((one) => [one]);
  const twos = longer(ones);
  return [[], ...ones, ...twos, ...longer(twos)].map((values) => ({ fields: new Map(values) }));
}

function lineOf(ground: Ground, code: string, day: number, variant: Variant | undefined, units = 1): PlainLine {
  const fields: Record<string, string | number> = { ...ground.fields };
  if (ground.payer !== null) fields["payer"] = ground.payer;
  let line: PlainLine = { patient: "P1", date: formatDate(day), code, units };
  for (const [field, value] of variant?.fields ?? []) {
    if (field === "modifiers") line = { ...line, modifiers: [String(value)] };
    else if (field === "diagnoses" || field === "primary diagnosis") line = { ...line, diagnoses: [String(value)] };
    else if (field === "units") line = { ...line, units: Number(value) };
    else if (field === "code") line = { ...line, code: String(value) };
    else if (!notAField.has(field)) fields[field] = value;
  }
  return { ...line, fields };
}

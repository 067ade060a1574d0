/**
 * What a baseline remembers of a finding: the rule, the codes and how far apart the two lines stand. It holds for a
 * finding of the same kind on any patient, so that no patient, claim, date, amount or row can be told from it.
 */
import type { Finding } from "@edict/rulebook";
import { compareBytes, counted, parseIsoDate } from "@edict/rulebook";

export interface Fingerprint {
  readonly rule: string;
  /** The subject's code. */
  readonly code: string;
  /** The companion's code; null where the finding names no companion. */
  readonly other: string | null;
  /** Where the companion stands, seen from the subject: `same day`, `2 days before`, `8 to 30 days after`. */
  readonly interval: string | null;
}

/** Past a week, days are told in stretches: an exact number of days between two services can single out a patient. */
const stretches: readonly { readonly upTo: number; readonly text: string }[] = [
  { upTo: 30, text: "8 to 30 days" },
  { upTo: 90, text: "31 to 90 days" },
  { upTo: 365, text: "91 to 365 days" },
  { upTo: Number.POSITIVE_INFINITY, text: "more than 365 days" },
];
const longestExact = 7;

/** Every text that an interval can be. */
export const intervals: readonly string[] = [
  "same day",
  ...["before", "after"].flatMap((side) => [
    ...Array.from({ length: longestExact }, (_, at) => `${counted(at + 1, "day")} ${side}`),
    ...stretches.map(({ text }) => `${text} ${side}`),
  ]),
];

/** The fingerprint of a finding. */
export function fingerprintOf({ rule, subject, others, count }: Finding): Fingerprint {
  const [other] = others;
  // What was counted stands in a finding as a list of lines, and the gaps of a course of treatment tell whose it is.
  if (other === undefined || count !== null) return { rule, code: subject.code, other: null, interval: null };
  return { rule, code: subject.code, other: other.code, interval: intervalOf(subject.date, other.date) };
}

/** The same text for the same fingerprint, and for no other. */
export function keyOf({ rule, code, other, interval }: Fingerprint): string {
  return JSON.stringify([rule, code, other, interval]);
}

/** By rule, code, other code and interval. */
export function compareFingerprints(left: Fingerprint, right: Fingerprint): number {
  return (
    compareBytes(left.rule, right.rule) ||
    compareBytes(left.code, right.code) ||
    compareBytes(left.other ?? "", right.other ?? "") ||
    placeOf(left.interval) - placeOf(right.interval)
  );
}

function placeOf(interval: string | null): number {
  return interval === null ? -1 : intervals.indexOf(interval);
}

function intervalOf(subject: string, other: string): string {
  const from = parseIsoDate(subject);
  const to = parseIsoDate(other);
  if (from === null || to === null) throw new Error("the dates of a finding are the engine's own, and exist");
  const days = Math.abs(to - from);
  if (days === 0) return "same day";
  const side = to < from ? "before" : "after";
  if (days <= longestExact) return `${counted(days, "day")} ${side}`;
  return `${stretches.find(({ upTo }) => days <= upTo)?.text ?? ""} ${side}`;
}

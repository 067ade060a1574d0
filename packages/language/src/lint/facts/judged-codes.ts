/**
 * What the lists of valid codes say of a code that is named: nothing on the days on which it is meant, or something on a
 * part of them. A range covers what does not exist by its nature: it is judged as a whole, and by its two ends.
 */
import type { Declaration } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import type { Days } from "../../names/sets/settle.js";
import { always, sharedDays } from "../../names/sets/settle.js";
import type { ValidCodes } from "../../names/valid-codes.js";
import { codesBetween, daysOfCode, isListed, nearestValid } from "../../names/valid-codes.js";
import type { Source, Stretch } from "../../source/source.js";
import { stretchOf } from "../../source/source.js";
import type { MeantCodes, naming } from "./codes-meant.js";
import { codesMeant } from "./codes-meant.js";

export interface JudgedCode {
  readonly at: Stretch;
  /** As it is written; of a range, both ends. */
  readonly code: string;
  /** How the lists are called. */
  readonly list: string;
  readonly meant: MeantCodes;
  readonly found:
    /** Valid on none of the days: never, or all of its own days lie before or after them. */
    | {
        readonly kind: "none";
        readonly before: number | null;
        readonly after: number | null;
        readonly near: readonly string[];
      }
    /** Valid up to a day, and meant beyond that. */
    | { readonly kind: "ends"; readonly day: number }
    /** Valid from a day on, and meant before that. */
    | { readonly kind: "begins"; readonly day: number };
}

/** The codes of a declaration that are not valid whenever they are meant; none where no list is known. */
export function judgedCodes(
  book: Book,
  source: Source,
  node: Extract<Declaration, { readonly kind: (typeof naming)[number] }>,
): readonly JudgedCode[] {
  const { validCodes } = book;
  if (validCodes === null) return [];
  const known = lastJudged.get(book);
  if (known?.node === node) return known.judged;
  const judged = codesMeant(book, source, node).flatMap((meant) => judge(validCodes, source, meant));
  lastJudged.set(book, { node, judged });
  return judged;
}

// Several lints ask of one declaration, one after the other, each with the same book.
const lastJudged = new WeakMap<Book, { readonly node: object; readonly judged: readonly JudgedCode[] }>();

function judge(codes: ValidCodes, source: Source, meant: MeantCodes): readonly JudgedCode[] {
  const { first, last } = meant;
  if (!isListed(codes, first.text)) return [];
  const isRange = first.text !== last.text;
  const judged = (found: JudgedCode["found"], node: MeantCodes["at"], code: string): JudgedCode => ({
    at: stretchOf(source, node),
    code,
    list: codes.named,
    meant,
    found,
  });
  const shown = isRange ? `${first.text}..${last.text}` : first.text;
  const { ever, on } = validity(codes, meant);
  if (on === null) {
    if (ever !== null && meant.isSought) return [];
    const after = ever !== null && ever.until < meant.days.from ? ever.until : null;
    const before = ever !== null && after === null ? ever.from : null;
    const near = isRange ? [] : nearestValid(codes, first.text, meant.days);
    return [judged({ kind: "none", before, after, near }, meant.at, shown)];
  }
  const ends = isRange ? [first, last].filter(({ text }) => daysOfCode(codes, text).length === 0) : [];
  if (ends.length > 0) {
    return ends.map((end) => {
      const near = nearestValid(codes, end.text, meant.days);
      return judged({ kind: "none", before: null, after: null, near }, end, end.text);
    });
  }
  if (meant.item === null || meant.byRow || meant.isSought) return [];
  const found: JudgedCode[] = [];
  if (on.until < meant.days.until) found.push(judged({ kind: "ends", day: on.until }, meant.at, shown));
  if (meant.days.from !== always.from && on.from > meant.days.from)
    found.push(judged({ kind: "begins", day: on.from }, meant.at, shown));
  return found;
}

/** From the first to the last day on which one of the codes was ever valid, and the same of the days that are meant. */
function validity(codes: ValidCodes, { first, last, days }: MeantCodes): { ever: Days | null; on: Days | null } {
  let ever: Days | null = null;
  let on: Days | null = null;
  const all = first.text === last.text ? [first.text] : codesBetween(codes, first.text, last.text);
  for (const code of all) {
    for (const own of daysOfCode(codes, code)) {
      ever = together(ever, own);
      if (sharedDays(own, days) !== null) on = together(on, own);
    }
    // A range of thousands is mostly valid all along, and the rest of it changes nothing.
    if (on !== null && on.from <= days.from && on.until >= days.until) break;
  }
  return { ever, on };
}

function together(one: Days | null, other: Days): Days {
  if (one === null) return other;
  return { from: Math.min(one.from, other.from), until: Math.max(one.until, other.until) };
}

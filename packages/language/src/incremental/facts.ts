/**
 * Facts of rules that are worked out once and kept from one analysis to the next, for checks that compare every rule with
 * every other: what a rule means, what it is kin to. A fact is a plain value that holds no place and no node. It is worked
 * out again where its rule stands in a file that changed, or something that it asked the book for has changed since.
 */
import type { Book } from "../names/book.js";
import type { RuleVersion } from "../names/versions.js";
import { changesBetween } from "./changes.js";
import type { Reads } from "./watched-book.js";
import { noReads, watchedBook } from "./watched-book.js";

/** The analyses of a rulebook, one after the other: when each name last changed. Counts them from 1. */
export interface History {
  now: number;
  last: Book | null;
  readonly names: Map<string, number>;
  vocabulary: number;
  anything: number;
}

/** Nothing yet. */
export function newHistory(): History {
  return { now: 0, last: null, names: new Map(), vocabulary: 0, anything: 0 };
}

/** Another analysis begins, of this book. Also one that is given up half-way counts: facts may have been worked out in it. */
export function advance(history: History, book: Book): void {
  history.now += 1;
  if (history.last !== null) {
    const { files, names, vocabulary } = changesBetween(history.last, book);
    for (const name of names) history.names.set(name, history.now);
    if (vocabulary) history.vocabulary = history.now;
    if (files.size > 0) history.anything = history.now;
  }
  history.last = book;
}

/** A fact of a version of a rule, worked out by `work` where the book's history does not know it. */
export function versionFact<T>(work: (book: Book, version: RuleVersion) => T): (book: Book, version: RuleVersion) => T {
  const kept = new WeakMap<History, WeakMap<object, Kept<T>>>();
  return (book, version) => {
    const { history } = book;
    if (history === null) return work(book, version);
    const rule = version.parts.rule.node;
    const node = version.override?.node ?? rule;
    const ofHistory = kept.get(history) ?? new WeakMap<object, Kept<T>>();
    kept.set(history, ofHistory);
    const known = ofHistory.get(node);
    if (known !== undefined && known.rule === rule && isStillTrue(known, history)) return known.value;
    const reads = noReads();
    const value = work(watchedBook(book, reads, []), version);
    ofHistory.set(node, { rule, reads, at: history.now, value });
    return value;
  };
}

interface Kept<T> {
  /** An override is read together with its rule. */
  readonly rule: object;
  readonly reads: Reads;
  readonly at: number;
  readonly value: T;
}

function isStillTrue({ reads, at }: Kept<unknown>, history: History): boolean {
  if (at === history.now || history.anything <= at) return true;
  if (reads.all || (reads.near.size > 0 && history.vocabulary > at)) return false;
  for (const name of reads.names) if ((history.names.get(name) ?? 0) > at) return false;
  return true;
}

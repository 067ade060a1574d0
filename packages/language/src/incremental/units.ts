/**
 * Checks in units, each of which is looked at again only where something that it depends on has changed: the nodes that it
 * is about, a name that it asked for, or a file that one of its diagnostics points into. Units stand in groups, one for
 * each file, so that a file that nothing touched costs one look at its group.
 */
import type { Diagnostic } from "@edict/rulebook";
import type { Book } from "../names/book.js";
import { mostCompared, nearWords } from "../names/near-words.js";
import type { Changes } from "./changes.js";
import type { Reads } from "./watched-book.js";
import { noReads, watchedBook } from "./watched-book.js";

/** A piece of checking. It may look at its own nodes, and at whatever it asks the book for. */
export interface Unit {
  /** Which check this is; unique together with `node`. */
  readonly check: string;
  /** The node that it is about. */
  readonly node: object;
  /** Other nodes that it is given: a rule's overrides and waivers. */
  readonly others: readonly object[];
  /** Depends on something besides the texts, such as what files there are, and is looked at every time. */
  readonly always: boolean;
  /** Pushes its diagnostics into those of the book. */
  readonly look: (book: Book) => void;
}

/** The units of one file. */
export interface UnitGroup {
  /** The same object as long as the file has the same text. */
  readonly key: object;
  /** What besides the file decides which units there are, and what they are given. */
  readonly members: readonly object[];
  readonly units: () => readonly Unit[];
}

/** What a unit said, and what it follows from. */
interface Result {
  readonly unit: Unit;
  readonly reads: Reads;
  readonly diagnostics: readonly Diagnostic[];
}

/** The same of a group. */
interface GroupResult {
  readonly members: readonly object[];
  readonly results: readonly Result[];
  readonly reads: Reads;
  readonly always: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that a diagnostic points into. */
  readonly pointsInto: ReadonlySet<string>;
}

/** What the groups of a rulebook said, by their keys. */
export type Memory = ReadonlyMap<object, GroupResult>;

/** An earlier look at the same rulebook. */
export interface Earlier {
  readonly memory: Memory;
  readonly changes: Changes;
}

/** What a look at units gives. */
export interface Looked {
  readonly diagnostics: readonly Diagnostic[];
  readonly memory: Memory;
}

/** Looks at all units, in order, and stops after each that had to be looked at. */
export function* lookAt(
  groups: readonly UnitGroup[],
  book: Book,
  earlier: Earlier | null,
): Generator<undefined, Looked> {
  const looked = yield* lookOnce(groups, book, earlier);
  if (!isSpent(looked)) return looked;
  // Where words are no longer compared, what is near depends on what came before: nothing is taken from earlier.
  const fresh = earlier === null ? looked : yield* lookOnce(groups, { ...book, ...nearWords(book.declared) }, null);
  return { diagnostics: fresh.diagnostics, memory: new Map() };
}

function* lookOnce(groups: readonly UnitGroup[], book: Book, earlier: Earlier | null): Generator<undefined, Looked> {
  const diagnostics: Diagnostic[] = [];
  const memory = new Map<object, GroupResult>();
  for (const group of groups) {
    const known = earlier?.memory.get(group.key) ?? null;
    const result =
      known !== null && earlier !== null && isGroupTrue(group, known, earlier.changes)
        ? known
        : yield* lookAtGroup(group, book, known, earlier?.changes ?? null);
    memory.set(group.key, result);
    // One by one: a call takes some hundred thousand arguments and no more.
    for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
  }
  return { diagnostics, memory };
}

function* lookAtGroup(
  group: UnitGroup,
  book: Book,
  known: GroupResult | null,
  changes: Changes | null,
): Generator<undefined, GroupResult> {
  const before = new Map(known?.results.map((result) => [keyOf(result.unit), result]));
  const results: Result[] = [];
  for (const unit of group.units()) {
    const earlier = before.get(keyOf(unit));
    if (earlier !== undefined && changes !== null && isStillTrue(unit, earlier, changes)) {
      results.push(earlier);
      continue;
    }
    const diagnostics: Diagnostic[] = [];
    const reads = noReads();
    unit.look(watchedBook(book, reads, diagnostics));
    results.push({ unit, reads, diagnostics });
    yield;
  }
  return together(group, results);
}

// The nodes of a file that did not change are the same objects, each with a number of its own.
const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function keyOf({ check, node }: Unit): string {
  const number = numbers.get(node) ?? ++lastNumber;
  numbers.set(node, number);
  return `${number} ${check}`;
}

function together({ members }: UnitGroup, results: readonly Result[]): GroupResult {
  const reads = noReads();
  const pointsInto = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  let always = false;
  for (const result of results) {
    always ||= result.unit.always;
    reads.all ||= result.reads.all;
    for (const name of result.reads.names) reads.names.add(name);
    for (const [key, words] of result.reads.near) reads.near.set(key, words);
    for (const diagnostic of result.diagnostics) {
      diagnostics.push(diagnostic);
      for (const file of filesOf(diagnostic)) pointsInto.add(file);
    }
  }
  return { members, results, reads, always, diagnostics, pointsInto };
}

function isGroupTrue(group: UnitGroup, known: GroupResult, changes: Changes): boolean {
  return (
    !known.always &&
    isSameList(known.members, group.members) &&
    areReadsTrue(known.reads, changes) &&
    !meet(known.pointsInto, changes.files)
  );
}

function isStillTrue(unit: Unit, { unit: before, reads, diagnostics }: Result, changes: Changes): boolean {
  return (
    !unit.always &&
    isSameList(before.others, unit.others) &&
    areReadsTrue(reads, changes) &&
    !diagnostics.some((diagnostic) => filesOf(diagnostic).some((file) => changes.files.has(file)))
  );
}

/** Whether all that was asked for would be answered in the same way. */
function areReadsTrue(reads: Reads, changes: Changes): boolean {
  if (changes.files.size === 0) return true;
  if (reads.all || (reads.near.size > 0 && changes.vocabulary)) return false;
  return !meet(reads.names, changes.names);
}

function isSameList(one: readonly object[], other: readonly object[]): boolean {
  return one.length === other.length && one.every((node, index) => node === other[index]);
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  for (const name of few) if (many.has(name)) return true;
  return false;
}

function filesOf({ span, related, fixes }: Diagnostic): readonly string[] {
  return [
    span.file,
    ...related.map(({ at }) => at.file),
    ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span.file)),
  ];
}

/** Whether so many words were compared, by all units together, that some may have had no answer. */
function isSpent({ memory }: Looked): boolean {
  const compared = new Map<string, number>();
  for (const { reads } of memory.values()) for (const [key, words] of reads.near) compared.set(key, words);
  let all = 0;
  for (const words of compared.values()) all += words;
  return all >= mostCompared;
}

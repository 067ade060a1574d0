/**
 * Checks in units, each of which is looked at again only where something that it depends on has changed: the nodes that it
 * is about, a name that it asked for, or a file that one of its diagnostics points into.
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

/** What a unit said, and what it follows from. */
interface Result {
  readonly others: readonly object[];
  readonly reads: Reads;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the units of a rulebook said, by check and node. */
export type Memory = ReadonlyMap<string, ReadonlyMap<object, Result>>;

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
export function* lookAt(units: readonly Unit[], book: Book, earlier: Earlier | null): Generator<undefined, Looked> {
  const looked = yield* lookOnce(units, book, earlier);
  if (!isSpent(looked)) return looked;
  // Where words are no longer compared, what is near depends on what came before: nothing is taken from earlier.
  const fresh = earlier === null ? looked : yield* lookOnce(units, { ...book, ...nearWords(book.declared) }, null);
  return { diagnostics: fresh.diagnostics, memory: new Map() };
}

function* lookOnce(units: readonly Unit[], book: Book, earlier: Earlier | null): Generator<undefined, Looked> {
  const diagnostics: Diagnostic[] = [];
  const memory = new Map<string, Map<object, Result>>();
  for (const unit of units) {
    const known = earlier === null ? null : stillTrue(unit, earlier);
    let result = known;
    if (result === null) {
      const own: Diagnostic[] = [];
      const reads = noReads();
      unit.look(watchedBook(book, reads, own));
      result = { others: unit.others, reads, diagnostics: own };
    }
    // One by one: a call takes some hundred thousand arguments and no more.
    for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
    const ofCheck = memory.get(unit.check);
    if (ofCheck === undefined) memory.set(unit.check, new Map([[unit.node, result]]));
    else ofCheck.set(unit.node, result);
    if (known === null) yield;
  }
  return { diagnostics, memory };
}

/** What the unit said, where it would say it again. */
function stillTrue(unit: Unit, { memory, changes }: Earlier): Result | null {
  if (unit.always) return null;
  const result = memory.get(unit.check)?.get(unit.node);
  if (result === undefined) return null;
  const { others, reads, diagnostics } = result;
  if (others.length !== unit.others.length || others.some((other, index) => other !== unit.others[index])) return null;
  if (changes.files.size === 0) return result;
  if (reads.all || (reads.near.size > 0 && changes.vocabulary)) return null;
  if (changes.names.size > 0) for (const name of reads.names) if (changes.names.has(name)) return null;
  return diagnostics.some((diagnostic) => pointsInto(diagnostic, changes.files)) ? null : result;
}

function pointsInto({ span, related, fixes }: Diagnostic, files: ReadonlySet<string>): boolean {
  return (
    files.has(span.file) ||
    related.some(({ at }) => files.has(at.file)) ||
    fixes.some(({ edits }) => edits.some((edit) => files.has(edit.span.file)))
  );
}

/** Whether so many words were compared, by all units together, that some may have had no answer. */
function isSpent({ memory }: Looked): boolean {
  const compared = new Map<string, number>();
  for (const ofCheck of memory.values()) {
    for (const { reads } of ofCheck.values()) for (const [key, words] of reads.near) compared.set(key, words);
  }
  let all = 0;
  for (const words of compared.values()) all += words;
  return all >= mostCompared;
}

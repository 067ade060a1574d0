/**
 * A book that remembers what was asked of it. What a check says follows from the nodes that it was given and from what
 * it asked; while neither changes it would say the same again.
 */
import type { Diagnostic } from "@edict/rulebook";
import type { Book } from "../names/book.js";
import type { NamedKind } from "../names/declared.js";
import { countOf } from "../names/declared.js";
import { fieldWords } from "../names/fields.js";

/** What was asked of a book. */
export interface Reads {
  readonly names: Set<string>;
  /** Slips that were looked for among all names, each with the number of words it was compared with. */
  readonly near: Map<string, number>;
  /** All was gone through, so that any change counts. */
  all: boolean;
}

/** A book that writes into `reads` what it is asked, and takes diagnostics of its own. */
export function watchedBook(book: Book, reads: Reads, diagnostics: Diagnostic[]): Book {
  const everything = <T>(value: T): T => {
    reads.all = true;
    return value;
  };
  const watched = <V>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> => new WatchedMap(map, reads);
  const { sets } = book;
  return {
    get files() {
      return everything(book.files);
    },
    get rules() {
      return everything(book.rules);
    },
    declared: watched(book.declared),
    sets: { codes: watched(sets.codes), diagnoses: watched(sets.diagnoses), modifiers: watched(sets.modifiers) },
    tables: watched(book.tables),
    payers: watched(book.payers),
    nearName: (text, kinds) => {
      reads.near.set(`${kinds.join()} ${text}`, count(book, kinds));
      return book.nearName(text, kinds);
    },
    nearField: (text) => {
      reads.near.set(`field ${text}`, fieldCount(book));
      return book.nearField(text);
    },
    diagnostics,
    // What a fact had asked for would not be noted here.
    history: null,
    // Where it is another, nothing is taken over from earlier.
    validCodes: book.validCodes,
  };
}

/** Nothing asked yet. */
export function noReads(): Reads {
  return { names: new Set(), near: new Map(), all: false };
}

// Asked for each slip, of which a broken file may have thousands: nothing may be gone through here.
function count({ declared }: Book, kinds: readonly NamedKind[]): number {
  return kinds.reduce((sum, kind) => sum + countOf(declared, kind), 0);
}

function fieldCount({ declared }: Book): number {
  return builtInWords + countOf(declared, "field");
}

const builtInWords = fieldWords(new Map()).length;

class WatchedMap<V> implements ReadonlyMap<string, V> {
  readonly #map: ReadonlyMap<string, V>;
  readonly #reads: Reads;

  constructor(map: ReadonlyMap<string, V>, reads: Reads) {
    this.#map = map;
    this.#reads = reads;
  }

  get(key: string): V | undefined {
    this.#reads.names.add(key);
    return this.#map.get(key);
  }

  has(key: string): boolean {
    this.#reads.names.add(key);
    return this.#map.has(key);
  }

  get size(): number {
    return this.#whole().size;
  }

  forEach(look: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.#whole()) look(value, key, this);
  }

  entries(): MapIterator<[string, V]> {
    return this.#whole().entries();
  }

  keys(): MapIterator<string> {
    return this.#whole().keys();
  }

  values(): MapIterator<V> {
    return this.#whole().values();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.#whole().entries();
  }

  #whole(): ReadonlyMap<string, V> {
    this.#reads.all = true;
    return this.#map;
  }
}

/**
 * What was read of the lines so far, field by field: growing columns of interned ids, numbers and days. Shared by all
 * files of a run, so that a patient who is in two files is one patient.
 */
import { noDate } from "@edict/rulebook";
import { GrowingInts, GrowingNumbers } from "../columns/growing.js";
import { ByteTexts } from "../columns/byte-texts.js";
import { OwnTexts } from "../columns/own-texts.js";
import type { FieldKind } from "./field-kind.js";

/** A column that grows; `kind` says what its values are. */
export type Store = TextStore | OwnTextStore | ListStore | NumberStore | DateStore;

/** Ids of texts, -1 where blank. */
export interface TextStore {
  readonly kind: "text";
  texts: ByteTexts;
  readonly ids: GrowingInts;
}

/** Texts of which hardly any stands twice. */
export interface OwnTextStore {
  readonly kind: "own-text";
  readonly texts: OwnTexts;
}

/** Ids of lists, -1 where empty. */
export interface ListStore {
  readonly kind: "list";
  lists: Lists;
  readonly ids: GrowingInts;
}

/** Numbers, NaN where blank. */
export interface NumberStore {
  readonly kind: "number";
  readonly values: GrowingNumbers;
}

/** Day numbers, `noDate` where blank. */
export interface DateStore {
  readonly kind: "date";
  readonly days: GrowingInts;
}

/** Lists interned. Their parts hold no space, so that joining them tells lists apart; and they are short texts of their own. */
export class Lists {
  readonly #ids = new Map<string, number>();
  readonly values: (readonly string[])[] = [];

  idOf(list: readonly string[]): number {
    if (list.length === 0) return -1;
    const key = list.length === 1 ? (list[0] ?? "") : list.join(" ");
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.values.length);
    return this.values.push(list) - 1;
  }
}

/** An empty store for fields of a kind. */
export function storeFor(kind: FieldKind): Store {
  switch (kind.kind) {
    case "text":
      return { kind: "text", texts: new ByteTexts(), ids: new GrowingInts() };
    case "own-text":
      return { kind: "own-text", texts: new OwnTexts() };
    case "list":
      return { kind: "list", lists: new Lists(), ids: new GrowingInts() };
    case "number":
      return { kind: "number", values: new GrowingNumbers() };
    case "date":
      return { kind: "date", days: new GrowingInts() };
  }
}

/** Adds blanks for lines that lack the field. */
export function fillWithBlanks(store: Store, count: number): void {
  switch (store.kind) {
    case "text":
    case "list":
      store.ids.fillTo(count, -1);
      return;
    case "own-text":
      store.texts.fillTo(count);
      return;
    case "number":
      store.values.fillTo(count, NaN);
      return;
    case "date":
      store.days.fillTo(count, noDate);
      return;
  }
}

/** Keeps, of the values from the line `base` on, those of the records that stay; a column that the file lacks has none. */
export function keepRecords(store: Store, base: number, kept: Int32Array, count: number): void {
  switch (store.kind) {
    case "text":
    case "list":
      if (store.ids.length > base) store.ids.keep(base, kept, count);
      return;
    case "number":
      if (store.values.length > base) store.values.keep(base, kept, count);
      return;
    case "date":
      if (store.days.length > base) store.days.keep(base, kept, count);
      return;
    case "own-text":
      // These are read when it is known which records stay.
      return;
  }
}

/** Makes room for so many lines. */
export function reserveLines(store: Store, count: number): void {
  switch (store.kind) {
    case "text":
    case "list":
      store.ids.reserve(count);
      return;
    case "own-text":
      store.texts.reserve(count);
      return;
    case "number":
      store.values.reserve(count);
      return;
    case "date":
      store.days.reserve(count);
      return;
  }
}

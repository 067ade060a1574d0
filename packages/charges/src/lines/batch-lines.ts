/**
 * Lines of which a part is done with: the others move to the front, and dictionaries that have grown large begin anew, so
 * that a file of any length is read in the same memory.
 */
import { ByteTexts } from "../columns/byte-texts.js";
import type { LineStore } from "./line-store.js";
import { storesOf } from "./line-store.js";
import type { Store } from "./stores.js";
import { Lists } from "./stores.js";

/** A dictionary with more values begins anew. */
const mostValues = 1 << 17;

/** Sets the number of lines; values beyond stay where they are. */
export function setCount(lines: LineStore, count: number): void {
  lines.row.length = count;
  lines.file.length = count;
  for (const store of storesOf(lines)) {
    switch (store.kind) {
      case "text":
      case "list":
        store.ids.length = count;
        break;
      case "number":
        store.values.length = count;
        break;
      case "date":
        store.days.length = count;
        break;
      case "own-text":
        store.texts.length = count;
        break;
    }
  }
}

/** Takes the first lines away; answers the columns that have another dictionary afterwards. */
export function dropLines(lines: LineStore, count: number): ReadonlySet<Store> {
  dropFirst(lines, count);
  return renewDictionaries(lines);
}

/** Takes the first lines away and leaves the dictionaries as they are. */
export function dropFirst(lines: LineStore, count: number): void {
  lines.row.drop(count);
  lines.file.drop(count);
  const credits = [...lines.creditCells].filter(([line]) => line >= count);
  lines.creditCells.clear();
  for (const [line, cell] of credits) lines.creditCells.set(line - count, cell);
  for (const store of storesOf(lines)) dropValues(store, count);
}

/** Begins dictionaries that have grown large anew, and that of patients, of whom none comes again; answers their columns. */
export function renewDictionaries(lines: LineStore): ReadonlySet<Store> {
  const renewed = storesOf(lines).filter((store) => renew(store, store === lines.patient ? 0 : mostValues));
  return new Set(renewed);
}

function dropValues(store: Store, count: number): void {
  switch (store.kind) {
    case "text":
    case "list":
      store.ids.drop(count);
      return;
    case "number":
      store.values.drop(count);
      return;
    case "date":
      store.days.drop(count);
      return;
    case "own-text":
      store.texts.drop(count);
      return;
  }
}

/** Gives a store with more than `most` values another dictionary, of what its lines have. */
function renew(store: Store, most: number): boolean {
  switch (store.kind) {
    case "text": {
      const { values } = store.texts;
      if (values.length <= most) return false;
      store.texts = new ByteTexts(store.texts);
      const { texts } = store;
      store.ids.change((id) => (id < 0 ? id : texts.idOf(values[id] ?? "")));
      return true;
    }
    case "list": {
      const { values } = store.lists;
      if (values.length <= most) return false;
      store.lists = new Lists();
      const { lists } = store;
      store.ids.change((id) => (id < 0 ? id : lists.idOf(values[id] ?? [])));
      return true;
    }
    case "number":
    case "date":
    case "own-text":
      return false;
  }
}

/** About how many bytes of memory some lines take, to tell when there are enough of them. */
import type { LineStore } from "../lines/line-store.js";
import { storesOf } from "../lines/line-store.js";
import type { Store } from "../lines/stores.js";

/** A text in a dictionary, with its slot in a hash table. */
const bytesOfText = 100;
const bytesOfList = 250;
/** File, row, and what sorting needs: a place and a patient. */
const bytesBeside = 16;

/** The lines and the dictionaries of what they have. */
export function bytesOfLines(lines: LineStore): number {
  const apart = storesOf(lines).reduce((sum, store) => sum + bytesApart(store), 0);
  return bytesOfColumns(lines, lines.row.length) + lines.creditCells.size * bytesOfText + apart;
}

/** What so many lines take in the columns alone. */
export function bytesOfColumns(lines: LineStore, count: number): number {
  const ofLine = storesOf(lines).reduce((sum, store) => sum + (store.kind === "number" ? 8 : 4), bytesBeside);
  return count * ofLine;
}

function bytesApart(store: Store): number {
  switch (store.kind) {
    case "text":
      return store.texts.values.length * bytesOfText;
    case "list":
      return store.lists.values.length * bytesOfList;
    case "own-text":
      return store.texts.bytes;
    case "number":
    case "date":
      return 0;
  }
}

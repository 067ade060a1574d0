/** About how many bytes of memory some lines take, to tell when there are enough of them. */
import type { Store } from "../lines/stores.js";
import { storesOf } from "../lines/line-store.js";
import type { PackedLines } from "../packed/packed-lines.js";

/** A text in a dictionary, with its slot in a hash table. */
const bytesOfText = 160;
const bytesOfList = 350;
/** A value that is not packed yet. */
const bytesOfValue = 8;
/** The place of a line, when lines are sorted. */
const bytesOfPlace = 4;

/** The lines and the dictionaries of what they have. */
export function bytesOfLines({ bytes, count, creditCells, lines }: PackedLines): number {
  const stores = storesOf(lines);
  const dictionaries = stores.reduce((sum, store) => sum + bytesOfDictionary(store), 0);
  const notPacked = lines.row.length * (stores.length + 2) * bytesOfValue;
  return bytes + count * bytesOfPlace + notPacked + creditCells.size * bytesOfText + dictionaries;
}

function bytesOfDictionary(store: Store): number {
  switch (store.kind) {
    case "text":
      return store.texts.values.length * bytesOfText;
    case "list":
      return store.lists.values.length * bytesOfList;
    case "own-text":
    case "number":
    case "date":
      return 0;
  }
}

/** Texts that stand as bytes somewhere, as a column: none is made until somebody asks for it. */
import type { TextColumn } from "@edict/rulebook";
import type { Bytes } from "../records/record-batch.js";
import { textOf } from "../records/record-batch.js";
import { ByteTexts } from "./byte-texts.js";

/** Where a text stands, blanks around it included. */
export interface TextPlace {
  source: Bytes;
  start: number;
  end: number;
}

const space = 0x20;
const quote = 0x22;
const backslash = 0x5c;

/** A column of `count` lines, whose texts `find` finds, and `copyTexts` copies where they stand one behind another. */
export function columnOfPlaces(
  count: number,
  find: (line: number, found: TextPlace) => void,
  copyTexts?: TextColumn["copyTexts"],
): TextColumn {
  const found: TextPlace = { source: noBytes, start: 0, end: 0 };
  let made: { readonly ids: Int32Array; readonly values: readonly string[] } | null = null;
  const interned = (): { readonly ids: Int32Array; readonly values: readonly string[] } => {
    made ??= internedTexts(count, find);
    return made;
  };
  return {
    kind: "text",
    get ids() {
      return interned().ids;
    },
    get values() {
      return interned().values;
    },
    textAt: (line) => {
      find(line, found);
      const text = textOf(found.source.bytes, found.start, found.end).trim();
      return text === "" ? null : text;
    },
    copyPlain: (line, into, at) => {
      find(line, found);
      return copyPlain(found, into, at);
    },
    ...(copyTexts === undefined ? {} : { copyTexts }),
  };
}

/** Where nothing stands. */
export const noBytes: Bytes = { bytes: new Uint8Array(0), words: new DataView(new ArrayBuffer(0)) };

function copyPlain({ source: { bytes }, start, end }: TextPlace, into: Uint8Array, at: number): number {
  // A blank at either end would have to be taken off.
  if (start === end || bytes[start] === space || bytes[end - 1] === space || at + end - start > into.length) return -1;
  let to = at;
  for (let from = start; from < end; from++) {
    const byte = bytes[from] ?? 0;
    if (byte < space || byte >= 0x7f || byte === quote || byte === backslash) return -1;
    into[to++] = byte;
  }
  return to;
}

/** All texts at once, for whoever compares lines by them. */
function internedTexts(
  count: number,
  find: (line: number, found: TextPlace) => void,
): { ids: Int32Array; values: readonly string[] } {
  const texts = new ByteTexts();
  const found: TextPlace = { source: noBytes, start: 0, end: 0 };
  const ids = new Int32Array(count);
  for (let line = 0; line < count; line++) {
    find(line, found);
    ids[line] = texts.idOfCell(found.source, found.start, found.end);
  }
  return { ids, values: texts.values };
}

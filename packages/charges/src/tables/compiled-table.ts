/**
 * The compiled form of a table: its columns as a run holds them, ready to be looked at where they lie. A file has a
 * head, a description of its columns as JSON, and then for each column its distinct values, sorted, and of each row the
 * index of its value, in as few bytes as that takes; of a column in whose order the rows stand, where the rows of each
 * value begin. Everything begins at a multiple of eight bytes; numbers have their
 * lowest byte first. A checksum over all that follows it says that a file is whole; what it says is not believed for that.
 */
import { endianness } from "node:os";
import type { ColumnType } from "@edict/rulebook";

/** The first eight bytes of a file. */
export const magic = "EDICTTAB";

/** The form that is written. The first, which is read too, knows of no order. */
export const form = 2;
export const formWithoutOrder = 1;

/** Where the head has its numbers of four bytes, and how long it is. */
export const head = { form: 8, description: 12, checksum: 16, afterChecksum: 20, length: 24 } as const;

/** A column as a file describes it. */
export interface CompiledColumn {
  /** Its header in the table that was compiled. */
  readonly name: string;
  readonly type: ColumnType;
  /** How many distinct values it has; where `width` is 0, one for each row. */
  readonly values: number;
  /** Bytes of a text column's values, as a JSON array; else 0. */
  readonly textBytes: number;
  /** Bytes of an index: 1, 2 or 4; 0 where the values stand row by row. */
  readonly width: number;
  /** How rows stand by it. By the `first` they are grouped: it has where the rows of each value begin, and no index. */
  readonly order?: "first" | "second";
}

export interface Description {
  readonly rows: number;
  readonly columns: readonly CompiledColumn[];
}

/** Where the parts of a column are in a file. */
export interface ColumnPlace {
  readonly column: CompiledColumn;
  readonly values: number;
  readonly ids: number;
}

/** The places of all columns, and the length of the file. */
export function placesOf(
  { rows, columns }: Description,
  descriptionLength: number,
): { readonly places: readonly ColumnPlace[]; readonly length: number } {
  let at = aligned(head.length + descriptionLength);
  const places = columns.map((column): ColumnPlace => {
    const values = at;
    at = aligned(at + bytesOfValues(column));
    const ids = at;
    at = aligned(at + (column.order === "first" ? bytesOfStarts(column) : rows * column.width));
    return { column, values, ids };
  });
  return { places, length: at };
}

/** Whole numbers of four bytes: where the rows of each value begin, and their end. */
function bytesOfStarts({ values }: CompiledColumn): number {
  return (values + 1) * 4;
}

function bytesOfValues({ type, values, textBytes }: CompiledColumn): number {
  switch (type) {
    case "text":
    case "code":
    case "diagnosis":
      return textBytes;
    case "number":
      return values * 8;
    case "date":
      return values * 4;
  }
}

export function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

/** Numbers are looked at where they lie, so that a machine that has their highest byte first cannot use them. */
export const canUseNumbers = endianness() === "LE";

/**
 * Charge lines as the engine takes them: columns, not objects. Lines stand in the order of patient (by bytes), date and
 * input; one patient's lines are together. Rejected and netted rows are already gone.
 */
/** Texts interned: a line's value is an index into `values`, or -1 where it is blank. */
export interface TextColumn {
  readonly kind: "text";
  readonly ids: Int32Array;
  readonly values: readonly string[];
  /**
   * Of texts that hardly repeat, such as a line's own number: the text of one line. Then `ids` and `values` are worked
   * out when they are first asked for, which costs as much as reading the column.
   */
  readonly textAt?: (line: number) => string | null;
  /**
   * Beside `textAt`, for whoever writes the text of a line as bytes: copies it to a place where it is ASCII that JSON writes
   * as it is, and there is room. Where it ends; -1 where nothing was copied, and `textAt` is to be asked.
   */
  readonly copyPlain?: (line: number, into: Uint8Array, at: number) => number;
  /**
   * Beside it, where the texts of lines stand one behind another: copies those of the lines `from` up to `to` to a place,
   * as they stand, blanks around them included, and writes to `ends` where each ends. Where the last ends; -1 where there
   * is no room, and nothing was copied.
   */
  readonly copyTexts?: (from: number, to: number, into: Uint8Array, at: number, ends: Int32Array) => number;
}

/** The text of one line; null where blank. */
export function textAt(column: TextColumn, line: number): string | null {
  if (column.textAt !== undefined) return column.textAt(line);
  return column.values[column.ids[line] ?? -1] ?? null;
}

/** Lists interned: a line's value is an index into `values`, or -1 where the list is empty. */
export interface ListColumn {
  readonly kind: "list";
  readonly ids: Int32Array;
  readonly values: readonly (readonly string[])[];
}

/** Numbers; NaN where blank. */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
}

/** Days since 1970-01-01; `noDate` where blank. */
export interface DateColumn {
  readonly kind: "date";
  readonly days: Int32Array;
}

/** The blank of a date column. */
export const noDate = -0x80000000;

/**
 * The lines of one run, or of a part of it: a long run comes in batches of whole patients, batch after batch in the order
 * of patients. `files` is complete in the first batch. The `values` of a column are the same array as in the batch before,
 * which may have grown at its end, so that an id keeps its meaning; where they are another array, ids have new meanings.
 * Columns of numbers, days and ids belong to one batch.
 */
export interface Charges {
  readonly count: number;
  /** Files in input order, and the fields that each has. */
  readonly files: readonly ChargeFile[];
  /** Of each line: the index of its file. */
  readonly file: Int32Array;
  /** Of each line: the record's number in its file, the header being row 1. */
  readonly row: Int32Array;
  /** Of each line: its place in the input over all files, rising in input order. */
  readonly order: Int32Array;
  readonly patient: TextColumn;
  readonly date: DateColumn;
  /** Upper case. */
  readonly code: TextColumn;
  /** Upper case, sorted, without repeats: the order of modifiers on a line does not matter to any rule. */
  readonly modifiers: ListColumn;
  /** As the file has them, for findings. */
  readonly shownModifiers: ListColumn;
  /** At most four decimals, never negative; 1 where blank. */
  readonly units: NumberColumn;
  /** Without dots, upper case, the first is primary. */
  readonly diagnoses: ListColumn;
  /** The other fields, built-in and declared, that some file has. `age` is worked out from `birth` where a line has none. */
  readonly fields: ReadonlyMap<string, TextColumn | NumberColumn | DateColumn>;
}

export interface ChargeFile {
  readonly name: string;
  /** Names of the fields that the file has a column for (or that `--set` gives); `primary diagnosis` comes with `diagnoses`. */
  readonly fields: ReadonlySet<string>;
}

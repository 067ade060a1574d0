/** Tables (`language.md` section 3): columns with types, and rows, written or in a file. */
import type { Place } from "./place.js";
import type { Declared } from "./sets.js";

/** `diagnosis` columns hold diagnoses with their dot. A column of a file has the type that its declaration gives. */
export type ColumnType = "text" | "number" | "date" | "code" | "diagnosis";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** The header of this column in its file, where it is not the name itself. */
  readonly header: string | null;
}

/** A cell: a number in a column of numbers, an ISO date in one of dates, else text; null where empty. */
export type Cell = string | number | null;

/** `table NAME …` */
export interface Table extends Declared {
  readonly columns: readonly Column[];
  readonly source: RowsSource | FileSource;
}

/** Rows that stand in the rulebook. The header is row 1, so `rows[0]` is row 2. */
export interface RowsSource {
  readonly kind: "rows";
  readonly rows: readonly (readonly Cell[])[];
}

/** Rows in a CSV or Parquet file. */
export interface FileSource {
  readonly kind: "file";
  /** Relative to the file of `at`, as written. */
  readonly path: string;
  readonly at: Place;
}

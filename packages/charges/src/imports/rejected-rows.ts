/** The rows of an import that are rejected: all are counted, and the first of them kept to be listed. */
import type { Unreadable } from "../values/unreadable.js";

/** A rejected row. */
export interface RejectedRow {
  /** The text's name, behind its archive's. */
  readonly file: string;
  /** As a spreadsheet shows it. */
  readonly row: number;
  /** Null where the row as a whole is rejected. */
  readonly column: string | null;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

const longestValue = 40;

export class RejectedRows {
  readonly listed: RejectedRow[] = [];
  count = 0;

  /** At most `most` rows are kept. */
  constructor(private readonly most: number) {}

  add(file: string, row: number, column: string | null, value: string, why: Unreadable): void {
    this.count++;
    if (this.listed.length >= this.most) return;
    const shown = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
    this.listed.push({ file, row, column, value: shown, code: why.code, reason: why.reason });
  }
}

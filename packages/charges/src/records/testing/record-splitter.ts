/**
 * What `RecordReader` is held against: text into records, with papaparse doing the splitting. A record that runs over
 * several lines is not believed where its quotes are not as they should be, where it does not end, or where a line inside
 * its quotes looks like a whole row: then its first line is a broken row, and reading goes on at the next line.
 */
import papaparse from "papaparse";
import { fileError } from "../../charge-file-error.js";
import { fileErrors } from "../../diagnostics.js";
import { findHeader } from "../delimiter.js";

/** Who takes the records of a text, in order. Records that are blank altogether are numbered and left out. */
export interface TextSink {
  readonly header: (cells: readonly string[], row: number) => void;
  readonly record: (cells: readonly string[], row: number) => void;
  /** A row whose quotes are not closed properly. */
  readonly broken: (row: number) => void;
}

/** A record does not go on for longer than this. */
const longestRecord = 4_000_000;

/** So many rows with open quotes say that the file as a whole is not what it seems. */
const mostBroken = 20;

interface Split {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Takes the text of one file, in pieces whose line breaks are `\n`. */
export class RecordSplitter {
  #rest = "";
  #delimiter: string | null = null;
  #row = 0;
  #width: number | null = null;
  #broken = 0;
  #firstBroken = 0;

  constructor(
    private readonly file: string,
    private readonly sink: TextSink,
  ) {}

  /** The next piece. */
  push(text: string): void {
    this.#rest += text;
    this.#drain(false);
  }

  /** There is no more. */
  end(): void {
    this.#drain(true);
    if (this.#width === null) throw fileError(fileErrors, "file-is-empty", { file: this.file }, {});
  }

  #drain(final: boolean): void {
    if (this.#delimiter === null) {
      const header = findHeader(this.#rest, final);
      if (header === null) return;
      this.#delimiter = header.delimiter;
      this.#row = header.blankLines;
      this.#rest = this.#rest.split("\n").slice(header.lines).join("\n");
    }
    const delimiter = this.#delimiter;
    while (this.#rest !== "") {
      const text = this.#rest;
      const split = splitText(text, delimiter, final, 0);
      const brokenAt = this.#emit(text, split, delimiter);
      if (brokenAt === null) {
        this.#rest = final ? "" : text.slice(split.meta.cursor);
        if (this.#rest.length <= longestRecord) return;
        // The record has no end in sight. Without a quote it is one line, and nothing can be said of where it ends.
        if (!this.#rest.includes('"')) {
          throw fileError(fileErrors, "row-too-long", { file: this.file, row: this.#row + 1 }, { row: this.#row + 1 });
        }
      } else {
        const start = brokenAt === 0 ? 0 : splitText(text, delimiter, final, brokenAt).meta.cursor;
        this.#rest = text.slice(start);
      }
      this.#breakFirstLine();
    }
  }

  /** Hands the records on, up to the first that is not believed: its place in the split, or null where all went on. */
  #emit(text: string, split: Split, delimiter: string): number | null {
    const quoted = text.includes('"');
    const malformed = new Set(split.errors.map((error) => error.row));
    for (const [index, cells] of split.data.entries()) {
      if (quoted) {
        const severalLines = cells.some((cell) => cell.includes("\n"));
        const isMalformed = malformed.has(index);
        if (severalLines && (isMalformed || this.#swallowsRows(cells, delimiter))) return index;
        if (isMalformed) {
          this.#reportBroken();
          continue;
        }
      }
      this.#row++;
      const first = cells[0] ?? "";
      if (first.trim() === "" && cells.every((cell) => cell.trim() === "")) continue;
      if (this.#width === null) {
        // A header may break a line within a cell, but a cell with whole rows in it is a quote left open.
        const swallowed =
          quoted &&
          cells.some((cell) =>
            cell
              .split("\n")
              .slice(1)
              .some((line) => line.includes(delimiter)),
          );
        if (swallowed) throw fileError(fileErrors, "header-not-closed", { file: this.file }, {});
        this.#width = cells.length;
        this.sink.header(cells, this.#row);
      } else {
        this.sink.record(cells, this.#row);
      }
    }
    return null;
  }

  /** True where a line inside a quoted cell has as many delimiters as the header: a row that a quote has swallowed. */
  #swallowsRows(cells: readonly string[], delimiter: string): boolean {
    const width = this.#width;
    // With two columns, any comma in a note would look like a row.
    if (width === null || width < 3) return false;
    return cells.some(
      (cell) =>
        cell.includes("\n") &&
        cell
          .split("\n")
          .slice(1)
          .some((line) => line.split(delimiter).length >= width),
    );
  }

  #breakFirstLine(): void {
    const end = this.#rest.indexOf("\n");
    this.#rest = end === -1 ? "" : this.#rest.slice(end + 1);
    this.#reportBroken();
  }

  #reportBroken(): void {
    if (this.#width === null) throw fileError(fileErrors, "header-not-closed", { file: this.file }, {});
    this.#row++;
    if (this.#broken === 0) this.#firstBroken = this.#row;
    this.#broken++;
    if (this.#broken > mostBroken) {
      const parameters = { rows: mostBroken, first: this.#firstBroken };
      throw fileError(fileErrors, "quotes-not-closed", { file: this.file, row: this.#firstBroken }, parameters);
    }
    this.sink.broken(this.#row);
  }
}

/** Splits a text; the last record only where it is `final`, since more may follow. `preview`: so many records, 0 all. */
function splitText(text: string, delimiter: string, final: boolean, preview: number): Split {
  // papaparse's own streams decode and count for themselves; its parser alone is what is wanted here. The flag in the
  // middle of its interface is the reader's: the last record of a piece waits for the next piece.
  const split: Split = new papaparse.Parser({ delimiter, newline: "\n", preview }).parse(text, 0, !final);
  return split;
}

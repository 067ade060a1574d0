/**
 * The header of a published table: behind a notice and a title, and often over several lines, so that a column's name
 * stands in pieces one below the other. It is found by its first column, and read until all columns are known.
 */
import { fileError } from "../charge-file-error.js";
import { rowReasons } from "../diagnostics.js";
import type { Unreadable } from "../values/unreadable.js";
import { unreadable } from "../values/unreadable.js";
import { importErrors } from "./diagnostics.js";
import type { LineCells } from "./line-cells.js";
import type { Take, TakeInPlace } from "./records.js";

/** A column that is read, and how its header begins or what it says; the first one finds the header. */
export interface PublishedColumn {
  readonly name: string;
  readonly header: RegExp;
  /** Not every layout has it. */
  readonly optional?: true;
}

/** A row below the header, by its number and a cell for each column, in the order of the columns, trimmed. */
export type TakeRow = (cells: readonly string[], row: number) => void;

/** A row below the header where it stands; the places of the columns in it, -1 of one that is not there. */
export type TakeRowInPlace = (line: LineCells, places: readonly number[]) => boolean;

/** A row that cannot be cut into cells as the header is. */
export type TakeBroken = (why: Unreadable, row: number) => void;

const quoteOpen = unreadable(rowReasons, "quote-not-closed", {});

const longestHeader = 12;
const looksLikeRow = /^(?:[0-9A-Z]{4,5}|\d{8}|\d{1,2}\/\d{1,2}\/\d{4})$/i;

/** Hands on what stands below the header. Call `end` when the text is over. */
export class BelowHeader {
  #header: string[] | null = null;
  #lines = 0;
  #places: readonly number[] | null = null;

  constructor(
    private readonly file: string,
    private readonly columns: readonly PublishedColumn[],
    private readonly takeRow: TakeRow,
    private readonly takeRowInPlace: TakeRowInPlace | null,
    private readonly takeBroken: TakeBroken,
  ) {}

  readonly take: Take = (cells, row) => {
    if (this.#header === null) {
      if (cells !== null && this.#begins(cells)) this.#add(cells);
      return;
    }
    if (this.#places === null) {
      const places = this.#placesIn(this.#header);
      const first = places[0] ?? -1;
      const goesOn = cells !== null && (cells[first] ?? "").trim() === "" && !cells.some((cell) => isOfRow(cell));
      if (this.#missing(places).length > 0 || goesOn) {
        if (cells === null || this.#lines >= longestHeader) throw this.#headerMissing();
        this.#add(cells);
        return;
      }
      this.#places = places;
    }
    this.#row(cells, row, this.#places);
  };

  readonly takeInPlace: TakeInPlace = (line) => {
    if (this.takeRowInPlace === null || this.#places === null) return false;
    return line.count <= (this.#header?.length ?? 0) && this.takeRowInPlace(line, this.#places);
  };

  end(): void {
    if (this.#header === null || this.#missing(this.#placesIn(this.#header)).length > 0) throw this.#headerMissing();
  }

  #row(cells: readonly string[] | null, row: number, places: readonly number[]): void {
    const expected = this.#header?.length ?? 0;
    if (cells === null) this.takeBroken(quoteOpen, row);
    else if (cells.length > expected && cells.slice(expected).some((cell) => cell.trim() !== "")) {
      this.takeBroken(unreadable(rowReasons, "cells-too-many", { found: cells.length, expected }), row);
    } else {
      const found: string[] = [];
      for (const place of places) found.push((cells[place] ?? "").trim());
      this.takeRow(found, row);
    }
  }

  #begins(cells: readonly string[]): boolean {
    const [first] = this.columns;
    return cells.some((cell) => first?.header.test(oneLine(cell)) === true);
  }

  #add(cells: readonly string[]): void {
    this.#lines++;
    const header = this.#header ?? [];
    for (const [place, cell] of cells.entries()) header[place] = oneLine(`${header[place] ?? ""} ${cell}`);
    this.#header = header;
  }

  #placesIn(header: readonly string[]): readonly number[] {
    return this.columns.map((column) => header.findIndex((name) => column.header.test(name)));
  }

  #missing(places: readonly number[]): readonly string[] {
    return this.columns
      .filter((column, index) => places[index] === -1 && column.optional !== true)
      .map((column) => column.name);
  }

  #headerMissing(): unknown {
    const missing = this.#missing(this.#placesIn(this.#header ?? [])).join(", ");
    return fileError(importErrors, "import-header-missing", { file: this.file }, { missing });
  }
}

function isOfRow(cell: string): boolean {
  const text = cell.trim();
  return looksLikeRow.test(text) && /\d/.test(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

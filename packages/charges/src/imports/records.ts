/**
 * The records of a published text. Nearly every one is a line without a quote, which is cut at its separators; where a
 * quote stands, lines are joined until the quotes are even, and papaparse has the say. A quote that nobody closes costs
 * its own line and none behind it.
 */
import papaparse from "papaparse";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";

/** Takes a record, numbered as a spreadsheet shows it; null for a row whose quotes are not closed. */
export type Take = (cells: readonly string[] | null, row: number) => void;

/** Takes the text of one file, in pieces whose line breaks are `\n`, and hands on its records. */
export interface TakesText {
  push(text: string): void;
  end(): void;
}

/** How a text is cut into records. */
export type CutText = (file: string, take: Take) => TakesText;

/** What the texts of a source are like. */
export interface TextLayout {
  readonly cut: CutText;
  /** Whether a text holds rows, by its name behind its archive's: some archives hold notes beside the table. */
  readonly holdsRows: (part: string) => boolean;
}

/** A record in quotes does not go on for longer: a notice has some ten lines. */
const mostLines = 200;
const mostBroken = 20;
/** As the message of `row-too-long` says. */
const longestLine = 4_000_000;

/** How much of a text is looked at to find what separates its cells. */
const enough = 1 << 16;

/** Texts as most sources have them: cells between separators, some in quotes. */
export const separatedTexts: TextLayout = { cut: (file, take) => new Records(file, take), holdsRows: () => true };

/** Cuts a text at its separators. */
export class Records implements TakesText {
  #rest = "";
  #delimiter: string | null = null;
  #open: string[] = [];
  #row = 0;
  #broken = 0;

  constructor(
    private readonly file: string,
    private readonly take: Take,
  ) {}

  push(text: string): void {
    this.#rest += text;
    if (this.#delimiter === null && this.#rest.length < enough) return;
    this.#lines();
  }

  end(): void {
    this.#lines();
    if (this.#rest !== "") this.#line(this.#rest);
    this.#rest = "";
    while (this.#open.length > 0) this.#giveUp();
  }

  #lines(): void {
    this.#delimiter ??= delimiterOf(this.#rest.slice(0, enough));
    const text = this.#rest;
    let start = 0;
    for (;;) {
      const end = text.indexOf("\n", start);
      if (end === -1) break;
      this.#line(text.slice(start, end));
      start = end + 1;
    }
    this.#rest = text.slice(start);
    this.#refuseEndless(this.#rest);
  }

  #refuseEndless(line: string): void {
    if (line.length <= longestLine) return;
    throw fileError(fileErrors, "row-too-long", { file: this.file }, { row: this.#row + 1 });
  }

  #line(line: string): void {
    this.#refuseEndless(line);
    if (this.#open.length === 0 && !line.includes('"')) {
      this.#record(line.split(this.#delimiter ?? ","));
      return;
    }
    this.#open.push(line);
    const text = this.#open.join("\n");
    if (text.split('"').length % 2 === 0) {
      if (this.#open.length >= mostLines || text.length > enough) this.#giveUp();
      return;
    }
    this.#open = [];
    const { data, errors } = papaparse.parse<string[]>(text, { delimiter: this.#delimiter ?? ",", newline: "\n" });
    const [cells] = data;
    if (cells === undefined || data.length !== 1 || errors.length > 0) this.#reportBroken();
    else this.#record(cells);
  }

  /** The first of the open lines is a row of its own, and broken; the others are looked at anew. */
  #giveUp(): void {
    const [, ...others] = this.#open;
    this.#open = [];
    this.#reportBroken();
    for (const line of others) this.#line(line);
  }

  #reportBroken(): void {
    this.#broken++;
    if (this.#broken > mostBroken) {
      const parameters = { rows: mostBroken, first: this.#row };
      throw fileError(fileErrors, "quotes-not-closed", { file: this.file }, parameters);
    }
    this.take(null, ++this.#row);
  }

  #record(cells: readonly string[]): void {
    this.#row++;
    if ((cells[0] ?? "") === "" && cells.every((cell) => cell.trim() === "")) return;
    this.take(cells, this.#row);
  }
}

/** A tab where most lines have one, else a comma. */
function delimiterOf(start: string): string {
  const lines = start.split("\n").filter((line) => line.trim() !== "");
  return lines.filter((line) => line.includes("\t")).length * 2 >= lines.length ? "\t" : ",";
}

/**
 * The records of a published text. Nearly every one is a line without a quote, which is cut at its separators, or read
 * where it stands by whoever can; where a quote stands, lines are joined until the quotes are even, and papaparse has the
 * say. A quote that nobody closes costs its own line and none behind it.
 */
import papaparse from "papaparse";
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";
import { LineCells } from "./line-cells.js";

/** Takes a record, numbered as a spreadsheet shows it; null for a row whose quotes are not closed. */
export type Take = (cells: readonly string[] | null, row: number) => void;

/** Takes a record where it stands in a text; answers false where it has to be taken cell by cell. */
export type TakeInPlace = (line: LineCells) => boolean;

/** Who takes the records of a text. */
export interface Taker {
  readonly take: Take;
  /** Asked first of each line without a quote. */
  readonly takeInPlace: TakeInPlace;
}

/** Takes the text of one file, in pieces of UTF-8 and whole characters, and hands on its records. */
export interface TakesText {
  push(piece: Uint8Array): void;
  end(): void;
}

/** How a text is cut into records. */
export type CutText = (file: string, taker: Taker) => TakesText;

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
export const separatedTexts: TextLayout = { cut: (file, taker) => new Records(file, taker), holdsRows: () => true };

/** Cuts a text at its separators. */
export class Records implements TakesText {
  #delimiter: string | null = null;
  #open: string[] = [];
  #row = 0;
  #broken = 0;
  readonly #cells = new LineCells();

  constructor(
    private readonly file: string,
    private readonly taker: Taker,
  ) {}

  push(piece: Uint8Array): void {
    this.#cells.add(piece);
    if (this.#delimiter !== null || this.#cells.waiting >= enough) this.#lines();
  }

  end(): void {
    this.#lines();
    const last = this.#cells.rest();
    if (last !== "") this.#line(last);
    while (this.#open.length > 0) this.#giveUp();
  }

  #lines(): void {
    const cells = this.#cells;
    this.#delimiter ??= delimiterOf(cells.beginning(enough));
    const separator = this.#delimiter.charCodeAt(0);
    while (cells.cut(separator)) {
      if (this.#open.length === 0 && cells.plain && this.taker.takeInPlace(cells)) this.#row++;
      else this.#line(cells.line());
    }
    this.#refuseEndless(cells.waiting);
  }

  #refuseEndless(length: number): void {
    if (length <= longestLine) return;
    throw fileError(fileErrors, "row-too-long", { file: this.file }, { row: this.#row + 1 });
  }

  #line(line: string): void {
    this.#refuseEndless(line.length);
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
    this.taker.take(null, ++this.#row);
  }

  #record(cells: readonly string[]): void {
    this.#row++;
    if ((cells[0] ?? "") === "" && cells.every((cell) => cell.trim() === "")) return;
    this.taker.take(cells, this.#row);
  }
}

/** A tab where most lines have one, else a comma. */
function delimiterOf(start: string): string {
  const lines = start.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  return lines.filter((line) => line.includes("\t")).length * 2 >= lines.length ? "\t" : ",";
}

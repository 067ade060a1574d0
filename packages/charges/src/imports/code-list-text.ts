/**
 * The texts of code lists: HCPCS as CMS publishes it, in fixed columns and without a header; codes alone, one a line; or
 * a table with a header, which is cut as every published table is. Of the fixed columns only codes and dates are read:
 * what a code means is not ours to keep.
 */
import { LineCells } from "./line-cells.js";
import type { CutText, Take, Taker, TakesText, TextLayout } from "./records.js";
import { Records } from "./records.js";

/** How the columns of HCPCS are called in the header that its text has not, and in the workbook has. */
export const hcpcsHeader = ["HCPC", "RECID", "ADD DT", "TERM DT"] as const;

/** A code and a sequence number of five signs each, then what kind of record it is. */
const fixedColumns = /^[0-9A-Z ]{5}\d{5}[3478]/;
const bareCode = /^[0-9A-Z]{5}$/i;

/** What separates cells; here no cell is looked at. */
const comma = 44;

/** What an archive holds besides the list. */
const beside = /record[-_ ]?layout|proc[-_ ]?notes?|readme/i;

const cut: CutText = (file, taker) => new CodeListText(file, taker);

/** Texts as code lists have them. */
export const codeListTexts: TextLayout = {
  cut,
  holdsRows: (part) => !beside.test(part.slice(part.lastIndexOf("/") + 1)),
};

/** Looks at the first line, and then cuts the text as it says. */
class CodeListText implements TakesText {
  #start = Buffer.alloc(0);
  #chosen: TakesText | null = null;

  constructor(
    private readonly file: string,
    private readonly taker: Taker,
  ) {}

  push(piece: Uint8Array): void {
    if (this.#chosen !== null) {
      this.#chosen.push(piece);
      return;
    }
    this.#start = Buffer.concat([this.#start, piece]);
    const first = /^\s*([^\r\n]+)[\r\n]/.exec(this.#start.toString("utf8"))?.[1];
    if (first !== undefined) this.#choose(first);
  }

  end(): void {
    if (this.#chosen === null) this.#choose(this.#start.toString("utf8"));
    this.#chosen?.end();
  }

  #choose(first: string): void {
    const chosen = fixedColumns.test(first)
      ? new Lines(this.taker.take, hcpcsHeader, hcpcsCells)
      : bareCode.test(first.trim())
        ? new Lines(this.taker.take, ["code"], (line) => [line])
        : new Records(this.file, this.taker);
    this.#chosen = chosen;
    chosen.push(this.#start);
    this.#start = Buffer.alloc(0);
  }
}

/** A text whose every line is a row, below a header that it has not. */
class Lines implements TakesText {
  readonly #lines = new LineCells();
  #row = 0;

  constructor(
    private readonly take: Take,
    header: readonly string[],
    private readonly cellsOf: (line: string) => readonly string[],
  ) {
    take(header, 0);
  }

  push(piece: Uint8Array): void {
    this.#lines.add(piece);
    while (this.#lines.cut(comma)) this.#line(this.#lines.line());
  }

  end(): void {
    const last = this.#lines.rest();
    if (last !== "") this.#line(last);
  }

  #line(line: string): void {
    this.#row++;
    if (line.trim() !== "") this.take(this.cellsOf(line), this.#row);
  }
}

/** As the record layout has them: the code, what kind of record it is, the day it was added, its last day. */
function hcpcsCells(line: string): readonly string[] {
  return [line.slice(0, 5), line.slice(10, 11), line.slice(268, 276), line.slice(284, 292)];
}

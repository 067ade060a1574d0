/** The rows of a sheet, each with its number and its cells as texts, as they would stand in a CSV of it. */
import { formatDate } from "@edict/rulebook";
import type { DateStyles } from "./date-styles.js";
import { longestCell, unescaped } from "./shared-texts.js";
import type { XmlEvents } from "./xml-events.js";
import { XmlError } from "./xml-events.js";

/** What cells refer to. */
export interface SheetFacts {
  readonly texts: readonly string[];
  readonly styles: DateStyles;
  /** Whether days are counted from 1904 on. */
  readonly from1904: boolean;
}

/** No published table has so many. */
const mostColumns = 1000;
/** As many as a sheet can have. */
const mostRows = 1 << 20;

export class SheetRows implements XmlEvents {
  #row = 0;
  #cells: string[] = [];
  #column = 0;
  #type = "n";
  #style = 0;
  #value = "";
  /** Within the value of a cell; within a text that stands in the cell itself. */
  #reading = false;
  #spoken = false;

  constructor(
    private readonly facts: SheetFacts,
    private readonly take: (cells: readonly string[], row: number) => void,
  ) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    switch (name) {
      case "row":
        this.#begin(attributes.get("r"));
        break;
      case "c":
        this.#column = columnOf(attributes.get("r")) ?? this.#cells.length;
        this.#type = attributes.get("t") ?? "n";
        this.#style = Number(attributes.get("s") ?? "0");
        this.#value = "";
        break;
      case "v":
      case "t":
        this.#reading = true;
        break;
      case "rPh":
        this.#spoken = true;
        break;
      default:
    }
  }

  text(text: string): void {
    if (!this.#reading || this.#spoken) return;
    this.#value += text;
    if (this.#value.length > longestCell) throw new XmlError("a cell has no end");
  }

  close(name: string): void {
    switch (name) {
      case "v":
      case "t":
        this.#reading = false;
        break;
      case "rPh":
        this.#spoken = false;
        break;
      case "c":
        this.#put(this.#cell());
        break;
      case "row":
        if (this.#cells.some((cell) => cell.trim() !== "")) this.take(this.#cells, this.#row);
        break;
      default:
    }
  }

  #begin(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    if (!Number.isInteger(row) || row <= this.#row || row > mostRows) throw new XmlError("rows in no order");
    this.#row = row;
    this.#cells = [];
  }

  #put(cell: string): void {
    if (this.#column >= mostColumns || this.#column < this.#cells.length) throw new XmlError("cells in no order");
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells.push(cell);
  }

  #cell(): string {
    const value = this.#value;
    switch (this.#type) {
      case "s": {
        const text = value === "" ? "" : this.facts.texts[Number(value)];
        if (text === undefined) throw new XmlError("a text that is not there");
        return text;
      }
      case "inlineStr":
      case "str":
        return unescaped(value);
      case "b":
        return value === "1" ? "TRUE" : "FALSE";
      case "n":
        return this.#number(value);
      // A date as it is written, and an error of the spreadsheet.
      default:
        return value;
    }
  }

  #number(value: string): string {
    const number = Number(value);
    if (value.trim() === "" || !Number.isFinite(number)) return value;
    if (number >= 1 && number < 3_000_000 && this.facts.styles.isDate(this.#style))
      return this.#date(Math.floor(number));
    return Number.isSafeInteger(number) ? String(number) : value;
  }

  #date(serial: number): string {
    if (this.facts.from1904) return formatDate(serial - 24_107);
    // Day 60 is the 29th of February 1900, which was none.
    return formatDate(serial - (serial < 60 ? 25_568 : 25_569));
  }
}

/** `B7` is 1; null where a cell does not say where it stands. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

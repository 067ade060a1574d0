/** The texts that the cells of a workbook share, and name by number. */
import type { XmlEvents } from "./xml-events.js";
import { XmlError } from "./xml-events.js";

/** All of them together, in signs; the largest published table has a hundredth of it. */
const most = 1 << 27;
/** No cell holds more: spreadsheet programs stop at a hundredth. */
export const longestCell = 4_000_000;
/** What a text costs besides its signs. */
const eachText = 32;

export class SharedTexts implements XmlEvents {
  readonly texts: string[] = [];
  #text = "";
  #length = 0;
  #within = 0;
  #spoken = false;

  open(name: string): void {
    if (name === "si") this.#text = "";
    else if (name === "t") this.#within++;
    // How a text is spoken, in Japanese.
    else if (name === "rPh") this.#spoken = true;
  }

  text(text: string): void {
    if (this.#within === 0 || this.#spoken) return;
    this.#text += text;
    if (this.#text.length > longestCell) throw new XmlError("a text has no end");
  }

  close(name: string): void {
    if (name === "t") this.#within--;
    else if (name === "rPh") this.#spoken = false;
    else if (name === "si") {
      this.#length += this.#text.length + eachText;
      if (this.#length > most) throw new XmlError("more text than a table has");
      this.texts.push(unescaped(this.#text));
    }
  }
}

/** Signs that XML cannot hold are written by their number: `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

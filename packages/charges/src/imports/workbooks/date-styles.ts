/** Which styles of a workbook show a number as a date: nothing else tells a date from a number. */
import type { XmlEvents } from "./xml-events.js";

export class DateStyles implements XmlEvents {
  readonly #formats = new Map<string, string>();
  readonly #styles: string[] = [];
  #ofCells = false;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === "numFmt") this.#formats.set(attributes.get("numFmtId") ?? "", attributes.get("formatCode") ?? "");
    else if (name === "cellXfs") this.#ofCells = true;
    else if (name === "xf" && this.#ofCells) this.#styles.push(attributes.get("numFmtId") ?? "0");
  }

  text(): void {
    // Styles have none.
  }

  close(name: string): void {
    if (name === "cellXfs") this.#ofCells = false;
  }

  /** Whether cells of a style show dates. */
  isDate(style: number): boolean {
    const format = this.#styles[style];
    if (format === undefined) return false;
    const written = this.#formats.get(format);
    if (written !== undefined) return /[dy]/i.test(written.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
    // Those that every workbook knows without writing them down.
    const number = Number(format);
    return (
      (number >= 14 && number <= 17) ||
      number === 22 ||
      (number >= 27 && number <= 36) ||
      (number >= 50 && number <= 58)
    );
  }
}

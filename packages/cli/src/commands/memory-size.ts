/** How much memory `--memory` gives, as 2GB, 512MB or a number of bytes. */
import { InvalidArgumentError } from "commander";

const units: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["KB", 2 ** 10],
  ["MB", 2 ** 20],
  ["GB", 2 ** 30],
  ["TB", 2 ** 40],
]);

/** The program, the rules and the lines at hand need as much. */
export const leastMemory = 256 * 2 ** 20;

/** Reads the option; a unit is a power of 1,024, as the system counts a process's memory. */
export function memorySize(text: string): number {
  const [, digits, unit = ""] = /^(\d{1,15}(?:\.\d{1,3})?) ?([KMGT]B?)?$/i.exec(text.trim()) ?? [];
  const factor = units.get(unit === "" || unit.length === 2 ? unit.toUpperCase() : `${unit.toUpperCase()}B`);
  if (digits === undefined || factor === undefined) {
    throw new InvalidArgumentError("write a size, such as 512MB or 2GB.");
  }
  const bytes = Math.floor(Number(digits) * factor);
  if (bytes < leastMemory) throw new InvalidArgumentError("the least is 256MB, which the program itself needs.");
  return bytes;
}

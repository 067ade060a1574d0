/** Colour, where results go to a terminal and nobody asked for none (`NO_COLOR`). */
import type { Io } from "../io.js";

export type Colour = "red" | "yellow" | "green" | "blue" | "bold" | "dim";

export type Paint = (colour: Colour, text: string) => string;

const numbers: { readonly [C in Colour]: number } = { red: 31, yellow: 33, green: 32, blue: 34, bold: 1, dim: 2 };

/** Paints for standard output, or leaves text as it is. */
export function painter(io: Io): Paint {
  const wanted = io.stdoutIsTTY && (io.env["NO_COLOR"] ?? "") === "" && io.env["TERM"] !== "dumb";
  return wanted ? (colour, text) => `\u001b[${numbers[colour]}m${text}\u001b[0m` : (_, text) => text;
}

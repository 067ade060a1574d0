/**
 * Numbers of charge files: units, amounts, ages and declared numbers. A number may carry a dollar sign and commas
 * between thousands, and stand in parentheses where it is negative; it is read to the nearest that a computer keeps.
 */
import { rowReasons } from "../diagnostics.js";
import { Unreadable, unreadable } from "./unreadable.js";

const notANumber = unreadable(rowReasons, "number-unreadable", {});
const tooFine = unreadable(rowReasons, "units-too-fine", {});
const tooLarge = unreadable(rowReasons, "units-too-large", {});
const notAnAge = unreadable(rowReasons, "age-unreadable", {});

/** Longer digits than any number of a charge has. */
const longest = 40;

/** Sign, dollar sign, sign, then digits with or without commas, then decimals. */
const shape = /^([+-]?)\s*\$?\s*([+-]?)\s*(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?$/;
const inParentheses = /^\((.*)\)$/;
const wholeYears = /^\d{1,3}(?:\.0+)?$/;

/** `4`, `2.5`, `$1,250.00`, `-12.50`, `($12.50)`. */
export function readNumber(text: string): number | Unreadable {
  if (isPlain(text)) return Number(text);
  if (text.length > longest) return notANumber;
  const inner = inParentheses.exec(text)?.[1]?.trim();
  const parts = shape.exec(inner ?? text);
  if (parts === null) return notANumber;
  const [, before = "", after = "", whole = "", decimals = ""] = parts;
  // One sign is enough; two would be a guess.
  if ((before !== "" && after !== "") || (inner !== undefined && before + after !== "")) return notANumber;
  const size = Number(whole.replaceAll(",", "") + decimals);
  const negative = inner !== undefined || before === "-" || after === "-";
  return negative && size !== 0 ? -size : size;
}

/** Units: at most four decimals, so that they are summed exactly. Negative units are a credit. */
export function readUnits(text: string): number | Unreadable {
  const value = readNumber(text);
  if (value instanceof Unreadable) return value;
  if (text.includes(".")) {
    const decimals = /\.(\d*?)0*\)?$/.exec(text)?.[1] ?? "";
    if (decimals.length > 4) return tooFine;
  }
  return Math.abs(value) < 1e9 ? value : tooLarge;
}

/** Whole years. */
export function readAge(text: string): number | Unreadable {
  return wholeYears.test(text) ? Number(text) : notAnAge;
}

/** True for digits with at most one point among them: nearly every cell is that, and needs no regular expression. */
function isPlain(text: string): boolean {
  if (text.length > 15) return false;
  let points = 0;
  let any = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 46) points++;
    else if (character >= 48 && character <= 57) any = true;
    else return false;
  }
  return any && points <= 1;
}

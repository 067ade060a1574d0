/**
 * Fields of text with a form of their own: codes, places of service, revenue codes, types of bill and forms. Each reader
 * takes a trimmed text that is not empty and gives the one way in which the engine has it.
 */
import { codeShape } from "@edict/rulebook";
import { rowReasons } from "../diagnostics.js";
import type { Unreadable } from "./unreadable.js";
import { unreadable } from "./unreadable.js";

const notACode = unreadable(rowReasons, "code-unreadable", {});
const lostZero = unreadable(rowReasons, "code-lost-zero", {});
const withModifiers = unreadable(rowReasons, "code-with-modifiers", {});
const notAPlace = unreadable(rowReasons, "place-unreadable", {});
const notARevenueCode = unreadable(rowReasons, "revenue-unreadable", {});
const notABill = unreadable(rowReasons, "bill-unreadable", {});
const notAForm = unreadable(rowReasons, "form-unreadable", {});

/** No value of these fields is longer. */
const longest = 40;

/** A code, upper-cased. */
export function readCode(text: string): string | Unreadable {
  // Nearly all are; a first reading of a long table is done before anything is compiled for it.
  if (codeShape.test(text)) return text;
  if (text.length > longest) return notACode;
  const code = text.toUpperCase();
  if (codeShape.test(code)) return code;
  if (/^\d{4}$/.test(code) || /^\d{3}[A-Z]$/.test(code)) return lostZero;
  const [first = "", rest = ""] = [code.slice(0, 5), code.slice(5)];
  return codeShape.test(first) && /^(?:[-\s:,]*[0-9A-Z]{2})+$/.test(rest) ? withModifiers : notACode;
}

/** True where bytes are a code as it is written: `readCode` gives the very text. */
export function isPlainCode(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 5) return false;
  const first = bytes[start] ?? 0;
  const last = bytes[start + 4] ?? 0;
  return (
    isDigit(bytes[start + 1] ?? 0) &&
    isDigit(bytes[start + 2] ?? 0) &&
    isDigit(bytes[start + 3] ?? 0) &&
    (isDigit(first) ? isDigit(last) || isCapital(last) : isCapital(first) && isDigit(last))
  );
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

/** A place of service: `11`; `1` is `01`. */
export function readPlace(text: string): string | Unreadable {
  return /^\d{1,2}$/.test(text) ? text.padStart(2, "0") : notAPlace;
}

/** A revenue code: `0333`; `333` is the same. */
export function readRevenue(text: string): string | Unreadable {
  return /^\d{3,4}$/.test(text) ? text.padStart(4, "0") : notARevenueCode;
}

/** A type of bill, upper-cased; leading zeros stay, since settings compare without them. */
export function readBill(text: string): string | Unreadable {
  const bill = text.toUpperCase();
  return /^[0-9A-Z]{2,4}$/.test(bill) ? bill : notABill;
}

const forms: ReadonlyMap<string, string> = new Map([
  ...["p", "prof", "professional", "837p", "cms1500", "hcfa1500", "hcfa", "1500"].map(
    (word) => [word, "professional"] as const,
  ),
  ...["i", "inst", "institutional", "837i", "ub04", "ub", "cms1450", "1450"].map(
    (word) => [word, "institutional"] as const,
  ),
]);

/** `professional` or `institutional`, by any of their usual names. */
export function readForm(text: string): string | Unreadable {
  if (text.length > longest) return notAForm;
  return forms.get(text.toLowerCase().replace(/[\s_-]/g, "")) ?? notAForm;
}

/** What codes, diagnoses and modifiers look like (`language.md` section 2). Upper case only: readers fold case first. */

/** HCPCS and CPT codes: `77301`, `0394T`, `G6015`. */
export const codeShape = /^(?:\d{5}|\d{4}[A-Z]|[A-Z]\d{4})$/;

/** ICD-10-CM with its dot: `C61`, `C50.911`. */
export const diagnosisShape = /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/;

/** ICD-10-CM with or without its dot, as charge files have it. */
export const looseDiagnosisShape = /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/;

export const modifierShape = /^[0-9A-Z]{2}$/;

/** A word that can be a name; the language forbids some more (a code, a diagnosis, a code with a modifier). */
export const nameShape = /^[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9][A-Za-z0-9_]*)*$/;

/** Which of the three shapes a code has and its place within it, so that ranges are intervals of whole numbers; null for no code. */
export function codeOrdinal(code: string): { readonly shape: string; readonly ordinal: number } | null {
  if (!codeShape.test(code)) return null;
  const last = code.charAt(4);
  const first = code.charAt(0);
  if (last >= "A") return { shape: `#${last}`, ordinal: Number(code.slice(0, 4)) };
  if (first >= "A") return { shape: `${first}#`, ordinal: Number(code.slice(1)) };
  return { shape: "#", ordinal: Number(code) };
}

/** How many places a shape has at most, and how many shapes there are. */
const placesOfShape = 100_000;
const shapes = 1 + 26 + 26;

/** One more than the highest number of a code. */
export const codeNumbers = placesOfShape * shapes;

/** A whole number for each code, which rises with its place within its shape; the shapes follow one another. -1 for no code. */
export function codeNumber(code: string): number {
  if (code.length !== 5) return -1;
  let middle = 0;
  for (let at = 1; at < 4; at++) {
    const digit = code.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return -1;
    middle = middle * 10 + digit;
  }
  const first = code.charCodeAt(0) - zero;
  const last = code.charCodeAt(4) - zero;
  if (last >= 0 && last <= 9) {
    if (first >= 0 && first <= 9) return first * 10_000 + middle * 10 + last;
    const letter = first - fromZeroToA;
    return letter >= 0 && letter < 26 ? (27 + letter) * placesOfShape + middle * 10 + last : -1;
  }
  const letter = last - fromZeroToA;
  const isOne = first >= 0 && first <= 9 && letter >= 0 && letter < 26;
  return isOne ? (1 + letter) * placesOfShape + first * 1000 + middle : -1;
}

const zero = 48;
const fromZeroToA = 17;

/** The code at a place within a shape; the inverse of `codeOrdinal`. */
export function codeAt(shape: string, ordinal: number): string {
  if (shape === "#") return String(ordinal).padStart(5, "0");
  const digits = String(ordinal).padStart(4, "0");
  return shape.startsWith("#") ? digits + shape.slice(1) : shape.slice(0, -1) + digits;
}

/** A code as it is billed: `77301-26-59`. */
export function billedCode({
  code,
  modifiers,
}: {
  readonly code: string;
  readonly modifiers: readonly string[];
}): string {
  return [code, ...modifiers].join("-");
}

/** A diagnosis as people write it: `C61`, `C61.1`. */
export function withDot(diagnosis: string): string {
  return diagnosis.length > 3 ? `${diagnosis.slice(0, 3)}.${diagnosis.slice(3)}` : diagnosis;
}

/** The first text after everything that starts with `prefix`, in the order of bytes: `C61` gives `C62`, `Z99` gives `Z9:`. */
export function afterPrefix(prefix: string): string {
  const last = prefix.charCodeAt(prefix.length - 1);
  return prefix.slice(0, -1) + String.fromCharCode(last + 1);
}

/** Orders texts by their UTF-8 bytes, which is the order of code points. Negative, zero or positive. */
export function compareBytes(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    // A surrogate stands for a code point above every other UTF-16 unit.
    const aHigh = a >= 0xd800 && a <= 0xdfff;
    const bHigh = b >= 0xd800 && b <= 0xdfff;
    if (aHigh !== bHigh) return aHigh ? 1 : -1;
    return a - b;
  }
  return left.length - right.length;
}

/**
 * The codes that a code which does not exist was most likely to be. A slip of the hand swaps two neighbours, strikes a key
 * once more in the place of the next (`77780` for `77280`), or takes another key; nothing further away is meant. Where
 * both are near, a code of the same family counts, and one of another family does not.
 */
import { codeShape, compareBytes } from "./shapes.js";

/** So many are offered. */
const most = 3;

/** The nearest codes among those that `exists` knows, the likeliest first; none where none is near. */
export function nearestCodes(code: string, exists: (candidate: string) => boolean): readonly string[] {
  const candidates = [...candidatesOf(code)].filter(([candidate]) => exists(candidate));
  const isKin = (candidate: string): boolean => candidate.startsWith(code.slice(0, familyLength));
  const hasKin = candidates.some(([candidate]) => isKin(candidate));
  return candidates
    .filter(([candidate, slip]) => !hasKin || slip === swapped || isKin(candidate))
    .toSorted(
      ([one, ofOne], [other, ofOther]) =>
        ofOne - ofOther || apart(code, one) - apart(code, other) || compareBytes(one, other),
    )
    .map(([candidate]) => candidate)
    .slice(0, most);
}

/** The first two signs of a code say what it is about, by and large. */
const familyLength = 2;

// How likely a slip is, the likeliest first.
const [swapped, struckAgain, another] = [0, 1, 2];

/** Every code that is one slip away, with the likeliest slip. */
function candidatesOf(code: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (candidate: string, slip: number): void => {
    if (candidate !== code && codeShape.test(candidate) && slip < (found.get(candidate) ?? Infinity))
      found.set(candidate, slip);
  };
  for (let at = 0; at < code.length; at++) {
    const [before, sign, after] = [code.charAt(at - 1), code.charAt(at), code.charAt(at + 1)];
    if (after !== "") add(`${code.slice(0, at)}${after}${sign}${code.slice(at + 2)}`, swapped);
    const slip = sign === before || sign === after ? struckAgain : another;
    for (const meant of signs) add(`${code.slice(0, at)}${meant}${code.slice(at + 1)}`, slip);
  }
  return found;
}

const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** How far apart two codes are in a list of all codes, digits before letters. */
function apart(one: string, other: string): number {
  return Math.abs(Number.parseInt(one, signs.length) - Number.parseInt(other, signs.length));
}

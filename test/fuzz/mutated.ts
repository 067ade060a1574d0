/** Random rule texts that are nearly right. */
import fc from "fast-check";
import { fixtures, pieces } from "./fixtures.js";

/** A rule text that is shown somewhere. */
export const fixture = fc.constantFrom(...fixtures);
/** A word or sign of such a text. */
export const piece = fc.constantFrom(...pieces);

/** One change of a text, cut into words, signs and spaces. */
const change = fc.record({
  kind: fc.constantFrom("leave out", "double", "swap", "put in", "exchange", "cut off"),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  piece: fc.oneof(piece, fc.string({ unit: "binary", maxLength: 3 })),
});

/** Rulebooks with a few changes, as they are while somebody types. */
export const mutated = fc
  .tuple(fixture, fc.array(change, { minLength: 1, maxLength: 6, size: "max" }))
  .map(([text, changes]) => {
    const words = text.match(/\s+|\w+|[^\s\w]/g) ?? [];
    for (const { kind, at, piece } of changes) {
      const index = Math.floor(at * words.length);
      const word = words[index] ?? "";
      if (kind === "leave out") words.splice(index, 1);
      if (kind === "double") words.splice(index, 0, word, " ");
      if (kind === "swap") words.splice(index, 2, words[index + 1] ?? "", word);
      if (kind === "put in") words.splice(index, 0, " ", piece, " ");
      if (kind === "exchange") words[index] = piece;
      if (kind === "cut off") words.length = index;
    }
    return words.join("");
  });

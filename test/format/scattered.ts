/** Rule texts in which white space and comments stand wherever they may, and clauses in any order. */
import fc from "fast-check";

const blanks = [
  " ",
  "  ",
  "\n",
  "\n\n",
  "\t",
  " \r\n",
  "\n    ",
  " # C\n",
  "\n# C\n",
  "\n\n  # C\n",
  " # C\n  # C\n",
  "\n  # edict allow x-C: for a reason\n",
] as const;

/** The text with other white space between its words, and comments that are each another's. */
export function scattered(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      texts,
      fc.array(fc.tuple(fc.constantFrom(...blanks), fc.nat(9)), { minLength: 1, maxLength: 60, size: "max" }),
      fc.nat(1000),
    )
    .map(([text, drawn, seed]) => {
      let comments = 0;
      let at = 0;
      const units = reordered(text, seed).match(/^[ \t]*\|.*\n?|"(?:[^"\\\n]|\\.)*"|#.*\n|\s+|[^\s"#|]+|./gm) ?? [];
      return units
        .map((unit, index) => {
          const isBlank = unit.trim() === "";
          const nextToRow = [units[index - 1], units[index + 1]].some(
            (other) => other?.trimStart().startsWith("|") === true,
          );
          if (!isBlank || nextToRow) return unit;
          const [blank, keep] = drawn[at++ % drawn.length] ?? [" ", 0];
          // Most stay as they are, so that lines stay long enough to be broken.
          if (keep > 3) return unit;
          return blank.replaceAll("C", () => String(++comments));
        })
        .join("");
    });
}

/** Clauses of rules, where each stands on a line, in another order. */
function reordered(text: string, seed: number): string {
  return text.replace(/^(rule .*\n)((?: {2}\w.*\n)+)/gm, (_, head: string, body: string) => {
    const lines = body.split("\n").slice(0, -1);
    const turn = seed % lines.length;
    return `${head}${[...lines.slice(turn), ...lines.slice(0, turn)].reverse().join("\n")}\n`;
  });
}

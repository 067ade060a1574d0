import { expect, test } from "vitest";
import { foldingRanges } from "./folding-ranges.js";
import { analysed } from "./testing/analysed.js";

/** The stretches of `rules.edict`, as `kind: first line … last line`. */
function folds(text: string): readonly string[] {
  const lines = (part: string): string =>
    `${part.split("\n")[0]?.trim() ?? ""} … ${part.split("\n").at(-1)?.trim() ?? ""}`;
  return foldingRanges(analysed(text).analysis, "rules.edict").map(
    ({ kind, start, end }) => `${kind}: ${lines(text.slice(start, end))}`,
  );
}

test("declarations, lists, tables and timelines", () => {
  const text = `# What this
# file is for.

use "b.edict"
use "c.edict"

codes A = 77280,
  77290
codes B = 77301

table T
  | code  | units |
  | 77300 | 10    |

rule R "title"
  effective 2024-01-01
  bundle A into 77301,
    77338 on the same day
  deny

test "t"
  given starting 2026-03-02
  day 1 77280
  day 1 77301
  expect R on 77280 day 1
--- b.edict
--- c.edict
`;
  expect(folds(text)).toEqual([
    "comment: # What this … # file is for.",
    'uses: use "b.edict" … use "c.edict"',
    "declaration: codes A = 77280, … 77290",
    "declaration: table T … | 77300 | 10    |",
    "table: | code  | units | … | 77300 | 10    |",
    'declaration: rule R "title" … deny',
    "list: 77301, … 77338",
    'declaration: test "t" … expect R on 77280 day 1',
    "timeline: day 1 77280 … day 1 77301",
  ]);
});

test("a comment behind something is no block, and one line is not folded", () => {
  expect(folds(`codes A = 77280 # one\n# two\n\n# three\ncodes B = 77290\n`)).toEqual([]);
});

/**
 * A window that no test goes past. A window is where policies differ and where a slip of a day costs most: one test needs
 * its lines just within, and one just past.
 */
import type { Statement, Within } from "../../ast/nodes.js";
import { holdsValue } from "../../names/sets/blocks.js";
import { partsOf } from "../../names/statement-parts.js";
import { stretchOf } from "../../source/source.js";
import { blocksOf } from "../facts/codes.js";
import { testsAbout } from "../facts/tests-of-rules.js";
import { mostDays } from "../facts/windows.js";
import { bookLint } from "../lint.js";
import type { Blocks } from "../../names/sets/blocks.js";
import type { Book } from "../../names/book.js";
import { versionsOf } from "../../names/versions.js";

export const untestedFarSide = bookLint(
  {
    code: "untested-far-side",
    severity: "info",
    message: (p: { rule: string; days: number }) =>
      `no test of ${p.rule} has its two lines more than ${p.days} days apart; write one with the lines ${p.days + 1} days apart`,
  },
  (book, found) => {
    for (const parts of book.rules) {
      const name = parts.rule.node.name.text;
      const tests = testsAbout(book, name);
      // A rule without any test is told of once.
      if (!tests.some(({ expects }) => expects.has(name))) continue;
      for (const { clauses } of versionsOf(parts).slice(0, 1)) {
        const { statement } = clauses;
        if (statement === null) continue;
        for (const { within, left, right } of windowsOf(book, statement.node)) {
          const days = mostDays(within.max);
          const goesPast = tests.some(({ days: lines }) =>
            lines.some(
              (one) =>
                holdsValue("codes", left, one.code) &&
                lines.some((other) => holdsValue("codes", right, other.code) && Math.abs(other.day - one.day) > days),
            ),
          );
          if (!goesPast) found(stretchOf(statement.source, within), { rule: name, days });
        }
      }
    }
  },
);

interface Windowed {
  readonly within: Within;
  readonly left: Blocks;
  readonly right: Blocks;
}

/** The windows of a statement with the codes that they join, where these can be told from the text. */
function windowsOf(book: Book, statement: Statement): readonly Windowed[] {
  if (statement.kind === "sequence") {
    const steps = [statement.opening, ...statement.links.map(({ codes }) => codes)].map((codes) =>
      blocksOf(book, codes),
    );
    return statement.links.flatMap(({ within }, index) => joined(within, steps[index], steps[index + 1]));
  }
  const { codes, scopes } = partsOf(statement);
  const [left, right] = codes.map((one) => blocksOf(book, one));
  return scopes.flatMap((scope) => (scope.kind === "window" ? joined(scope.within, left, right) : []));
}

function joined(
  within: Within | null,
  left: Blocks | null | undefined,
  right: Blocks | null | undefined,
): readonly Windowed[] {
  if (within === null || left === null || left === undefined || right === null || right === undefined) return [];
  return [{ within, left, right }];
}

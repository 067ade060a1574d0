/** Two rules of which one bundles a code into another, and the other the other into the first: both lines are denied. */
import type { BundleStatement } from "../../ast/nodes.js";
import type { Book } from "../../names/book.js";
import type { Blocks } from "../../names/sets/blocks.js";
import type { ReachFacts } from "../../names/reach.js";
import { reachOf, sharedLine } from "../../names/reach.js";
import { versionsOf } from "../../names/versions.js";
import type { Source } from "../../source/source.js";
import { stretchOf } from "../../source/source.js";
import { blocksOf, sharedBlocks, shownCodes } from "../facts/codes.js";
import { bookLint } from "../lint.js";

export const bundledBothWays = bookLint(
  {
    code: "bundled-both-ways",
    severity: "warning",
    message: (p: { codes: string; into: string; rule: string }) =>
      `${p.codes} is bundled into ${p.into} here, and the other way round in ${p.rule}, so that both are denied; decide which`,
  },
  (book, found) => {
    const bundles = bundlesOf(book);
    for (const [index, second] of bundles.entries()) {
      for (const first of bundles.slice(0, index)) {
        const here = sharedBlocks(second.subject, first.into);
        const there = sharedBlocks(second.into, first.subject);
        if (here.length === 0 || there.length === 0) continue;
        if (sharedLine(book, first.reach, second.reach) === null) continue;
        const related = [{ at: stretchOf(first.source, first.node), text: "the other way round" }];
        const parameters = { codes: shownCodes(here), into: shownCodes(there), rule: first.rule };
        found(stretchOf(second.source, second.node), parameters, { related });
        break;
      }
    }
  },
);

interface Bundle {
  readonly rule: string;
  readonly source: Source;
  readonly node: BundleStatement;
  readonly subject: Blocks;
  readonly into: Blocks;
  readonly reach: ReachFacts;
}

/** The bundles of the rules as written, those of tables and of any code aside. */
function bundlesOf(book: Book): readonly Bundle[] {
  return book.rules.flatMap((parts): Bundle[] => {
    const [version] = versionsOf(parts);
    const statement = version?.clauses.statement ?? null;
    if (version === undefined || statement?.node.kind !== "bundle") return [];
    const { source, node } = statement;
    // A window with a direction holds one way only, and what is narrowed may be two kinds of lines.
    if (node.subject.having !== null || node.into.having !== null) return [];
    if (node.scopes.some((scope) => scope.kind === "window" && scope.word !== null)) return [];
    const [subject, into, reach] = [
      blocksOf(book, node.subject),
      blocksOf(book, node.into),
      reachOf(book, version.clauses),
    ];
    if (subject === null || into === null || reach === null) return [];
    return [{ rule: parts.rule.node.name.text, source, node, subject, into, reach }];
  });
}

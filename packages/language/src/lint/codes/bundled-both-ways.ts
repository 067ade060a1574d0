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
import type { Owned } from "../facts/overlaps.js";
import { overlaps } from "../facts/overlaps.js";
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
    const own = (side: "subject" | "into"): readonly Owned[] =>
      bundles.flatMap((bundle, owner) => bundle[side].map((block) => ({ ...block, owner })));
    // By the later rule: the earlier ones whose codes it bundles into what they bundle.
    const here = new Map<number, Set<number>>();
    const there = new Map<number, Set<number>>();
    overlaps(own("subject"), own("into"), ({ owner: subject }, { owner: into }) => {
      const [pairs, later, earlier] = subject > into ? [here, subject, into] : [there, into, subject];
      const known = pairs.get(later);
      if (known === undefined) pairs.set(later, new Set([earlier]));
      else known.add(earlier);
    });
    for (const [index, second] of bundles.entries()) {
      const others = [...(here.get(index) ?? [])].filter((other) => there.get(index)?.has(other) === true);
      for (const other of others.sort((left, right) => left - right)) {
        const first = bundles[other];
        if (first === undefined || first === second) continue;
        const [one, into] = [sharedBlocks(second.subject, first.into), sharedBlocks(second.into, first.subject)];
        // They may share codes on different dates.
        if (one.length === 0 || into.length === 0) continue;
        if (sharedLine(book, first.reach, second.reach) === null) continue;
        const related = [{ at: stretchOf(first.source, first.node), text: "the other way round" }];
        const parameters = { codes: shownCodes(one), into: shownCodes(into), rule: first.rule };
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

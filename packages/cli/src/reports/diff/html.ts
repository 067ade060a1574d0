/** `--format html`: the comparison as a page that stands alone, all of it, for whoever reviews without a code host. */
import type { Block } from "@edict/language";
import { toHtml } from "@edict/language";
import { closedBlocks, rowHead, rowOf, ruleBlock, sentenceBlock } from "./diff-blocks.js";
import { replaySection } from "./replay-section.js";
import type { DiffReport } from "./report.js";
import { sectionBlocks } from "./section-blocks.js";
import { tableSection } from "./tables-section.js";

export const htmlDiff: DiffReport = (account, io) => {
  const { tables, replay } = account;
  const { changes } = account.review;
  const blocks: readonly Block[] = [
    ...(changes.length === 0
      ? [{ kind: "paragraph", words: ["Nothing changes in meaning."] } as const]
      : [
          sentenceBlock(account),
          ...closedBlocks(account.closed),
          { kind: "table", head: rowHead, rows: changes.map(rowOf) } as const,
        ]),
    ...(replay === null ? [] : sectionBlocks(replaySection(replay))),
    ...tables.flatMap((table) => sectionBlocks(tableSection(table))),
    ...changes.map(ruleBlock),
  ];
  io.stdout.write(toHtml({ path: "", title: ["What a change of rules means"], blocks }));
};

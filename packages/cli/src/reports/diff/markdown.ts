/**
 * `--format markdown`: one comment for a pull request. It begins with a mark that nobody sees, by which it is found and
 * written again; where nothing changes in meaning there is none. Nothing of a rule is read as markup, calls somebody or
 * leads somewhere.
 */
import type { Block, Word, Words } from "@edict/language";
import { blocksToMarkdown } from "@edict/language";
import { closedBlocks, leftOutBlock, rowHead, rowOf, ruleBlock, sentenceBlock } from "./diff-blocks.js";
import { replaySection } from "./replay-section.js";
import type { DiffReport } from "./report.js";
import { sectionBlocks } from "./section-blocks.js";
import { tableSection } from "./tables-section.js";

/** What the comment begins with. */
export const commentMark = "<!-- edict diff -->";

/** What a comment of GitHub may hold, less what the caller may want to add. */
const mostOfComment = 64_000;
/** So that some rules are told of in full, however many there are. */
const mostOfTable = 32_000;

/** Of what comes before the rules, too. */
const mostReplayed = 40;
const mostTables = 5;

export const markdownDiff: DiffReport = (account, io) => {
  const { tables, replay } = account;
  const { changes } = account.review;
  if (changes.length === 0 && (replay === null || replay.cells.length === 0)) return;
  const written = (blocks: readonly Block[]): string => blocksToMarkdown(blocks.map(quiet));
  const rows: (readonly Words[])[] = [];
  const table = (all: readonly (readonly Words[])[]): Block => ({ kind: "table", head: rowHead, rows: all });
  let room = mostOfTable;
  for (const change of changes) {
    const row = rowOf(change);
    room -= written([table([row])]).length;
    if (room < 0 && rows.length > 0) break;
    rows.push(row);
  }
  const parts = [
    commentMark,
    written([sentenceBlock(account), ...closedBlocks(account.closed), ...(rows.length === 0 ? [] : [table(rows)])]),
  ];
  if (rows.length < changes.length) {
    const left = `${String(changes.length - rows.length)} more rules changed than the table has room for.`;
    parts.push(written([{ kind: "paragraph", words: [left] }]));
  }
  if (replay !== null) parts.push(written(sectionBlocks(replaySection(replay, mostReplayed))));
  for (const section of tables.slice(0, mostTables).map(tableSection)) {
    const [, ...blocks] = sectionBlocks(section);
    parts.push(written([{ kind: "folded", summary: section.heading, blocks }]));
  }
  const leftOut: string[] = [];
  let size = parts.join("\n").length;
  for (const change of changes) {
    const part = written([ruleBlock(change)]);
    if (size + part.length + 1 > mostOfComment) leftOut.push(change.id);
    else {
      parts.push(part);
      size += part.length + 1;
    }
  }
  if (leftOut.length > 0) parts.push(written(leftOutBlock(leftOut)));
  io.stdout.write(parts.join("\n"));
};

/** Without names of people and numbers of issues that a code host would follow. */
function quiet(block: Block): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, words: quietWords(block.words) };
    case "list":
      return { ...block, items: block.items.map(quietWords) };
    case "table":
      return { ...block, rows: block.rows.map((cells) => cells.map(quietWords)) };
    case "folded":
      return { ...block, summary: quietText(block.summary), blocks: block.blocks.map(quiet) };
    case "edict":
      return block;
  }
}

function quietWords(words: Words): Words {
  return words.map((word): Word => {
    if (typeof word === "string") return quietText(word);
    // Within a code mark nothing is followed.
    return word.kind === "strong" || word.kind === "struck" ? { ...word, text: quietText(word.text) } : word;
  });
}

/** A sign of no width keeps what follows from being a name or a number. */
function quietText(text: string): string {
  return text.replace(/@(?=[\w-])|#(?=\d)|\bGH-(?=\d)/gi, "$&\u200b");
}

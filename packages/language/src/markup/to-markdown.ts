/**
 * A page as Markdown that a code host shows: headings, paragraphs, lists, tables and relative links, and of HTML only what
 * folds. Text is escaped where Markdown would read it and left alone elsewhere, so that a page reads well unrendered, too.
 */
import type { Block, Page, Word, Words } from "./document.js";
import { front, isWebAddress, partLink, wayTo } from "./document.js";
import { escaped } from "./html.js";
import { edict } from "./markdown.js";

/** The file of a page, in the folder of pages. */
export function markdownFile(path: string): string {
  return path === front ? "README.md" : `${path}.md`;
}

/** The page, with a line break at its end. */
export function toMarkdown({ path, title, blocks }: Page): string {
  return `# ${lineOf(title, path)}\n\n${blocksToMarkdown(blocks, path)}`;
}

/** Blocks that stand on no page of their own, such as a comment's, with a line break at their end. */
export function blocksToMarkdown(blocks: readonly Block[], path: string = front): string {
  return blocks.map((block) => blockOf(block, path)).join("\n\n") + "\n";
}

function blockOf(block: Block, page: string): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${lineOf(block.words, page)}`;
    case "paragraph":
      return lineOf(block.words, page);
    case "list":
      return block.items.map((item) => `- ${lineOf(item, page)}`).join("\n");
    case "table":
      return [
        rowOf(block.head.map(text)),
        rowOf(block.head.map(() => "---")),
        ...block.rows.map((cells) => rowOf(cells.map((words) => words.map((word) => wordOf(word, page)).join("")))),
      ].join("\n");
    case "edict":
      return edict(visible(block.text.replaceAll("\r\n", "\n")));
    case "folded":
      // What stands beside the tag is HTML to a host, and what follows a blank line is Markdown again.
      return `<details><summary>${escaped(block.summary.replace(/\s+/g, " "))}</summary>\n\n${blocksToMarkdown(block.blocks, page)}\n</details>`;
  }
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A line's start could be a heading, a list, a quotation or a rule across the page. */
function lineOf(words: Words, page: string): string {
  return (
    words
      .map((word) => wordOf(word, page))
      .join("")
      .trim()
      .replace(/^(\d+)([.)])/, "$1\\$2")
      .replace(/^([-+#=>])/, "\\$1")
      // A heading may end in such signs, which are no part of it.
      .replace(/(?<= )(?=#+$)/, "\\")
  );
}

function wordOf(word: Word, page: string): string {
  if (typeof word === "string") return text(word);
  switch (word.kind) {
    case "bare":
      return bareOf(word.text);
    case "strong":
      return word.text.trim() === "" ? "" : `**${text(word.text).trim()}**`;
    case "struck":
      return word.text.trim() === "" ? "" : `~~${text(word.text).trim()}~~`;
    case "page":
      return `[${text(word.text)}](${wayTo(page, markdownFile(word.path))}${partLink(word.part)})`;
    case "file":
      return `[${text(word.text)}](${wayTo(page, word.path)}#L${word.line})`;
    case "web":
      return isWebAddress(word.address) ? `[${text(word.text)}](${word.address})` : text(word.text);
  }
}

/** A code mark holds a backtick or a bar only at the price of tricks; then it is text. */
function bareOf(name: string): string {
  return /^[^`|\\\s\p{Cc}\p{Bidi_Control}]+(?: [^`|\\\s\p{Cc}\p{Bidi_Control}]+)*$/u.test(name)
    ? `\`${name}\``
    : text(name);
}

/** A text on one line, with every sign escaped that Markdown, HTML or a code host would read. */
function text(written: string): string {
  return (
    visible(written.replace(/\s+/g, " "))
      .replace(/[\\`*_[\]<>&|~$]/g, "\\$&")
      // Before a link it would make a picture of it.
      .replace(/!$/, "\\!")
      // What looks like an address would become a link.
      .replace(/\/(?=\/)/g, "\\/")
      .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
  );
}

/** Control characters and those that turn the direction of a text hide what stands there: they are shown. */
function visible(written: string): string {
  return written.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (sign) =>
    sign === "\n" || sign === "\t" ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * A page as HTML that stands alone: its style is within it, it has no script, and it asks nobody for anything. The
 * browser is told so too, should a text ever become an element.
 */
import type { Block, Page, Word, Words } from "./document.js";
import { front, isWebAddress, partLink, partName, textOf, wayTo } from "./document.js";
import type { Html } from "./html.js";
import { html } from "./html.js";

/** The file of a page, in the folder of pages. */
export function htmlFile(path: string): string {
  return path === front ? "index.html" : `${path}.html`;
}

const style: Html = {
  html: `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-top: 1.5rem; }
table { border-collapse: collapse; } th, td { border: 1px solid #8886; padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; }
pre { overflow-x: auto; padding: 0.75rem; } code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; background: #8881; }
`,
};

/** The page, with a line break at its end. */
export function toHtml({ path, title, blocks }: Page): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${textOf(title)}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>${wordsOf(title, path)}</h1>
        ${onLines(blocks.map((block) => blockOf(block, path)))}
      </body>
    </html>`;
  return `${page.html}\n`;
}

function blockOf(block: Block, page: string): Html {
  switch (block.kind) {
    case "heading":
      return block.level === 2
        ? html`<h2 id="${partName(textOf(block.words))}">${wordsOf(block.words, page)}</h2>`
        : html`<h3>${wordsOf(block.words, page)}</h3>`;
    case "paragraph":
      return html`<p>${wordsOf(block.words, page)}</p>`;
    case "list":
      return around(
        "ul",
        block.items.map((item) => html`<li>${wordsOf(item, page)}</li>`),
      );
    case "table": {
      const head = block.head.map((name) => html`<th>${name}</th>`);
      const rows = block.rows.map((cells) => cells.map((words) => html`<td>${wordsOf(words, page)}</td>`));
      return around(
        "table",
        [head, ...rows].map((cells) => ({ html: `<tr>${cells.map((cell) => cell.html).join("")}</tr>` })),
      );
    }
    case "edict":
      return html`<pre>${block.text.replaceAll("\r\n", "\n")}</pre>`;
    case "folded": {
      const blocks = onLines(block.blocks.map((one) => blockOf(one, page)));
      return html`<details>
        <summary>${block.summary}</summary>
        ${blocks}
      </details>`;
    }
  }
}

function around(tag: "ul" | "table", parts: readonly Html[]): Html {
  return { html: `<${tag}>${onLines(parts).html}</${tag}>` };
}

/** A line of the file for each, so that two versions of a page can be laid side by side. */
function onLines(parts: readonly Html[]): Html {
  return { html: parts.map((part) => `\n${part.html}`).join("") + "\n" };
}

function wordsOf(words: Words, page: string): Html {
  return html`${words.map((word) => wordOf(word, page))}`;
}

function wordOf(word: Word, page: string): Html {
  if (typeof word === "string") return html`${word}`;
  switch (word.kind) {
    case "bare":
      return html`<code>${word.text}</code>`;
    case "strong":
      return html`<strong>${word.text}</strong>`;
    case "struck":
      return html`<del>${word.text}</del>`;
    case "page":
      return html`<a href="${wayTo(page, htmlFile(word.path))}${partLink(word.part)}">${word.text}</a>`;
    case "file":
      return html`<a href="${wayTo(page, word.path)}">${word.text}</a>`;
    case "web":
      return isWebAddress(word.address) ? html`<a href="${word.address}">${word.text}</a>` : html`${word.text}`;
  }
}

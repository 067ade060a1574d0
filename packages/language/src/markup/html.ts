/**
 * Pieces of HTML, as text: for the editor's panels and for a rulebook's reference. What is put into a template is escaped unless it is a piece of a page itself,
 * so that nothing of a rulebook or a charge file can become an element.
 */

/** A piece of a page. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

/** A piece of a page from a template: html`<p>${text}</p>`. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: pieces.map((piece, at) => piece + (at < parts.length ? textOf(parts[at] ?? "") : "")).join("") };
}

/** Nothing. */
export const nothing: Html = { html: "" };

/** A text as it may stand in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`\p{Cc}\p{Bidi_Control}]/gu, (character) => {
    const known = entities.get(character);
    if (known !== undefined) return known;
    // Control characters and those that turn the direction of a text hide what stands there.
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
  ["`", "&#96;"],
  ["\t", "\t"],
  ["\n", "\n"],
  ["\r", "\r"],
]);

function textOf(part: Part): string {
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map((one) => one.html).join("");
}

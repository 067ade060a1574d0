/**
 * A page as blocks of words, before anybody knows whether it becomes Markdown or HTML. What is put into it is text and
 * nothing else: only the printers, `to-markdown.ts` and `to-html.ts`, write signs that mean something, and they escape
 * all that is text.
 */

/** A page of a folder of pages. */
export interface Page {
  /** Where it stands in the folder, without the ending that its format has: `rule/ro-101`; the folder's own is `front`. */
  readonly path: string;
  readonly title: Words;
  readonly blocks: readonly Block[];
}

/** The path of the page that a host or a browser shows for the folder itself. */
export const front = "";

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly words: Words }
  | { readonly kind: "paragraph"; readonly words: Words }
  | { readonly kind: "list"; readonly items: readonly Words[] }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly Words[])[] }
  /** Text of the language, kept as it stands. */
  | { readonly kind: "edict"; readonly text: string }
  /** Blocks that are seen when somebody asks for them. */
  | { readonly kind: "folded"; readonly summary: string; readonly blocks: readonly Block[] };

/** What stands in a line. */
export type Words = readonly Word[];

/** A text, or a piece of a line that is more than text. */
export type Word =
  | string
  /** A name or a code, as the language writes it. */
  | { readonly kind: "bare"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  /** Said before, and no more. */
  | { readonly kind: "struck"; readonly text: string }
  /** To another page of the folder, by its path, or to the part of it with that heading. */
  | { readonly kind: "page"; readonly path: string; readonly part?: string; readonly text: string }
  /** To a file that lies outside the folder of pages, as seen from that folder. */
  | { readonly kind: "file"; readonly path: string; readonly line: number; readonly text: string }
  /** To an address of the web; it becomes a link only where it is surely one. */
  | { readonly kind: "web"; readonly address: string; readonly text: string };

/** A heading of a part, or of a part of a part. */
export function heading(level: 2 | 3, ...words: Words): Block {
  return { kind: "heading", level, words };
}

/** A paragraph. */
export function paragraph(...words: Words): Block {
  return { kind: "paragraph", words };
}

/** A list; nothing where it has no items. */
export function list(items: readonly Words[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/** A table; nothing where it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly Words[])[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: "table", head, rows }];
}

/** A name or a code, as the language writes it. */
export function bare(text: string): Word {
  return { kind: "bare", text };
}

/** What a host makes of a heading, for a link to lead there. */
export function partName(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");
}

/** The end of a link that leads to a part of a page; nothing where the page is meant. */
export function partLink(heading: string | undefined): string {
  return heading === undefined ? "" : `#${encodeURIComponent(partName(heading))}`;
}

/** A line's words alone. */
export function textOf(words: Words): string {
  return words.map((word) => (typeof word === "string" ? word : word.text)).join("");
}

/** Words with a text between each two of them. */
export function joined(items: readonly Words[], between: string): Words {
  return items.flatMap((words, index) => (index === 0 ? words : [between, ...words]));
}

/** Only what is surely a web address becomes a link. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>()[\]\\"'`|{}\p{Cc}\p{Bidi_Control}]+$/u.test(text);
}

/**
 * The way from one page of a folder to another, or to a file beside the folder, as a link has it: every sign that could
 * end the link or mean something in it is written in digits.
 */
export function wayTo(from: string, to: string): string {
  const up = from.split("/").slice(0, -1);
  const down = to.split("/");
  while (up.length > 0 && down.length > 1 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  const way = encodeURI([...up.map(() => ".."), ...down].join("/").replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[()'!*#?&;]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  // A first name with a colon would be read as a scheme.
  return /^[^/]*:/.test(way) ? `./${way}` : way;
}

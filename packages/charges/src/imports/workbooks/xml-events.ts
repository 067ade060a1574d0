/**
 * XML as it comes, in as little of it as workbooks need: elements, attributes, text. A document type is refused, and so is
 * an entity that XML itself does not know: nothing in a workbook stands for something elsewhere.
 */

/** Hears what stands in a document. Names are without their prefix. */
export interface XmlEvents {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  /** Text may come in pieces. */
  text(text: string): void;
  close(name: string): void;
}

/** Thrown where a document is none that a workbook has. */
export class XmlError extends Error {
  override readonly name = "XmlError";
}

/** No element or text of a workbook is longer. */
const longest = 4_000_000;

/** Takes a document in pieces. */
export class XmlReader {
  #rest = "";

  constructor(private readonly events: XmlEvents) {}

  push(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf("<", at);
      if (start === -1) break;
      const end = endOf(text, start);
      if (end === -1) break;
      if (start > at) this.events.text(plain(text.slice(at, start)));
      this.#markup(text.slice(start, end));
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longest) throw new XmlError("an element has no end");
  }

  end(): void {
    if (this.#rest.trim() !== "") throw new XmlError("the document ends within an element");
  }

  #markup(markup: string): void {
    if (markup.startsWith("<![CDATA[")) this.events.text(markup.slice(9, -3));
    else if (markup.startsWith("<!--") || markup.startsWith("<?")) return;
    else if (markup.startsWith("<!")) throw new XmlError("a document type");
    else if (markup.startsWith("</")) this.events.close(nameIn(markup, 2));
    else {
      const name = nameIn(markup, 1);
      this.events.open(name, attributesOf(markup));
      if (markup.endsWith("/>")) this.events.close(name);
    }
  }
}

/** Where the markup that begins at a place ends, -1 where that is not known yet. */
function endOf(text: string, start: number): number {
  if (text.startsWith("<!--", start)) return behind(text, "-->", start + 4);
  if (text.startsWith("<![CDATA[", start)) return behind(text, "]]>", start + 9);
  if (text.startsWith("<?", start)) return behind(text, "?>", start + 2);
  // Of what begins so, more has to be seen to tell what it is.
  if (text.startsWith("<!", start) && text.length - start < 9) return -1;
  let from = start;
  for (;;) {
    const end = text.indexOf(">", from);
    if (end === -1) return -1;
    const open = openQuote(text, from, end);
    if (open === -1) return end + 1;
    const closed = text.indexOf(text.charAt(open), end + 1);
    if (closed === -1) return -1;
    from = closed + 1;
  }
}

/** The first quote between two places that is not closed between them, -1 where there is none. */
function openQuote(text: string, from: number, to: number): number {
  let quote = -1;
  for (let at = from; at < to; at++) {
    const sign = text.charCodeAt(at);
    if (quote === -1) quote = sign === 34 || sign === 39 ? at : -1;
    else if (sign === text.charCodeAt(quote)) quote = -1;
  }
  return quote;
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? -1 : at + end.length;
}

function nameIn(markup: string, start: number): string {
  let end = start;
  // Up to a blank, a slash or the end.
  for (; end < markup.length; end++) {
    const sign = markup.charCodeAt(end);
    if (sign <= 32 || sign === 47 || sign === 62) break;
  }
  return withoutPrefix(markup.slice(start, end));
}

const none: ReadonlyMap<string, string> = new Map();

function attributesOf(markup: string): ReadonlyMap<string, string> {
  if (!markup.includes("=")) return none;
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of markup.matchAll(/\s([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(withoutPrefix(name), plain(double ?? single ?? ""));
  }
  return attributes;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function plain(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,12})(;?)/g, (_, name: string, end: string) => {
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const point = number === null ? null : number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
    const sign =
      point === null ? entities.get(name) : point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
    if (end === "" || sign === undefined) throw new XmlError("an entity that is not known");
    return sign;
  });
}

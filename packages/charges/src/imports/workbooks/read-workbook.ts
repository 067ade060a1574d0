/**
 * The rows of a workbook (`.xlsx`), which is a zip archive of XML: the one sheet that is not hidden, and of its cells the
 * values that were last computed. No formula is looked at, and nothing that the workbook links to.
 */
import { fileError } from "../../charge-file-error.js";
import { importErrors } from "../diagnostics.js";
import { DateStyles } from "./date-styles.js";
import { SharedTexts } from "./shared-texts.js";
import { SheetRows } from "./sheet-rows.js";
import type { XmlEvents } from "./xml-events.js";
import { XmlError, XmlReader } from "./xml-events.js";

/** A workbook, by what is in its archive. */
export interface Workbook {
  readonly name: string;
  /** The bytes of an entry, unpacked; null where there is none. */
  readonly contents: (path: string) => AsyncIterable<Buffer> | null;
}

/** What is not a sheet and not its texts is small. */
const mostOfLists = 1 << 24;

export const workbookPath = "xl/workbook.xml";

/** Hands the rows on, but for those that are blank. */
export async function readWorkbook(
  workbook: Workbook,
  take: (cells: readonly string[], row: number) => void,
): Promise<void> {
  try {
    const book = new Book();
    await readEntry(workbook, workbookPath, book, mostOfLists);
    const links = new Links();
    await readEntry(workbook, "xl/_rels/workbook.xml.rels", links, mostOfLists);
    const [sheet, other] = book.sheets;
    if (sheet === undefined || other !== undefined) {
      throw fileError(importErrors, "workbook-sheets", { file: workbook.name }, { found: book.sheets.length });
    }
    const texts = new SharedTexts();
    await readEntry(workbook, links.ofType("sharedStrings") ?? "xl/sharedStrings.xml", texts);
    const styles = new DateStyles();
    await readEntry(workbook, links.ofType("styles") ?? "xl/styles.xml", styles, mostOfLists);
    const facts = { texts: texts.texts, styles, from1904: book.from1904 };
    const path = links.paths.get(sheet);
    const isThere = path !== undefined && (await readEntry(workbook, path, new SheetRows(facts, take)));
    if (!isThere) throw new XmlError("the sheet is not there");
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw fileError(importErrors, "workbook-unreadable", { file: workbook.name }, {});
  }
}

/** Reads an entry of at most so many bytes; answers whether there is one. */
async function readEntry(workbook: Workbook, path: string, events: XmlEvents, most = Infinity): Promise<boolean> {
  const contents = workbook.contents(path);
  if (contents === null) return false;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = new XmlReader(events);
  let bytes = 0;
  for await (const piece of contents) {
    bytes += piece.length;
    if (bytes > most) throw new XmlError("a list without an end");
    reader.push(textOf(() => decoder.decode(piece, { stream: true })));
  }
  reader.push(textOf(() => decoder.decode()));
  reader.end();
  return true;
}

function textOf(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new XmlError("bytes that are no UTF-8");
  }
}

/** Which sheets there are, by their links. */
class Book implements XmlEvents {
  readonly sheets: string[] = [];
  from1904 = false;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === "workbookPr") this.from1904 = /^(?:1|true)$/.test(attributes.get("date1904") ?? "");
    else if (name === "sheet" && !/hidden/i.test(attributes.get("state") ?? ""))
      this.sheets.push(attributes.get("id") ?? "");
  }

  text(): void {
    // A list of sheets has none.
  }

  close(): void {
    // Every sheet is an element without contents.
  }
}

/** Where the parts of a workbook are, by their links. */
class Links implements XmlEvents {
  readonly paths = new Map<string, string>();
  readonly #types = new Map<string, string>();

  /** The part of a kind, where there is one. */
  ofType(type: string): string | null {
    return this.#types.get(type) ?? null;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name !== "Relationship") return;
    const target = attributes.get("Target") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    this.paths.set(attributes.get("Id") ?? "", path);
    const type = attributes.get("Type") ?? "";
    this.#types.set(type.slice(type.lastIndexOf("/") + 1), path);
  }

  text(): void {
    // A list of links has none.
  }

  close(): void {
    // Every link is an element without contents.
  }
}

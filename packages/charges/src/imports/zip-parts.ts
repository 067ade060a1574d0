/**
 * The texts and workbooks in a zip archive, read where they lie: nothing is unpacked to the disk, so no path in the
 * archive leads anywhere. What an entry says of its size is held to, and bounded.
 */
import type { Readable } from "node:stream";
import type { Entry, Options, ZipFile } from "yauzl";
import { fromBufferPromise, openPromise } from "yauzl";
import { ChargeFileError, fileError } from "../charge-file-error.js";
import type { InputFile } from "../files/read-bytes.js";
import { importErrors } from "./diagnostics.js";
import type { Workbook } from "./workbooks/read-workbook.js";
import { workbookPath } from "./workbooks/read-workbook.js";

/** No published table has a text that is larger: the largest of them, of four together, is a fifth of this. */
export const mostBytes = 1 << 30;

/** A workbook within an archive is held in memory, and none that is published has a fifth of this. */
const mostOfWorkbook = 1 << 28;

const mostEntries = 1000;

/** Who takes what is in an archive. */
export interface ZipTaker {
  readonly text: (part: InputFile) => Promise<void>;
  readonly workbook: (workbook: Workbook) => Promise<void>;
}

interface NamedEntry {
  readonly entry: Entry;
  readonly path: string;
  /** Without the folders that it is in. */
  readonly name: string;
}

const options: Options = {
  autoClose: false,
  lazyEntries: true,
  // Names are not decoded: one that leads out of a folder is no reason to refuse, since no name is followed.
  decodeStrings: false,
};

/**
 * Opens an archive and hands on what is in it: the workbook that it is, else each text that ends in .txt, else each that
 * ends in .csv, else each workbook.
 */
export async function eachZipPart(archive: InputFile, taker: ZipTaker): Promise<void> {
  const zip = await guarded(archive, () => openPromise(archive.path, options));
  try {
    const entries = await guarded(archive, () => entriesOf(zip, archive));
    if (isWorkbook(entries)) {
      await taker.workbook(workbookOf(archive.name, zip, entries, archive));
      return;
    }
    const ending = (end: string): readonly NamedEntry[] =>
      entries.filter(({ name }) => name.toLowerCase().endsWith(end));
    const texts = ending(".txt").length > 0 ? ending(".txt") : ending(".csv");
    const workbooks = texts.length > 0 ? [] : ending(".xlsx");
    if (texts.length + workbooks.length === 0) {
      throw fileError(importErrors, "archive-without-text", { file: archive.name }, {});
    }
    for (const { entry, name } of texts) {
      refuse(entry, name, mostBytes, archive);
      await taker.text({
        name: `${archive.name}/${name}`,
        path: archive.path,
        size: entry.compressedSize,
        canReadTwice: true,
        contents: () => contents(zip, entry, archive),
      });
    }
    for (const found of workbooks) await openWithin(found, zip, archive, taker);
  } finally {
    zip.close();
  }
}

/** Opens a workbook that stands in an archive. */
async function openWithin(
  { entry, name }: NamedEntry,
  zip: ZipFile,
  archive: InputFile,
  taker: ZipTaker,
): Promise<void> {
  refuse(entry, name, mostOfWorkbook, archive);
  const pieces: Buffer[] = [];
  for await (const piece of contents(zip, entry, archive)) pieces.push(piece);
  const within = await guarded(archive, () => fromBufferPromise(Buffer.concat(pieces), options));
  const entries = await guarded(archive, () => entriesOf(within, archive));
  if (!isWorkbook(entries)) throw fileError(importErrors, "archive-damaged", { file: archive.name }, {});
  await taker.workbook(workbookOf(`${archive.name}/${name}`, within, entries, archive));
}

function isWorkbook(entries: readonly NamedEntry[]): boolean {
  return entries.some(({ path }) => path === workbookPath);
}

function workbookOf(name: string, zip: ZipFile, entries: readonly NamedEntry[], archive: InputFile): Workbook {
  return {
    name,
    contents: (wanted) => {
      const found = entries.find(({ path }) => path === wanted);
      if (found === undefined) return null;
      refuse(found.entry, wanted, mostBytes, archive);
      return contents(zip, found.entry, archive);
    },
  };
}

function refuse(entry: Entry, name: string, most: number, archive: InputFile): void {
  if (!entry.canDecodeFileData()) {
    throw fileError(importErrors, "archive-encrypted", { file: archive.name }, { part: name });
  }
  if (entry.uncompressedSize <= most) return;
  const shown = most === mostBytes ? "1 GiB" : "256 MiB";
  throw fileError(importErrors, "import-too-large", { file: archive.name }, { most: shown });
}

async function entriesOf(zip: ZipFile, archive: InputFile): Promise<readonly NamedEntry[]> {
  if (zip.entryCount > mostEntries) throw fileError(importErrors, "archive-damaged", { file: archive.name }, {});
  const found: NamedEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileNameRaw.toString("latin1");
    const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
    // What macOS puts beside each file is no text, whatever its name.
    if (!name.startsWith("._") && !path.startsWith("__MACOSX")) found.push({ entry, path, name });
  }
  return found;
}

async function* contents(zip: ZipFile, entry: Entry, archive: InputFile): AsyncGenerator<Buffer> {
  const stream: Readable = await guarded(archive, () => zip.openReadStreamPromise(entry));
  try {
    const pieces: AsyncIterable<Buffer> = stream;
    yield* pieces;
  } catch (error) {
    throw asDamaged(error, archive);
  } finally {
    stream.destroy();
  }
}

async function guarded<T>(archive: InputFile, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw asDamaged(error, archive);
  }
}

/** What yauzl says of an archive, in words of ours: its own name offsets that help nobody. */
function asDamaged(error: unknown, archive: InputFile): ChargeFileError {
  if (error instanceof ChargeFileError) return error;
  return fileError(importErrors, "archive-damaged", { file: archive.name }, {});
}

/**
 * The texts in a zip archive, read where they lie: nothing is unpacked to the disk, so no path in the archive leads
 * anywhere. What an entry says of its size is held to, and bounded.
 */
import type { Readable } from "node:stream";
import type { Entry, ZipFile } from "yauzl";
import { openPromise } from "yauzl";
import { ChargeFileError, fileError } from "../charge-file-error.js";
import type { InputFile } from "../files/read-bytes.js";
import { importErrors } from "./diagnostics.js";

/** No published table has a text that is larger: the largest of them, of four together, is a fifth of this. */
export const mostBytes = 1 << 30;

const mostEntries = 1000;

/** Opens an archive and hands each text in it on: those that end in .txt or, without any, those that end in .csv. */
export async function eachZipPart(archive: InputFile, take: (part: InputFile) => Promise<void>): Promise<void> {
  const zip = await guarded(archive, () =>
    // Names are not decoded: one that leads out of a folder is no reason to refuse, since no name is followed.
    openPromise(archive.path, { autoClose: false, lazyEntries: true, decodeStrings: false }),
  );
  try {
    for (const { entry, name } of await guarded(archive, () => texts(zip, archive))) {
      if (!entry.canDecodeFileData()) {
        throw fileError(importErrors, "archive-encrypted", { file: archive.name }, { part: name });
      }
      if (entry.uncompressedSize > mostBytes) {
        throw fileError(importErrors, "import-too-large", { file: archive.name }, { most: "1 GiB" });
      }
      await take({
        name: `${archive.name}/${name}`,
        path: archive.path,
        size: entry.compressedSize,
        canReadTwice: true,
        contents: () => contents(zip, entry, archive),
      });
    }
  } finally {
    zip.close();
  }
}

async function texts(zip: ZipFile, archive: InputFile): Promise<readonly { entry: Entry; name: string }[]> {
  if (zip.entryCount > mostEntries) throw fileError(importErrors, "archive-damaged", { file: archive.name }, {});
  const found: { entry: Entry; name: string }[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileNameRaw.toString("latin1");
    const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
    // What macOS puts beside each file is no text, whatever its name.
    if (!name.startsWith("._") && !path.startsWith("__MACOSX")) found.push({ entry, name });
  }
  const ending = (end: string): typeof found => found.filter(({ name }) => name.toLowerCase().endsWith(end));
  const chosen = ending(".txt").length > 0 ? ending(".txt") : ending(".csv");
  if (chosen.length === 0) throw fileError(importErrors, "archive-without-text", { file: archive.name }, {});
  return chosen;
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

/**
 * The charge files that a replay is over, known by a hash: so that two replays can be told to be over the same charges, and
 * nothing of the charges is told by it.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { compareBytes } from "@edict/rulebook";
import { UsageError } from "../usage-error.js";

export interface Corpus {
  /** Of one file its own, as `sha256sum` prints it; of several that of theirs, sorted, a line for each. */
  readonly sha256: string;
  readonly files: number;
}

/** A corpus, and whether its files are still what they were. */
export interface WatchedCorpus extends Corpus {
  readonly isUnchanged: () => Promise<boolean>;
}

/** Reads the files once, as they lie on the disk. One that is not there is left to whoever reads charges. */
export async function corpusOf(names: readonly string[], folder: string): Promise<WatchedCorpus> {
  const paths = names.map((name) => resolve(folder, name));
  const before = await Promise.all(paths.map(markOf));
  if (before.includes("pipe")) {
    throw new UsageError("a pipe is read once, and a replay reads charges more often; write them to a file first");
  }
  const hashes: string[] = [];
  for (const [place, path] of paths.entries()) if (before[place] !== null) hashes.push(await hashOf(path));
  const [only = ""] = hashes;
  const all = hashes.sort(compareBytes).map((hash) => `${hash}\n`);
  return {
    sha256: hashes.length === 1 ? only : createHash("sha256").update(all.join("")).digest("hex"),
    files: names.length,
    isUnchanged: async () => (await Promise.all(paths.map(markOf))).every((mark, place) => mark === before[place]),
  };
}

/** What changes when somebody writes to a file; null where there is none. */
async function markOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.isDirectory()) return null;
  return found.isFile() ? `${found.size} ${found.mtimeMs} ${found.ino}` : "pipe";
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (piece instanceof Uint8Array) hash.update(piece);
  }
  return hash.digest("hex");
}

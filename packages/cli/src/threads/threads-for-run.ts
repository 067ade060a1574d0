/**
 * Whether a run has several threads: where they are asked for, its files are long, its format can be written in parts, and no baseline has to
 * see every finding. Its threads start while the first one reads the rules' tables and looks through the files.
 */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Io } from "../io.js";
import type { RunFormat } from "../reports/formats.js";
import { isRendered } from "../reports/formats.js";
import type { RunThreads } from "./run-threads.js";

export interface ThreadOptions {
  readonly charges: readonly string[];
  readonly format: RunFormat;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  /** `--threads` */
  readonly threads?: number;
}

/** Shorter files are read as a whole, by one thread. */
const readInRangesFrom = 128 << 20;

/** The threads; null where one does everything. */
export async function threadsForRun(options: ThreadOptions, io: Io): Promise<RunThreads | null> {
  const { format } = options;
  if (io.threads === undefined || !isRendered(format)) return null;
  if (options.baseline !== undefined || options.writeBaseline !== undefined) return null;
  const { longFrom = readInRangesFrom } = io.threads;
  const count = options.threads ?? 1;
  if (count < 2 || (await bytesOf(options.charges, io.cwd)) <= longFrom) return null;
  const { RunThreads: Started } = await import("./run-threads.js");
  // This one is one of them.
  return new Started(io.threads, count - 1, format);
}

/** Of a file that is not there nothing is known here: whoever reads it says so. */
async function bytesOf(files: readonly string[], folder: string): Promise<number> {
  let bytes = 0;
  for (const name of files) {
    const found = await stat(resolve(folder, name)).catch(() => null);
    bytes += found?.isFile() === true ? found.size : 0;
  }
  return bytes;
}

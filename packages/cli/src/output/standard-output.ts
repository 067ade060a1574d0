/**
 * Standard output, written at once. Node's own stream keeps what a pipe does not take yet in memory, and loses it all
 * past a gigabyte; a run that prints more than that must neither grow nor lose a finding.
 */
import { writeSync } from "node:fs";
import type { Output } from "../io.js";
import { UsageError } from "../usage-error.js";

const descriptor = 1;
/** How long to wait for a pipe that takes nothing now, in milliseconds. */
const pause = 5;

export class StandardOutput implements Output {
  readonly #readerGone: () => never;

  /** `readerGone` ends the process where nobody reads on (`edict run … | head`). */
  constructor(readerGone: () => never) {
    this.#readerGone = readerGone;
  }

  /** Throws a `UsageError` where the results cannot be written, such as on a full disk. */
  write(text: string): void {
    this.writeBytes(Buffer.from(text, "utf8"));
  }

  /** The bytes are the caller's again when it returns. */
  writeBytes(bytes: Uint8Array): void {
    let written = 0;
    while (written < bytes.length) {
      try {
        written += writeSync(descriptor, bytes, written);
      } catch (error) {
        this.#wait(error);
      }
    }
  }

  #wait(error: unknown): void {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "EPIPE") this.#readerGone();
    if (code !== "EAGAIN")
      throw new UsageError(`the results cannot be written (${code}); those above are not complete`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}

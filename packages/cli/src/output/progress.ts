/** A bar on standard error while a long file is read, where that is a terminal; else nothing. */
import type { Io } from "../io.js";

const width = 30;

export class Progress {
  readonly #io: Io;
  #shown = -1;

  constructor(io: Io) {
    this.#io = io;
  }

  /** `done` of `total` bytes are read. */
  reading(done: number, total: number): void {
    if (!this.#io.stderr.isTTY) return;
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    if (percent === this.#shown) return;
    this.#shown = percent;
    const full = Math.round((percent / 100) * width);
    this.#io.stderr.write(`\rreading charges ${"█".repeat(full)}${"░".repeat(width - full)} ${percent} %`);
  }

  /** Says what goes on now, in place of the bar. */
  say(text: string): void {
    if (this.#io.stderr.isTTY) this.#io.stderr.write(`\r\u001b[K${text}`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#io.stderr.isTTY) this.#io.stderr.write("\r\u001b[K");
  }
}

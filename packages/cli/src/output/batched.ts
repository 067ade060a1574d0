/** Small texts collected into large writes. */
import type { Output } from "../io.js";

const most = 1 << 16;

export class Batched implements Output {
  readonly #output: Output;
  #parts: string[] = [];
  #length = 0;

  constructor(output: Output) {
    this.#output = output;
  }

  write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length >= most) this.flush();
  }

  /** Writes what is waiting. */
  flush(): void {
    if (this.#parts.length > 0) this.#output.write(this.#parts.join(""));
    this.#parts = [];
    this.#length = 0;
  }
}

/** Places between the records of a file, as far as it was looked through: whoever cuts it may be as far, and waits. */
import type { RecordPlace } from "../records/record-reader.js";

export class KnownPlaces {
  #ended = false;
  #waiting: { readonly at: number; readonly go: () => void }[] = [];

  /** From behind the header on, in order. */
  constructor(readonly places: RecordPlace[] = []) {}

  push(place: RecordPlace): void {
    this.places.push(place);
    this.#wake(place.at);
  }

  /** No more places come. */
  end(): void {
    this.#ended = true;
    this.#wake(Infinity);
  }

  /** Waits until a place at this byte or behind it is known; false where none comes. */
  async reached(at: number): Promise<boolean> {
    if (!this.#ended && (this.places.at(-1)?.at ?? 0) < at) {
      await new Promise<void>((go) => void this.#waiting.push({ at, go }));
    }
    return (this.places.at(-1)?.at ?? 0) >= at;
  }

  #wake(upTo: number): void {
    const ready = this.#waiting.filter(({ at }) => at <= upTo);
    if (ready.length === 0) return;
    this.#waiting = this.#waiting.filter(({ at }) => at > upTo);
    for (const { go } of ready) go();
  }
}

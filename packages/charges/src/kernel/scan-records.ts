/**
 * Finds records by the kernel, and by the portable scanner those that the kernel leaves: blank ones, broken ones, those of
 * another width, and those with quotes or line breaks within quotes.
 */
import type { RecordScanner, Stop } from "../records/record-scanner.js";
import type { KernelBatch } from "./kernel-batch.js";

/** Where the kernel leaves how far it came, by words. */
const atOf = 0;
const countOf = 1;

/** The portable scanner takes no more records than these before the kernel is asked again. */
const mostInTurn = 256;

/** Adds records to the batch, as `RecordScanner.scan` does. */
export class KernelScan {
  /** What the portable scanner takes in turn: more, the less the kernel gets on. */
  #inTurn = 1;

  constructor(private readonly room: KernelBatch) {}

  scan(scanner: RecordScanner, final: boolean): Stop {
    for (;;) {
      const taken = this.#scanPlain(scanner);
      if (scanner.count === scanner.rows.length) return "batch-full";
      this.#inTurn = taken > this.#inTurn ? 1 : Math.min(this.#inTurn * 2, mostInTurn);
      const stop = scanner.scan(final, this.#inTurn);
      if (stop !== "enough") return stop;
    }
  }

  /** Takes plain records; how many. */
  #scanPlain(scanner: RecordScanner): number {
    const { kernel, starts, ends, rows } = this.room;
    const { at, end, width, count } = scanner;
    kernel.calls.scan(at, end, scanner.delimiter[0] ?? 0, width, count, scanner.rows.length, starts, ends);
    const reached = kernel.ints[countOf] ?? 0;
    scanner.at = kernel.ints[atOf] ?? 0;
    scanner.count = reached;
    kernel.calls.numberRows(rows, count, reached, scanner.row);
    scanner.row += reached - count;
    return reached - count;
  }
}

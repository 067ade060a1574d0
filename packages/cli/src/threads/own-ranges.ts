/**
 * The first thread's own part of a run on several: it evaluates ranges as the others do, between what it hears of them. Its
 * findings need not go from thread to thread: those of a range whose turn it is are written as they come, others wait.
 */
import type { PatientRange } from "@edict/charges";
import { RangeWork } from "./range-work.js";
import type { RangesInOrder } from "./ranges-in-order.js";
import type { RangeAccount, RangeJob, ThreadAccount } from "./thread-messages.js";

/** So many bytes of findings wait, of all ranges together; a patient's are not parted. */
const mostWaiting = 16 << 20;

export class OwnRanges {
  readonly #work: RangeWork;
  #waiting = 0;

  constructor(
    job: RangeJob,
    private readonly order: RangesInOrder,
  ) {
    this.#work = new RangeWork(job, (range, bytes) => this.#found(range, bytes));
  }

  async range(number: number, range: PatientRange): Promise<RangeAccount> {
    return this.#work.range(number, range, () => (this.#waiting < mostWaiting ? null : this.order.turnOf(number)));
  }

  account(): ThreadAccount {
    return this.#work.account();
  }

  #found(range: number, bytes: Uint8Array): void {
    const { order } = this;
    if (range === order.turn) {
      order.findings(range, { bytes: () => bytes, written: () => {} });
      return;
    }
    const kept = bytes.slice();
    this.#waiting += kept.length;
    order.findings(range, { bytes: () => kept, written: () => (this.#waiting -= kept.length) });
  }
}

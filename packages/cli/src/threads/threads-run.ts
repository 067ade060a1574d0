/**
 * A run over ranges of its files on several threads. Findings are written in the order of the ranges, and the accounts
 * of ranges and threads are added up, so that all that is said is what one thread would say. It may begin before it is
 * known whether the files can be read so: nothing is written until somebody says that.
 */
import type { PatientRanges, RowsAccount } from "@edict/charges";
import type { Account, RuleTime } from "@edict/engine";
import type { Severity } from "@edict/rulebook";
import type { Stage } from "../output/stages.js";
import { addAccounts, addTimes } from "./add-accounts.js";
import { SlotReader, slotMemory } from "./finding-slots.js";
import { OwnRanges } from "./own-ranges.js";
import { noneTaken, RangeQueue } from "./range-queue.js";
import type { RangeEnd } from "./ranges-in-order.js";
import { RangesInOrder } from "./ranges-in-order.js";
import type { Team } from "./team.js";
import { fromThreadError } from "./thread-errors.js";
import type { FromThread, RangeJob, ThreadAccount, ToThread } from "./thread-messages.js";

export interface ThreadsRequest {
  readonly team: Team;
  readonly job: RangeJob;
  readonly ranges: PatientRanges;
  readonly bytesOfRange: number;
}

/** The account of all threads together. */
export interface ThreadsDone {
  readonly account: Account;
  readonly rows: RowsAccount;
  readonly outcomes: ReadonlyMap<Severity, number>;
  readonly times: readonly RuleTime[];
  /** Milliseconds of all threads together. */
  readonly stages: ReadonlyMap<Stage, number>;
}

/** Begins at once; what is found waits until somebody says that it may be written. */
export class ThreadsRun {
  readonly #done: Promise<ThreadsDone>;
  #resolve: (done: ThreadsDone) => void = () => {};
  #reject: (error: unknown) => void = () => {};
  #write: (bytes: Uint8Array) => void = () => {};
  readonly #slots: readonly SlotReader[];
  readonly #order: RangesInOrder;
  readonly #taken = noneTaken();
  /** The ranges, as this thread takes them. */
  readonly #ranges = new RangeQueue(this.#taken);
  readonly #accounts: ThreadAccount[] = [];
  /** How many ranges there are, when that is known. */
  #count = Infinity;
  #hasFailed = false;

  constructor(private readonly request: ThreadsRequest) {
    this.#done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever has the findings written hears it.
    this.#done.catch(() => {});
    const memory = request.team.members.map(slotMemory);
    this.#slots = memory.map((each) => new SlotReader(each));
    this.#order = new RangesInOrder((bytes) => this.#write(bytes));
    const { team, job } = request;
    for (const [member, slots] of memory.entries()) {
      team.members[member]?.tell({ kind: "job", job: { ...job, slots, taken: this.#taken } });
    }
    team.listen({
      hear: (member, message) => this.#orFail(() => this.#hear(member, message)),
      failed: (error) => this.#fail(error),
    });
    void this.#giveOut();
  }

  /** Tells all threads of the ranges. */
  async #giveOut(): Promise<void> {
    const { ranges, bytesOfRange } = this.request;
    let count = 0;
    try {
      for await (const range of ranges.inOrder(bytesOfRange)) {
        if (this.#hasFailed) return;
        count++;
        this.#ranges.add(range);
        this.#tellAll({ kind: "range", range });
      }
    } catch (error) {
      // Where the next range begins could not be found; those before it are still written.
      this.#orFail(() => this.#order.end(count, { kind: "failed", error }));
    }
    this.#ranges.end();
    this.#tellAll({ kind: "end" });
    this.#count = count;
    this.#orFail(() => this.#finishIfDone());
  }

  /** Has the findings written, those that wait and all that come; throws where a range cannot be read, when all before it are. */
  async written(write: (bytes: Uint8Array) => void): Promise<ThreadsDone> {
    if (this.#hasFailed) return this.#done;
    this.#write = write;
    this.#orFail(() => {
      this.#order.begin();
      this.#finishIfDone();
    });
    this.#workHere().catch((error: unknown) => this.#fail(error));
    return this.#done;
  }

  /** Evaluates ranges on this thread too, until there are no more. */
  async #workHere(): Promise<void> {
    const own = new OwnRanges(this.request.job, this.#order);
    for (let next = await this.#ranges.next(); next !== null; next = await this.#ranges.next()) {
      if (this.#hasFailed) return;
      const { number, range } = next;
      const end = await own.range(number, range).then(
        (account): RangeEnd => ({ kind: "done", account }),
        (error: unknown): RangeEnd => ({ kind: "failed", error }),
      );
      this.#orFail(() => this.#order.end(number, end));
    }
    this.#accounts.push(own.account());
    this.#orFail(() => this.#finishIfDone());
  }

  #tellAll(message: ToThread): void {
    for (const member of this.request.team.members) member.tell(message);
  }

  #hear(member: number, message: FromThread): void {
    switch (message.kind) {
      case "ready":
        return;
      case "findings":
        this.#order.findings(message.number, this.#slotsOf(member).piece(message.filled));
        return;
      case "range-done":
        this.#order.end(message.number, { kind: "done", account: message.account });
        return;
      case "failed": {
        const error = fromThreadError(message.error);
        if (message.number < 0) throw error;
        this.#order.end(message.number, { kind: "failed", error });
        return;
      }
      case "account":
        this.#accounts.push(message.account);
        this.#finishIfDone();
        return;
    }
  }

  #slotsOf(member: number): SlotReader {
    const slots = this.#slots[member];
    if (slots === undefined) throw new Error("findings come from a thread of the team");
    return slots;
  }

  #finishIfDone(): void {
    // All ranges may be evaluated before one of them may be written. This thread gives an account too.
    if (this.#accounts.length <= this.request.team.members.length || this.#order.turn < this.#count) return;
    this.#resolve({
      account: addAccounts(this.#accounts.map(({ account }) => account)),
      rows: this.#order.rows(),
      outcomes: this.#order.outcomes(),
      ...addTimes(this.#accounts),
    });
  }

  #orFail(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Nothing is written any more, and no range given out. */
  #fail(error: unknown): void {
    this.#reject(error);
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#write = () => {};
    this.#ranges.end();
    this.#order.giveUp();
  }
}

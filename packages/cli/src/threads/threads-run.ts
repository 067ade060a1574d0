/**
 * A run over ranges of its files on several threads. Findings are written in the order of the ranges, and the accounts
 * of ranges and threads are added up, so that all that is said is what one thread would say. It may begin before it is
 * known whether the files can be read so: nothing is written until somebody says that.
 */
import type { PatientRange, PatientRanges, RowsAccount } from "@edict/charges";
import type { Account, RuleTime } from "@edict/engine";
import type { Severity } from "@edict/rulebook";
import type { Stage } from "../output/stages.js";
import { addAccounts, addTimes } from "./add-accounts.js";
import { SlotReader, slotMemory } from "./finding-slots.js";
import { RangesInOrder } from "./ranges-in-order.js";
import type { Team } from "./team.js";
import { fromThreadError } from "./thread-errors.js";
import type { FromThread, ThreadAccount, ThreadJob, ToThread } from "./thread-messages.js";

export interface ThreadsRequest {
  readonly team: Team;
  readonly job: Omit<ThreadJob, "slots">;
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

/** A thread has one range more than it works at, so that it need not wait for the next. */
const rangesOfThread = 2;

/** Begins at once; what is found waits until somebody says that it may be written. */
export class ThreadsRun {
  readonly #done: Promise<ThreadsDone>;
  #resolve: (done: ThreadsDone) => void = () => {};
  #reject: (error: unknown) => void = () => {};
  #write: (bytes: Uint8Array) => void = () => {};
  readonly #slots: readonly SlotReader[];
  readonly #order: RangesInOrder;
  readonly #ranges: AsyncGenerator<PatientRange>;
  readonly #accounts: ThreadAccount[] = [];
  readonly #ended = new Set<number>();
  /** How many ranges were given out. */
  #count = 0;

  constructor(private readonly request: ThreadsRequest) {
    this.#done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever has the findings written hears it.
    this.#done.catch(() => {});
    const memory = request.team.members.map(slotMemory);
    this.#slots = memory.map((each) => new SlotReader(each));
    this.#ranges = request.ranges.inOrder(request.bytesOfRange);
    this.#order = new RangesInOrder(({ member, filled }) => {
      const slots = this.#slots[member];
      if (slots === undefined) throw new Error("findings come from a thread of the team");
      this.#write(slots.bytesOf(filled));
      slots.giveBack();
    });
    for (const [member, slots] of memory.entries()) this.#tell(member, { kind: "job", job: { ...request.job, slots } });
    const { team } = request;
    team.listen({
      hear: (member, message) => this.#orReject(() => this.#hear(member, message)),
      failed: (error) => this.#reject(error),
    });
    // The first ranges go to as many threads.
    for (let more = 0; more < rangesOfThread; more++) {
      for (const member of team.members.keys()) void this.#give(member);
    }
  }

  /** Has the findings written, those that wait and all that come; throws where a range cannot be read, when all before it are. */
  async written(write: (bytes: Uint8Array) => void): Promise<ThreadsDone> {
    this.#write = write;
    this.#orReject(() => {
      this.#order.begin();
      this.#finishIfDone();
    });
    return this.#done;
  }

  async #give(member: number): Promise<void> {
    try {
      const next = await this.#ranges.next();
      if (next.done === true) this.#tellEnd(member);
      else this.#tell(member, { kind: "range", number: this.#count++, range: next.value });
    } catch (error) {
      // Where the next range begins could not be found; those before it are still written.
      this.#orReject(() => this.#order.end(this.#count++, { kind: "failed", error }));
    }
  }

  #tellEnd(member: number): void {
    if (this.#ended.has(member)) return;
    this.#ended.add(member);
    this.#tell(member, { kind: "end" });
  }

  #tell(member: number, message: ToThread): void {
    this.request.team.members[member]?.tell(message);
  }

  #hear(member: number, message: FromThread): void {
    switch (message.kind) {
      case "ready":
        return;
      case "findings":
        this.#order.findings(message.number, { member, filled: message.filled });
        return;
      case "range-done":
        this.#order.end(message.number, { kind: "done", account: message.account });
        void this.#give(member);
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

  #finishIfDone(): void {
    // All ranges may be evaluated before one of them may be written.
    if (this.#accounts.length < this.request.team.members.length || this.#order.turn < this.#count) return;
    this.#resolve({
      account: addAccounts(this.#accounts.map(({ account }) => account)),
      rows: this.#order.rows(),
      outcomes: this.#order.outcomes(),
      ...addTimes(this.#accounts),
    });
  }

  #orReject(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#reject(error);
    }
  }
}

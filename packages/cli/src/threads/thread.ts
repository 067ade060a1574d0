/** The program of a thread that evaluates ranges of charge files: its port, and nothing else. */
import { parentPort } from "node:worker_threads";
import { SlotFiller } from "./finding-slots.js";
import { RangeQueue } from "./range-queue.js";
import { RangeWork } from "./range-work.js";
import { toThreadError } from "./thread-errors.js";
import type { FromThread, ThreadJob, ToThread } from "./thread-messages.js";

let ranges: RangeQueue | null = null;

parentPort?.on("message", (message: ToThread) => {
  switch (message.kind) {
    case "job":
      ranges = new RangeQueue(message.job.taken);
      void workAt(message.job, ranges);
      return;
    case "range":
      ranges?.add(message.range);
      return;
    case "end":
      ranges?.end();
      return;
  }
});
say({ kind: "ready" });

async function workAt(job: ThreadJob, queue: RangeQueue): Promise<void> {
  let number = -1;
  try {
    const slots = new SlotFiller(job.slots);
    const work = new RangeWork(job, (range, bytes) =>
      slots.fill(bytes, (filled) => say({ kind: "findings", number: range, filled })),
    );
    for (let next = await queue.next(); next !== null; next = await queue.next()) {
      number = next.number;
      say({ kind: "range-done", number, account: await work.range(number, next.range, noWaiting) });
      number = -1;
    }
    say({ kind: "account", account: work.account() });
  } catch (error) {
    say({ kind: "failed", number, error: toThreadError(error) });
  }
}

/** Slots that are all full are waited for where they are filled. */
const noWaiting = (): null => null;

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}

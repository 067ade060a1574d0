/** The program of a thread that evaluates ranges of charge files: its port, and nothing else. */
import { parentPort } from "node:worker_threads";
import { SlotFiller } from "./finding-slots.js";
import { RangeWork } from "./range-work.js";
import { toThreadError } from "./thread-errors.js";
import type { FromThread, ToThread } from "./thread-messages.js";

let work: RangeWork | null = null;
let before: Promise<void> = Promise.resolve();

parentPort?.on("message", (message: ToThread) => {
  // One after the other: a range is taken up when the one before it is done.
  before = answerAfter(before, message);
});
say({ kind: "ready" });

async function answerAfter(earlier: Promise<void>, message: ToThread): Promise<void> {
  await earlier;
  try {
    await answer(message);
  } catch (error) {
    say({ kind: "failed", number: message.kind === "range" ? message.number : -1, error: toThreadError(error) });
  }
}

async function answer(message: ToThread): Promise<void> {
  switch (message.kind) {
    case "job": {
      const slots = new SlotFiller(message.job.slots);
      work = new RangeWork(message.job, (number, bytes) =>
        slots.fill(bytes, (filled) => say({ kind: "findings", number, filled })),
      );
      return;
    }
    case "range": {
      const { number, range } = message;
      const account = await workAtHand().range(number, range, noWaiting);
      say({ kind: "range-done", number, account });
      return;
    }
    case "end":
      say({ kind: "account", account: workAtHand().account() });
      return;
  }
}

/** Slots that are all full are waited for where they are filled. */
const noWaiting = (): null => null;

function workAtHand(): RangeWork {
  if (work === null) throw new Error("a thread is told its job before its first range");
  return work;
}

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}

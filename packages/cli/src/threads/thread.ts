/** The program of a thread that evaluates ranges of charge files: its port, and nothing else. */
import { parentPort } from "node:worker_threads";
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
    case "job":
      work = new RangeWork(message.job, say);
      return;
    case "range":
      await workAtHand().range(message.number, message.range);
      return;
    case "end":
      say({ kind: "account", account: workAtHand().account() });
      return;
  }
}

function workAtHand(): RangeWork {
  if (work === null) throw new Error("a thread is told its job before its first range");
  return work;
}

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}

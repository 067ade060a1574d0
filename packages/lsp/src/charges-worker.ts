/**
 * The worker that tries rules on charges, a thread of its own: `charges-worker.cjs` is made of this file with all that
 * it needs. A run is left as soon as its number is the one that was given up.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Trial } from "./charges/trial.js";
import type { FromWorker, ToWorker } from "./charges/trial-messages.js";
import { faultText } from "./fault.js";

const given: Int32Array = new Int32Array(workerData);
const trial = new Trial();
const say = (message: FromWorker): void => parentPort?.postMessage(message);
let before: Promise<void> = Promise.resolve();

parentPort?.on("message", (message: ToWorker) => {
  // One after the other: a page is asked of the run before it.
  before = answerAfter(before, message);
});

async function answerAfter(earlier: Promise<void>, message: ToWorker): Promise<void> {
  await earlier;
  try {
    say(await answerTo(message));
  } catch (error) {
    say({ kind: "fault", id: message.id, fault: faultText("trying rules on charges", error) });
  }
}

async function answerTo(message: ToWorker): Promise<FromWorker> {
  const { id } = message;
  if (message.kind === "page") return { kind: "page", id, html: trial.page(message.key, message.rule) };
  return { kind: "result", id, result: await trial.run(message.job, () => Atomics.load(given, 0) !== id) };
}

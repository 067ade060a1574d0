/**
 * Times whole processes side by side. All contestants of a contest run in alternating rounds of one run, since machines
 * drift; a ratio is the median of the rounds' ratios, never the ratio of two medians.
 */
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";

const peakMemory = fileURLToPath(new URL("./peak-memory.cjs", import.meta.url));

/** The command as users start it. */
export const edict = fileURLToPath(new URL("../../packages/cli/bin/edict.js", import.meta.url));

/** A contestant that is a file of `peers/`. */
export const peer = (name) => fileURLToPath(new URL(`./peers/${name}.mjs`, import.meta.url));

/** Runs a Node process to its end; its standard output goes to a file. Seconds of the clock and of the processor, peak memory in MiB. */
export function time(args, output, allowed = [0]) {
  return new Promise((resolve, reject) => {
    const file = openSync(output, "w");
    const started = performance.now();
    const child = spawn(process.execPath, ["--require", peakMemory, ...args], { stdio: ["ignore", file, "pipe"] });
    let errors = "";
    child.stderr.on("data", (data) => (errors += data));
    child.on("error", reject);
    child.on("exit", (code) => {
      const seconds = (performance.now() - started) / 1000;
      closeSync(file);
      if (!allowed.includes(code)) {
        reject(new Error(`${args.join(" ")} ended with ${code}: ${errors}`));
        return;
      }
      const [, peak, processor] = /peak-memory (\d+) processor (\d+)/.exec(errors) ?? [];
      resolve({ seconds, peak: Number(peak ?? Number.NaN) / 1024, processor: Number(processor ?? Number.NaN) / 1e6 });
    });
  });
}

/** Runs all contestants `rounds` times, one after the other in each round. Fills each one's `runs`. */
export async function compete(contestants, rounds, afterFirst = async () => {}) {
  for (const contestant of contestants) contestant.runs = [];
  for (let round = 0; round < rounds; round++) {
    for (const { args, output, allowed, runs } of contestants) runs.push(await time(args, output, allowed));
    // Whether they did the same work is asked before anything is said about their speed.
    if (round === 0) await afterFirst();
  }
}

export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** How much longer the one took than the other, round by round; `fixed` seconds are taken off both first. */
export const ratio = (one, other, fixed = 0) =>
  median(one.runs.map((run, round) => (run.seconds - fixed) / (other.runs[round].seconds - fixed)));

export const seconds = ({ runs }) => median(runs.map((run) => run.seconds));

export const mebibytes = ({ runs }) => median(runs.map((run) => run.peak));

/** One line for each contestant: seconds, peak memory, and its time as a part of the first one's. */
export function say(contestants, words = "the first one's time as a part of it") {
  const [first, ...others] = contestants;
  for (const contestant of contestants) {
    const ratioText = others.includes(contestant) ? ratio(first, contestant).toFixed(2).padStart(8) : "";
    console.log(
      `${contestant.name.padEnd(46)} ${seconds(contestant).toFixed(2).padStart(8)} s ${mebibytes(contestant).toFixed(0).padStart(7)} MiB ${ratioText}`,
    );
  }
  console.log(`(medians; last column: ${words})`);
}

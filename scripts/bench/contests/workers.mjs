/** One thread beside two, over five times the lines: the same bytes, in what part of the time. */
import { join } from "node:path";
import { generate, preparePairs } from "../generate.mjs";
import { compete, edict, median, mebibytes, say } from "../measure.mjs";
import { digestOf } from "../same-findings.mjs";

export async function workers({ folder, rounds, pairs, lines }) {
  const paths = await generate(folder, { lines: 5 * lines, pairs });
  await preparePairs(paths);
  console.log(`\n${5 * lines} charge lines by patient, 28 rules, on one thread and on two`);
  const run = (threads) => ({
    name: `edict run --threads ${threads}`,
    args: [edict, "run", paths.rulesCompiled, "--charges", paths.charges, "--format", "ndjson", "--threads", threads],
    output: join(folder, `findings-${threads}-threads.ndjson`),
    allowed: [1],
  });
  const [two, one] = [run("2"), run("1")];
  await compete([two, one], rounds, async () => {
    const [first, second] = [await digestOf(one.output), await digestOf(two.output)];
    if (first !== second) throw new Error(`${one.output} and ${two.output} differ`);
    console.log("the same bytes from both");
  });
  say([two, one], "two threads as a part of it");
  const processor = ({ runs }) => median(runs.map((each) => each.processor)).toFixed(2);
  console.log(`the processor's seconds: ${processor(two)} on two, ${processor(one)} on one`);
  console.log(`more memory on two: ${(mebibytes(two) - mebibytes(one)).toFixed(0)} MiB`);
}

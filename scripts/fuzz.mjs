/**
 * The long run: `npm run fuzz` holds the engine against the reference over 10,000 random cases with a new seed, and
 * the compiler against random texts, the bundled language server against random edits, and what a review says of
 * random edits against what they find;
 * `npm run fuzz -- 50000 7` over 50,000 with the seed 7. The seed is said, so that a run can be made again.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import process from "node:process";

const [runs = "10000", seed = String(randomInt(1, 1_000_000))] = process.argv.slice(2);
console.log(`${runs} random cases with the seed ${seed}`);
const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "test/properties",
    "test/text/said-again.test.ts",
    "test/fuzz",
    "test/protocol/random-edits.test.ts",
    "test/review/soundness.test.ts",
  ],
  {
    stdio: "inherit",
    env: { ...process.env, EDICT_FUZZ: runs, EDICT_SEED: seed },
  },
);
process.exitCode = status ?? 1;

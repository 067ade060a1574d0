/** The laws of the formatter: nothing is lost, nothing changes its meaning, and twice is once. */
import process from "node:process";
import fc from "fast-check";
import { test } from "vitest";
import { fixtures } from "../fuzz/fixtures.js";
import { mutated } from "../fuzz/mutated.js";
import { randomCase } from "../random/index.js";
import { paths, read } from "../tidy/tree.js";
import { said } from "../text/said.js";
import { sayable } from "../text/sayable.js";
import { holdsLaws, keepsComments } from "./laws.js";
import { scattered } from "./scattered.js";

const runs = Number(process.env["EDICT_FUZZ"] ?? 300);
const seed = Number(process.env["EDICT_SEED"] ?? 1);

function holdsFor(texts: fc.Arbitrary<string>, holds: (text: string) => void): void {
  fc.assert(fc.property(texts, holds), { seed, numRuns: Math.ceil(runs * share) });
}

// A third of what other properties get: a text is compiled twice for each.
const share = 1 / 3;

/** Every block of rule text on our pages. */
const blocks = paths
  .filter((path) => path.endsWith(".md"))
  .flatMap((path) => [...read(path).matchAll(/^```edict\n([^]*?)^```/gm)].map(([, block = ""]) => block));

const ruleTexts = randomCase.chain((random) => {
  const drawn = { ...random, rulebook: sayable(random.rulebook) };
  const texts = drawn.rulebook.rules.flatMap((rule) => said(drawn, rule)?.text ?? []);
  return fc.constantFrom(...(texts.length === 0 ? [""] : texts));
});

test("every file and every block that we have", () => {
  for (const text of [...fixtures, ...blocks]) holdsLaws(text);
});

test("random rules in any layout, with comments anywhere", { timeout: 600_000 }, () => {
  holdsFor(scattered(ruleTexts), (text) => {
    holdsLaws(text);
    keepsComments(text);
  });
});

test("what is written in any layout, with comments anywhere", { timeout: 600_000 }, () => {
  holdsFor(scattered(fc.constantFrom(...fixtures)), (text) => {
    holdsLaws(text);
  });
});

test("rulebooks with mistakes", { timeout: 600_000 }, () => {
  holdsFor(mutated, (text) => {
    holdsLaws(text);
  });
});

test("rulebooks with mistakes, with comments anywhere", { timeout: 600_000 }, () => {
  holdsFor(scattered(mutated), (text) => {
    holdsLaws(text);
  });
});

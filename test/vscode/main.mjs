// `npm run test:vscode`: the extension in the real thing. Without words all runs; with words only those runs whose name
// holds one of them: `npm run test:vscode -- host`. EDICT_ONLY=hover runs only the cases whose name holds it.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { play } from "./as-a-person.mjs";
import { runInHost } from "./in-the-host.mjs";
import { root } from "./places.mjs";
import { chooseARule } from "./stories/choose-a-rule.mjs";
import { firstFiveMinutes } from "./stories/first-five-minutes.mjs";
import { lookAtARule } from "./stories/look-at-a-rule.mjs";
import { mendAMistake } from "./stories/mend-a-mistake.mjs";
import { runTheTests } from "./stories/run-the-tests.mjs";
import { testsOfTwo } from "./stories/tests-of-two.mjs";
import { tryOnCharges } from "./stories/try-on-charges.mjs";
import { withoutTrust } from "./stories/without-trust.mjs";

const only = process.env.EDICT_ONLY;

const runs = [
  { name: "host: one folder", run: () => runInHost({ entry: "one-folder", workspace: "clinic", only }) },
  {
    name: "host: two roots",
    run: () => runInHost({ entry: "two-roots", workspace: "two-roots/both.code-workspace", only }),
  },
  { name: "host: a wrong assertion fails", run: wrongAssertionFails },
  ...[
    firstFiveMinutes,
    chooseARule,
    lookAtARule,
    mendAMistake,
    runTheTests,
    testsOfTwo,
    tryOnCharges,
    withoutTrust,
  ].map((story) => ({
    name: `person: ${story.name}`,
    run: () => play(story),
  })),
];

const wanted = process.argv.slice(2);
const chosen = runs.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

bundle();
let passed = 0;
let failed = 0;
for (const { name, run } of chosen) {
  const start = performance.now();
  const result = await run();
  console.log(`\n── ${name} (${((performance.now() - start) / 1000).toFixed(1)} s) ──`);
  for (const line of result.said) console.log(line);
  if (!result.passed && process.env.EDICT_VERBOSE !== undefined) console.log(result.all?.join("\n") ?? "");
  const cases = result.said.filter((line) => line.startsWith("ok ")).length;
  const wrong = result.said.filter((line) => line.startsWith("not ok ")).length;
  passed += cases;
  failed += result.passed ? wrong : Math.max(1, wrong);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** A harness in which nothing can fail proves nothing: a suite that is wrong on purpose must be told so. */
async function wrongAssertionFails() {
  const { passed, said } = await runInHost({ entry: "wrong-on-purpose", workspace: "clinic" });
  const told = !passed && said.some((line) => line.startsWith("not ok two and two"));
  return { passed: told, said: [`${told ? "ok" : "not ok"} a wrong assertion is told`] };
}

function bundle() {
  const { status } = spawnSync(process.execPath, [join(root, "scripts", "vsix.mjs")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) process.exit(1);
}

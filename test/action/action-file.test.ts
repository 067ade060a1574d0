/** What `action.yml` and the sample workflow may say, so that a hostile pull request gains nothing by them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readActionFile } from "./action-file.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(root + path, "utf8");
const action = readActionFile(`${root}action.yml`);

/** What a service fills in before anything is run. */
const filledIn = /\$\{\{[^}]*\}\}/g;

test("nothing is filled into the text of a shell, and into the environment only inputs and the token", () => {
  expect(action.steps.filter(({ run }) => run.includes("${{"))).toEqual([]);
  const names = new Set(action.inputs.map(({ name }) => `\${{ inputs.${name} }}`));
  const values = action.steps.flatMap(({ env }) => [...env.values()]);
  expect(values.filter((value) => !names.has(value))).toEqual(["${{ github.token }}"]);
  expect(values).toEqual(expect.arrayContaining([...names]));
  expect(read("action.yml").match(filledIn)).toEqual(values);
});

test("the token is given to the step that comments, and to no other", () => {
  const holders = action.steps.filter(({ env }) => [...env.values()].includes("${{ github.token }}"));
  expect(holders.map(({ run }) => run)).toEqual(['node "$GITHUB_ACTION_PATH/scripts/action/main.mjs" comment']);
});

test("the action uses no other action, and what is installed for it runs no script", () => {
  expect(read("action.yml")).not.toMatch(/\buses:|\bnpm\b/);
  expect(read("scripts/edict.mjs").match(/npm \w+ \S+/g)).toEqual(["npm ci --ignore-scripts"]);
});

test("the sample workflow may do no more than it must, and takes what it uses by its commit", () => {
  const workflow = read("examples/pull-request/edict.yml");
  expect(workflow).toContain("\non: pull_request\n");
  expect(workflow).toContain("\npermissions:\n  contents: read\n  pull-requests: write\n\n");
  expect(workflow).toContain("persist-credentials: false");
  expect(workflow.match(/uses: .+/g)?.filter((line) => !/@[0-9a-f]{40}(?: # v[\d.]+)?$/.test(line))).toEqual([]);
  expect(workflow.match(filledIn)).toEqual(["${{ github.ref }}"]);
  expect(workflow).not.toMatch(/\brun:|\bsecrets\b/);
});

test("what the sample workflow asks of the action, the action takes", () => {
  const [, asked = ""] = read("examples/pull-request/edict.yml").split(/uses: your-organisation\/edict@.+\n\s+with:\n/);
  const names = [...asked.matchAll(/^ +([a-z-]+):/gm)].map(([, name]) => name);
  expect(names).not.toEqual([]);
  expect(action.inputs.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});

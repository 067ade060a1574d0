/** The hooks that pre-commit starts from a checkout of this repository. */
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(root + path, "utf8");

test("the hooks start the command from their checkout, and no name of a file is an option to it", () => {
  const hooks = read(".pre-commit-hooks.yaml");
  expect([...hooks.matchAll(/^ {2}entry: (.+)$/gm)].map(([, entry]) => entry)).toEqual([
    "scripts/edict.mjs check",
    "scripts/edict.mjs fmt",
  ]);
  expect(hooks.match(/args: \[--\]|pass_filenames: false/g)).toHaveLength(2);
  expect(statSync(`${root}scripts/edict.mjs`).mode & 0o111).not.toBe(0);
});

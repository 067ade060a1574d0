import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { read, root } from "./tree.js";

test("docs/rulebook.md is what the types say; run node scripts/rulebook-docs.mjs where it is not", () => {
  const made = spawnSync(process.execPath, [`${root}scripts/rulebook-docs.mjs`, "--print"], { encoding: "utf8" });
  expect(made.stderr).toBe("");
  expect(made.stdout).toBe(read("docs/rulebook.md"));
});

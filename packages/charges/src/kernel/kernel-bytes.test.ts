import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url));

test("the kernel is what its source compiles to; run `npm run kernel` where it is not", () => {
  const script = path("../../../../scripts/kernel.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [script, "--print", "charges"], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toBe(readFileSync(path("kernel-bytes.ts"), "utf8"));
});

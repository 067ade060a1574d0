#!/usr/bin/env node
/**
 * The command from a checkout that nobody has built: `node scripts/edict.mjs check rules`. It is built when it is first
 * asked for, from what the lock file names; the scripts of packages are not run. Hooks and pipelines start it so. What was
 * built once is not built again: a checkout is of one commit.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The last thing that an installation writes. */
const installed = `${root}node_modules/.package-lock.json`;
const built = `${root}packages/cli/dist/edict/edict.cjs`;

if (existsSync(built) || ((existsSync(installed) || install()) && build())) {
  await import("../packages/cli/bin/edict.js");
} else {
  console.error("edict: it could not be built; what is written above says why");
  process.exitCode = 2;
}

/** Where `npm` is a script of a shell it takes one to start it; nothing is put into its text. */
function install() {
  return ran("npm ci --ignore-scripts --no-audit --no-fund", [], { shell: true });
}

function build() {
  return ran(process.execPath, [`${root}scripts/bundle.mjs`], {});
}

/** What is written on the way is no result. */
function ran(program, words, options) {
  return spawnSync(program, words, { ...options, cwd: root, stdio: ["ignore", 2, 2] }).status === 0;
}

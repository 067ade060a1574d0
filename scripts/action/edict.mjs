/** Starts the command that this checkout of the action has built. */
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../packages/cli/bin/edict.js", import.meta.url));

/** Runs the command where the workflow's files are, and gives its exit code and what it wrote. */
export function runEdict(words) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...words], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  const why = error === undefined ? "" : `edict could not be run: ${error.message}\n`;
  // A command that was killed has no code, and could not do its job.
  return { code: status ?? 2, out: stdout ?? "", err: (stderr ?? "") + why };
}

/** Baselines on the disk. A file that is no baseline is never written over. */
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { isSystemError } from "../files/load-rules.js";
import type { Io } from "../io.js";
import { UsageError } from "../usage-error.js";
import type { Baseline } from "./baseline.js";
import { printBaseline } from "./baseline.js";
import { readBaseline } from "./read-baseline.js";

/** Reads the baseline that was named; throws a `UsageError` where it cannot be used. */
export function loadBaseline(name: string, io: Io): Baseline {
  const path = resolve(io.cwd, name);
  if (!existsSync(path)) throw new UsageError(`there is no baseline ${name}; --write-baseline ${name} makes one`);
  const read = readBaseline(textOf(path, name));
  if ("problem" in read) throw new UsageError(`${name} ${read.problem}`);
  return read.baseline;
}

/** The baseline that a new one is to take the place of; null where there is no file yet. */
export function replacedBaseline(name: string, io: Io): Baseline | null {
  const path = resolve(io.cwd, name);
  if (!existsSync(path)) return null;
  const read = readBaseline(textOf(path, name));
  if ("problem" in read) throw new UsageError(`${name} ${read.problem}, or name a file that is not there yet`);
  return read.baseline;
}

/** Writes a baseline beside its name and gives it the name, so that nobody ever sees half of it. */
export function writeBaseline(name: string, baseline: Baseline, io: Io): void {
  const named = resolve(io.cwd, name);
  // A link stays a link.
  const path = existsSync(named) ? realpathSync(named) : named;
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, printBaseline(baseline), { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (isSystemError(error)) throw new UsageError(`${name} cannot be written (${error.code}); check the folder`);
    throw error;
  }
}

function textOf(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isSystemError(error)) throw new UsageError(`${name} cannot be read (${error.code})`);
    throw error;
  }
}

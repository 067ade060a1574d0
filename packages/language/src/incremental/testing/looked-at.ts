/** How much of a rulebook is checked again after a change, for tests. */
import { memoryHost } from "../../../../../test/hosts/memory-host.js";
import type { Analysis } from "../../analyse.js";
import { analyse, checkInSteps, readBook } from "../../analyse.js";
import { lint, lintInSteps } from "../../lint/run-lints.js";
import { noSettings } from "../../lint/settings/settings.js";

/** How many units are looked at again where a file of the rulebook has another text. */
export function lookedAt(files: ReadonlyMap<string, string>, path: string, change: (text: string) => string): number {
  const before = analyse([""], memoryHost(files));
  const host = memoryHost(new Map([...files, [path, change(files.get(path) ?? "")]]));
  const steps = checkInSteps(readBook([""], host, before), host, before);
  let looked = 0;
  for (let step: IteratorResult<undefined, Analysis> = steps.next(); step.done !== true; step = steps.next()) looked++;
  return looked;
}

/** How many units of the lints are looked at again, where the rulebook has an error and nothing is said of it as a whole. */
export function lintedAt(files: ReadonlyMap<string, string>, path: string, change: (text: string) => string): number {
  const before = analyse([""], memoryHost(files));
  lint(before);
  const now = analyse([""], memoryHost(new Map([...files, [path, change(files.get(path) ?? "")]])), before);
  const steps = lintInSteps(now, () => noSettings, { previous: before });
  let looked = 0;
  while (steps.next().done !== true) looked++;
  return looked;
}

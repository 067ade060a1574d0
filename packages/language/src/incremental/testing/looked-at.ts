/** How much of a rulebook is checked again after a change, for tests. */
import { memoryHost } from "../../../../../test/hosts/memory-host.js";
import type { Analysis } from "../../analyse.js";
import { analyse, checkInSteps, readBook } from "../../analyse.js";

/** How many units are looked at again where a file of the rulebook has another text. */
export function lookedAt(files: ReadonlyMap<string, string>, path: string, change: (text: string) => string): number {
  const before = analyse([""], memoryHost(files));
  const host = memoryHost(new Map([...files, [path, change(files.get(path) ?? "")]]));
  const steps = checkInSteps(readBook([""], host, before), host, before);
  let looked = 0;
  for (let step: IteratorResult<undefined, Analysis> = steps.next(); step.done !== true; step = steps.next()) looked++;
  return looked;
}

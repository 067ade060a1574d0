/** Marked rule text, analysed as one rulebook, for the tests of the editor's questions. */
import { memoryHost } from "../../../../../test/hosts/memory-host.js";
import type { Analysis } from "../../analyse.js";
import { analyse } from "../../analyse.js";
import type { Host } from "../../read-sources.js";
import type { MarkedText } from "./marked-text.js";
import { filesOf, marked } from "./marked-text.js";

/** An analysis with the marks of its files. */
export interface Analysed {
  readonly analysis: Analysis;
  readonly marks: ReadonlyMap<string, MarkedText>;
  readonly host: Host;
  /** Where the first caret stands. */
  readonly path: string;
  readonly offset: number;
}

/** Analyses marked files. */
export function analysed(written: string): Analysed {
  const marks = new Map([...filesOf(written)].map(([path, text]) => [path, marked(text)]));
  const host = memoryHost(new Map([...marks].map(([path, { text }]) => [path, text])));
  const [path, at] = [...marks].find(([, { carets }]) => carets.length > 0) ?? ["rules.edict", undefined];
  return { analysis: analyse([""], host), marks, host, path, offset: at?.carets[0] ?? 0 };
}

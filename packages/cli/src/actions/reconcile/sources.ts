/** The options that name the sources of `edict reconcile`: `--source`, and `--layout` and `--set` of one source or of all. */
import type { SourceRequest } from "@edict/charges";
import { UsageError } from "../../usage-error.js";
import { presetOf } from "../named-charges.js";

export interface SourceOptions {
  /** `treatment=record.csv` */
  readonly source: readonly string[];
  /** `treatment=Mosaiq` */
  readonly layout: readonly string[];
  /** `treatment:code=77412`, or `payer=Medicare` for all sources. */
  readonly set: readonly string[];
}

/** The sources in the order in which they are first named, with all that is said of each. */
export function sourcesOf(options: SourceOptions): readonly SourceRequest[] {
  const files = new Map<string, string[]>();
  for (const [source, file] of options.source.map((text) =>
    halves(text, "--source takes NAME=FILE", "treatment=record.csv"),
  )) {
    files.set(source, [...(files.get(source) ?? []), file]);
  }
  if (files.size < 2) throw new UsageError("reconcile compares sources; name at least two with --source NAME=FILE");
  const layouts = new Map<string, string>();
  for (const text of options.layout) {
    const [source, layout] = halves(text, "--layout takes SOURCE=LAYOUT", "treatment=Mosaiq");
    if (!files.has(source)) throw new UsageError(`--layout names the source ${source}, which no --source gives`);
    if (layouts.has(source)) throw new UsageError(`--layout gives ${source} two layouts; keep one`);
    layouts.set(source, layout);
  }
  return [...files].map(([source, own]) => ({
    source,
    files: own,
    layout: layouts.get(source) ?? null,
    set: presetsOf(options.set, source, [...files.keys()]),
  }));
}

/** What is set for a source; what is said of it alone wins over what is said of all. */
function presetsOf(set: readonly string[], source: string, sources: readonly string[]): ReadonlyMap<string, string> {
  const pairs = set.map(presetOf);
  const ofAll = pairs.filter(([field]) => !sources.some((one) => field.startsWith(`${one}:`)));
  const own = pairs.flatMap(([field, value]): (readonly [string, string])[] =>
    field.startsWith(`${source}:`) ? [[field.slice(source.length + 1).trim(), value]] : [],
  );
  return new Map([...ofAll, ...own]);
}

function halves(text: string, takes: string, example: string): readonly [string, string] {
  const at = text.indexOf("=");
  const [left, right] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 0 || left === "" || right === "") throw new UsageError(`${takes}, such as ${example}`);
  return [left, right];
}

/**
 * `edict check --fix`: the preferred fixes of all diagnostics, pass after pass until nothing more is mended. All is
 * worked out in memory; the files are written once, at the end.
 */
import type { Analysis, Host } from "@edict/language";
import { applyPreferred, lint } from "@edict/language";
import type { Diagnostic, Fix } from "@edict/rulebook";
import type { RuleText } from "../files/load-rules.js";
import { analyseSafely, isSystemError } from "../files/load-rules.js";
import { replaceFile } from "../files/replace-file.js";

/** What was mended, in the order in which it was. */
export interface Mending {
  readonly applied: readonly { readonly diagnostic: Diagnostic; readonly fix: Fix }[];
  /** Files that were left as they are, with why. */
  readonly left: readonly { readonly path: string; readonly why: string }[];
}

/** A fix may uncover another, but never for long; a hundred passes would be a mistake of ours. */
const mostPasses = 100;

/** Mends the files of a rulebook, of those diagnostics that are said. */
export function mendRules(
  { analysis, settings, host, roots }: RuleText,
  isSaid: (diagnostic: Diagnostic) => boolean,
): Mending {
  const before = new Map([...analysis.files].map(([path, { source }]) => [path, source.text]));
  const texts = new Map(before);
  const applied: { readonly diagnostic: Diagnostic; readonly fix: Fix }[] = [];
  let current = analysis;
  for (let pass = 0; pass < mostPasses; pass++) {
    const mended = applyPreferred(texts, lint(current, settings.of).filter(isSaid));
    if (mended.applied.length === 0) break;
    const next = analyseSafely(roots, withTexts(host, new Map([...texts, ...mended.texts])));
    // What would break rules that can be run is a mistake of ours, and is not done to anybody's files. Where they are
    // broken, one mended mistake may uncover others.
    if (isSound(current) && !isSound(next)) break;
    for (const [path, text] of mended.texts) texts.set(path, text);
    applied.push(...mended.applied);
    current = next;
  }
  return { applied, left: write(host, before, texts) };
}

function isSound({ diagnostics }: Analysis): boolean {
  return !diagnostics.some(({ severity }) => severity === "error");
}

/** The host, with other texts in place of those on the disk. */
function withTexts(host: Host, texts: ReadonlyMap<string, string>): Host {
  return {
    kind: (path) => host.kind(path),
    list: (folder) => host.list(folder),
    read: (path) => texts.get(path) ?? host.read(path),
    join: (folder, path) => host.join(folder, path),
    folderOf: (path) => host.folderOf(path),
    identity: (path) => host.identity(path),
  };
}

function write(
  host: RuleText["host"],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Mending["left"] {
  const left: { readonly path: string; readonly why: string }[] = [];
  for (const [path, text] of after) {
    const old = before.get(path);
    if (old === undefined || old === text) continue;
    // A link is followed: the file that it names is mended, and the link stays.
    const real = host.locate(path);
    const why = real === null ? "is not there any more" : replaced(real, old, text);
    if (why !== null) left.push({ path, why });
  }
  return left;
}

function replaced(real: string, before: string, after: string): string | null {
  try {
    return replaceFile(real, before, after);
  } catch (error) {
    // The other files are mended all the same, and all is said.
    if (isSystemError(error)) return `cannot be written (${error.code})`;
    throw error;
  }
}

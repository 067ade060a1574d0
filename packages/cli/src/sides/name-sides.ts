/**
 * From the arguments of `edict diff` to what is compared: each side a git revision, a path, or the work tree. `A...B` is
 * what B has done since it left A, as a pull request shows it; where nothing stands behind the dots, the work tree is meant.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../usage-error.js";
import { askGit } from "./git.js";
import type { Revision } from "./revision-host.js";

export type NamedSide =
  /** The rules that lie in the folder where the command runs. */
  | { readonly kind: "work tree" }
  /** A folder, a rule file, or a compiled rulebook. */
  | { readonly kind: "path"; readonly path: string }
  | ({ readonly kind: "revision" } & Revision);

export interface NamedSides {
  readonly base: NamedSide;
  readonly head: NamedSide;
}

/** What the arguments name; throws a `UsageError` where they name nothing. */
export function nameSides(
  base: string,
  head: string | null,
  { mergeBase, folder }: { readonly mergeBase: boolean; readonly folder: string },
): NamedSides {
  const range = head === null ? rangeIn(base, folder) : null;
  const first = namedSide(range === null ? base : range.from, folder);
  const last = range === null ? head : range.to;
  const second: NamedSide = last === null ? { kind: "work tree" } : namedSide(last, folder);
  if (!mergeBase && range?.fromMergeBase !== true) return { base: first, head: second };
  return { base: mergeBaseOf(first, second, folder), head: second };
}

interface Range {
  readonly from: string;
  readonly to: string | null;
  readonly fromMergeBase: boolean;
}

/** No revision has two dots in its name, but a path may. */
function rangeIn(text: string, folder: string): Range | null {
  if (isPath(text) || existsSync(resolve(folder, text))) return null;
  const match = /^(.*?)(\.{2,3})(.*)$/.exec(text);
  if (match === null) return null;
  const [, from = "", dots = "", to = ""] = match;
  return { from: from === "" ? "HEAD" : from, to: to === "" ? null : to, fromMergeBase: dots === "..." };
}

function namedSide(text: string, folder: string): NamedSide {
  if (text.startsWith("-")) {
    throw new UsageError(`${text} begins as an option does, and no revision may; write ./${text} for a folder`);
  }
  const path = { kind: "path", path: text } as const;
  if (isPath(text)) return path;
  const revision = revisionNamed(text, folder);
  if ("commit" in revision) return { kind: "revision", ...revision };
  if (existsSync(resolve(folder, text))) return path;
  throw new UsageError(`${text} is no file or folder here, and no git revision: ${revision.refused}`);
}

/** Written as only a path is. A bare word is a revision first, as it is for git. */
function isPath(text: string): boolean {
  return /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:[\\/])/.test(text) || /\.(?:json|edict)$/i.test(text);
}

function revisionNamed(name: string, folder: string): Revision | { readonly refused: string } {
  const prefix = askGit(folder, ["rev-parse", "--show-prefix"]);
  if ("refused" in prefix) return prefix;
  const commit = askGit(folder, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
  const hash = "out" in commit ? commit.out.toString("latin1").trim() : "";
  if (!/^[0-9a-f]{40,64}$/.test(hash))
    return { refused: "git knows no commit of this name; fetch it, or check its name" };
  return { name, commit: hash, folder, prefix: prefix.out.toString("utf8").replace(/\n$/, "") };
}

function mergeBaseOf(base: NamedSide, head: NamedSide, folder: string): NamedSide {
  if (base.kind !== "revision" || head.kind === "path") {
    throw new UsageError("only git revisions have a commit in common; name two, or one for the work tree");
  }
  const against = head.kind === "revision" ? head.commit : "HEAD";
  const answer = askGit(folder, ["merge-base", base.commit, against]);
  const commit = "out" in answer ? answer.out.toString("latin1").trim() : "";
  if (commit === "") {
    const name = head.kind === "revision" ? head.name : against;
    throw new UsageError(
      `${base.name} and ${name} have no commit in common here; a clone without its whole history lacks it, so fetch all of it`,
    );
  }
  return { ...base, commit };
}

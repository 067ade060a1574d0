/**
 * A folder of pages that a command makes. A list within it says which files the command made: only those are ever
 * written again or removed, so that whatever else lies there is safe. Nothing is written through a link.
 */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareBytes } from "@edict/rulebook";
import { UsageError } from "../usage-error.js";
import { isSystemError } from "./load-rules.js";

/** The list's own name. */
export const listName = "edict-docs.txt";

const listHead = "These files were made by edict docs, which writes them again and removes them. Do not edit them.";

/** Texts by their paths in the folder, with slashes. */
export type Pages = ReadonlyMap<string, string>;

/** How a folder differs from what its pages should be. */
export interface Difference {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Made before, and no page any more. */
  readonly left: readonly string[];
}

/** What is to be done for the folder to hold the pages. Throws a `UsageError` where the list cannot be relied on. */
export function differenceOf(folder: string, pages: Pages): Difference {
  const wanted = withList(pages);
  const missing: string[] = [];
  const changed: string[] = [];
  for (const [path, text] of wanted) {
    const there = textAt(folder, path);
    if (there === null) missing.push(path);
    else if (there !== text) changed.push(path);
  }
  const left = madeBefore(folder).filter((path) => !wanted.has(path) && lstat(join(folder, path)) !== null);
  return { missing, changed, left };
}

/** Makes the folder hold the pages. `beside` says that other files may lie there. Gives what was done. */
export function writePages(folder: string, shown: string, pages: Pages, beside: boolean): Difference {
  return orUsageError(shown, () => {
    const made = new Set(madeBefore(folder));
    if (made.size === 0 && !beside && !isFree(folder)) {
      throw new UsageError(
        `${shown} holds files and no list of pages (${listName}); name a new folder, or write beside them with --beside`,
      );
    }
    const difference = differenceOf(folder, pages);
    const foreign = difference.changed.filter((path) => path !== listName && !made.has(path));
    if (foreign.length > 0) {
      throw new UsageError(
        `${shown}/${foreign[0] ?? ""} was not made by edict docs and is not written over; move it or name another folder`,
      );
    }
    const wanted = withList(pages);
    // The list first, with the old pages too: a run that is broken off leaves no page that nobody owns.
    const list = [...new Set([...pages.keys(), ...made])];
    writeFileAt(folder, listName, listText(list));
    for (const path of [...difference.missing, ...difference.changed]) {
      if (path !== listName) writeFileAt(folder, path, wanted.get(path) ?? "");
    }
    for (const path of difference.left) removeAt(folder, path);
    writeFileAt(folder, listName, listText([...pages.keys()]));
    return difference;
  });
}

function withList(pages: Pages): Pages {
  return new Map([...pages, [listName, listText([...pages.keys()])]]);
}

function listText(paths: readonly string[]): string {
  return [listHead, "", ...paths.toSorted(compareBytes)].join("\n") + "\n";
}

/** A page's path as we write them: no way out of the folder, no hidden file, nothing but pages. */
const pagePath = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*\.(?:md|html)$/;

/** The files that the list names. What a merge put between them is passed over: both sides are ours. */
function madeBefore(folder: string): readonly string[] {
  const text = textAt(folder, listName);
  if (text === null) return [];
  const [head, ...lines] = text.split("\n").filter((line) => line !== "" && !/^(?:<{7}|={7}|>{7}|\|{7})/.test(line));
  if (head !== listHead) throw new UsageError(`${join(folder, listName)} is no list of pages made by edict docs`);
  const odd = lines.find((line) => !pagePath.test(line));
  if (odd !== undefined) {
    throw new UsageError(`${join(folder, listName)} names ${JSON.stringify(odd)}, which is no page; restore the list`);
  }
  return lines;
}

/** The text of a file of the folder, as written: line ends may have been changed on the way here. */
function textAt(folder: string, path: string): string | null {
  refuseLinks(folder, path);
  const stat = lstat(join(folder, path));
  if (stat === null) return null;
  if (!stat.isFile()) throw new UsageError(`${join(folder, path)} is no file; move it or name another folder`);
  return readFileSync(join(folder, path), "utf8").replaceAll("\r\n", "\n");
}

function writeFileAt(folder: string, path: string, text: string): void {
  refuseLinks(folder, path);
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function removeAt(folder: string, path: string): void {
  refuseLinks(folder, path);
  rmSync(join(folder, path));
  const within = dirname(path);
  if (within !== "." && readdirSync(join(folder, within)).length === 0) rmdirSync(join(folder, within));
}

/** A link within the folder could lead anywhere. */
function refuseLinks(folder: string, path: string): void {
  const parts = path.split("/");
  for (let count = 1; count <= parts.length; count++) {
    const here = join(folder, ...parts.slice(0, count));
    if (lstat(here)?.isSymbolicLink() === true) {
      throw new UsageError(`${here} is a link, and pages are not written through links; remove it`);
    }
  }
}

function isFree(folder: string): boolean {
  const stat = lstat(folder);
  // The folder itself may be a link: it was named.
  return stat === null || readdirSync(folder).length === 0;
}

function lstat(path: string) {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

function orUsageError<T>(shown: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (isSystemError(error)) throw new UsageError(`${error.path ?? shown} cannot be written (${error.code})`);
    throw error;
  }
}

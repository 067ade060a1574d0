/**
 * Where the rulebook of a file begins: at the nearest folder upwards that holds an `edict.json`; without one, at the
 * workspace folder; and a file outside of every folder is a rulebook by itself, with what it uses.
 */
import { basename, dirname } from "node:path";
import { isWithin } from "../files/rule-host.js";

/** What a rulebook is read from. */
export interface Root {
  /** Equal for two files of one rulebook. */
  readonly key: string;
  /** Absolute; the paths of the rulebook are relative to it. */
  readonly folder: string;
  /** Files and folders to read, relative to `folder`. */
  readonly named: readonly string[];
}

/** The file that marks a folder as a rulebook and holds its settings. */
export const settingsFile = "edict.json";

/** The root of a file's rulebook. `hasSettings` tells whether a folder holds the settings file. */
export function rootOf(file: string, folders: readonly string[], hasSettings: (folder: string) => boolean): Root {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (hasSettings(folder)) return folderRoot(folder);
    if (folder === dirname(folder)) break;
  }
  const around = folders.filter((folder) => isWithin(file, folder));
  // Of folders within each other, the innermost.
  const [nearest] = around.sort((left, right) => right.length - left.length);
  return nearest === undefined ? fileRoot(file) : folderRoot(nearest);
}

/** A folder as a rulebook. */
export function folderRoot(folder: string): Root {
  return { key: folder, folder, named: ["."] };
}

/** A file as a rulebook of its own. */
export function fileRoot(file: string): Root {
  return { key: file, folder: dirname(file), named: [basename(file)] };
}

/**
 * The disk as the language sees it, and its fence: rules may come from elsewhere, so what they `use`, and the tables they
 * read, must lie in the folder where the command runs or in the rulebook's own folder and its neighbours (the folder
 * that holds it). A link that leads out of there counts as outside. Absolute paths in rules are refused.
 * It stands in this room since the command and the server both fetch files, and the command knows the server.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, normalize, parse, relative, resolve, sep } from "node:path";
import type { Host } from "@edict/language";

export class RuleHost implements Host {
  readonly #cwd: string;
  readonly #fences: readonly string[];
  readonly #refused = new Set<string>();

  /**
   * `roots` are the files and folders that a person named; they may lie anywhere. `narrow` takes the place of the usual
   * fence: these folders and nothing beside them.
   */
  constructor(cwd: string, roots: readonly string[], narrow: readonly string[] | null = null) {
    this.#cwd = cwd;
    this.#fences =
      narrow === null
        ? [realOf(cwd) ?? cwd, ...roots.flatMap((root) => neighbourhood(resolve(cwd, root)))]
        : narrow.map((folder) => realOf(folder) ?? folder);
  }

  /** Paths that rules named and that lie outside. */
  get refused(): readonly string[] {
    return [...this.#refused];
  }

  kind(path: string): "file" | "folder" | "missing" {
    const real = this.#within(path);
    if (real === null) return "missing";
    const found = statSync(real, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) return "folder";
    // Reading a pipe or a device would never come to an end.
    return found?.isFile() === true ? "file" : "missing";
  }

  /** The names as one machine shows them like another, unless a disk knows a name only as it is. */
  list(folder: string): readonly string[] {
    const absolute = resolve(this.#cwd, folder);
    return readdirSync(absolute).map((name) => {
      const composed = name.normalize("NFC");
      return composed === name || existsSync(join(absolute, composed)) ? composed : name;
    });
  }

  read(path: string): string {
    const text = readFileSync(resolve(this.#cwd, path), "utf8");
    return text.startsWith("\ufeff") ? text.slice(1) : text;
  }

  join(folder: string, path: string): string {
    return isAbsolute(path) ? this.#refuse(path) : slashed(normalize(join(folder, path)));
  }

  folderOf(path: string): string {
    return slashed(dirname(path));
  }

  identity(path: string): string {
    const absolute = resolve(this.#cwd, path);
    return realOf(absolute) ?? absolute;
  }

  /** Where a path of the rules is on the disk; null where it is outside or not there. */
  locate(path: string): string | null {
    return this.#within(path);
  }

  /**
   * The folder above one, where settings may lie: up to the folder where the command runs, or, outside of it, as far as
   * the fence goes.
   */
  above(folder: string): string | null {
    const absolute = resolve(this.#cwd, folder);
    const over = dirname(absolute);
    if (over === absolute || absolute === resolve(this.#cwd)) return null;
    const real = realOf(over);
    if (real === null || !this.#fences.some((fence) => isWithin(real, fence))) return null;
    // Shown as the paths of the rules are: from the working folder where they are, else whole.
    return isAbsolute(folder) ? slashed(over) : slashed(normalize(join(folder, "..")));
  }

  /** Whether a file is there and may be read; what may not is no file, and is not told. */
  isFileHere(path: string): boolean {
    const real = realOf(resolve(this.#cwd, path));
    if (real === null || !this.#fences.some((fence) => isWithin(real, fence))) return false;
    return statSync(real, { throwIfNoEntry: false })?.isFile() === true;
  }

  #within(path: string): string | null {
    const real = realOf(resolve(this.#cwd, path));
    if (real === null) return null;
    if (this.#fences.some((fence) => isWithin(real, fence))) return real;
    this.#refuse(path);
    return null;
  }

  /** Gives a path that is nowhere. */
  #refuse(path: string): string {
    this.#refused.add(path);
    return "\0";
  }
}

/** A named path as shown in messages: with slashes, without `./`. */
export function shownPath(path: string): string {
  const shown = slashed(normalize(path));
  return shown.length > 1 && shown.endsWith("/") ? shown.slice(0, -1) : shown;
}

/** The named folder (or the folder of the named file), and the folder that holds it unless that is the whole disk. */
function neighbourhood(root: string): string[] {
  const real = realOf(root);
  if (real === null) return [];
  const own = statSync(real).isDirectory() ? real : dirname(real);
  const parent = dirname(own);
  // The named path itself too: a single file may stand at the top of the disk.
  return parent === parse(parent).root ? [own] : [own, parent];
}

function realOf(path: string): string | null {
  if (path.includes("\0")) return null;
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** True where `path` is `folder` or in it; both are real paths. */
export function isWithin(path: string, folder: string): boolean {
  const between = relative(folder, path);
  return between === "" || (between !== ".." && !between.startsWith(`..${sep}`) && !isAbsolute(between));
}

function slashed(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

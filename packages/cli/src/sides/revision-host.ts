/**
 * A git revision as the language sees it: its files in memory, by paths from the folder where the command runs, as those
 * of the work tree are. What lies outside the repository is not there; links and repositories within are not followed.
 */
import { posix } from "node:path";
import type { Host } from "@edict/language";
import { UsageError } from "../usage-error.js";
import { askGit, readBlobs } from "./git.js";

/** A commit, as it was named and as it is. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
  /** The folder where git is asked, and where it is within the repository: empty, or with a slash at its end. */
  readonly folder: string;
  readonly prefix: string;
}

export class RevisionHost implements Host {
  readonly #revision: Revision;
  /** Hashes by paths in the repository. */
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, Set<string>>([["", new Set()]]);
  readonly #texts: ReadonlyMap<string, Buffer>;

  constructor(revision: Revision) {
    this.#revision = revision;
    const answer = askGit(revision.folder, ["ls-tree", "-r", "-z", "--full-tree", revision.commit]);
    if ("refused" in answer) throw new UsageError(`git does not list the files of ${revision.name}: ${answer.refused}`);
    for (const entry of answer.out.toString("utf8").split("\0")) {
      const [about = "", path] = entry.split("\t", 2);
      const [mode = "", , hash = ""] = about.split(" ");
      if (path !== undefined && mode.startsWith("100")) this.#add(path, hash);
    }
    const texts = [...this.#files].filter(([path]) => path.endsWith(".edict"));
    this.#texts = readBlobs(revision.folder, [...new Set(texts.map(([, hash]) => hash))]);
  }

  kind(path: string): "file" | "folder" | "missing" {
    const at = this.#at(path);
    if (at === null) return "missing";
    return this.#files.has(at) ? "file" : this.#folders.has(at) ? "folder" : "missing";
  }

  list(folder: string): readonly string[] {
    return [...(this.#folders.get(this.#at(folder) ?? "\0") ?? [])];
  }

  read(path: string): string {
    const hash = this.hashOf(path) ?? "";
    const bytes = this.#texts.get(hash) ?? readBlobs(this.#revision.folder, [hash]).get(hash);
    const text = (bytes ?? Buffer.alloc(0)).toString("utf8");
    return text.startsWith("\ufeff") ? text.slice(1) : text;
  }

  join(folder: string, path: string): string {
    return posix.isAbsolute(path) ? "\0" : posix.normalize(posix.join(folder, path));
  }

  folderOf(path: string): string {
    return posix.dirname(path);
  }

  identity(path: string): string {
    return this.#at(path) ?? path;
  }

  /** By what git knows the content of a file; null where there is no such file. */
  hashOf(path: string): string | null {
    return this.#files.get(this.#at(path) ?? "\0") ?? null;
  }

  #add(path: string, hash: string): void {
    this.#files.set(path, hash);
    let name = path;
    for (let last = path.lastIndexOf("/"); ; last = name.lastIndexOf("/")) {
      const folder = name.slice(0, Math.max(last, 0));
      const own = this.#folders.get(folder);
      const entry = name.slice(last + 1);
      if (own === undefined) this.#folders.set(folder, new Set([entry]));
      else own.add(entry);
      if (own !== undefined || last < 0) return;
      name = folder;
    }
  }

  /** A path in the repository; null outside of it. */
  #at(path: string): string | null {
    if (posix.isAbsolute(path) || path.includes("\0")) return null;
    const at = posix.join(this.#revision.prefix, path);
    if (at === ".." || at.startsWith("../")) return null;
    return at === "." || at === "./" ? "" : at.replace(/\/$/, "");
  }
}

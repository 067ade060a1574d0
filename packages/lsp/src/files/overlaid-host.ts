/**
 * The files of one rulebook as an editor sees them: the texts that are open, over those of the disk. What the disk said
 * is kept until somebody says that it changed, so that a keystroke does not ask it a hundred times.
 */
import { resolve } from "node:path";
import type { Host, SettingsHost, Source } from "@edict/language";
import { settingsFile } from "../rulebooks/roots.js";
import { RuleHost } from "./rule-host.js";

/** The texts that are open, by absolute path. */
export interface OpenTexts {
  textAt(path: string): string | null;
  /** The names of open files that stand directly in a folder. */
  namesIn(folder: string): readonly string[];
}

export class OverlaidHost implements Host, SettingsHost {
  readonly #folder: string;
  readonly #open: OpenTexts;
  readonly #disk: RuleHost;
  readonly #isOther: (folder: string) => boolean;
  readonly #kinds = new Map<string, "file" | "folder" | "missing">();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #texts = new Map<string, string>();
  readonly #identities = new Map<string, string>();
  readonly #above = new Map<string, string | null>();
  readonly #settings = new Map<string, Source | null>();

  /**
   * Paths are relative to `folder`. `isOther` tells of a folder below that it is a rulebook of its own; `narrow` are the
   * folders out of which nothing may be read, or null for the usual fence.
   */
  constructor(
    folder: string,
    named: readonly string[],
    open: OpenTexts,
    isOther: (folder: string) => boolean,
    narrow: readonly string[] | null = null,
  ) {
    this.#folder = folder;
    this.#open = open;
    this.#disk = new RuleHost(folder, named, narrow);
    this.#isOther = isOther;
  }

  /** Where a path of the rulebook is on the disk. */
  absolute(path: string): string {
    return resolve(this.#folder, path);
  }

  /** The text of this file, and no more, is another than before. */
  forgetText(absolute: string): void {
    this.#settings.clear();
    for (const path of this.#texts.keys()) if (this.absolute(path) === absolute) this.#texts.delete(path);
  }

  /** Files came or went, or nobody knows what happened. */
  forgetAll(): void {
    this.#kinds.clear();
    this.#lists.clear();
    this.#texts.clear();
    this.#identities.clear();
    this.#above.clear();
    this.#settings.clear();
  }

  kind(path: string): "file" | "folder" | "missing" {
    if (this.#open.textAt(this.absolute(path)) !== null) return "file";
    return kept(this.#kinds, path, () => this.#disk.kind(path));
  }

  list(folder: string): readonly string[] {
    const found = kept(this.#lists, folder, () => this.#listed(folder));
    const open = this.#open.namesIn(this.absolute(folder)).filter((name) => !found.includes(name));
    return open.length === 0 ? found : [...found, ...open];
  }

  read(path: string): string {
    return this.#open.textAt(this.absolute(path)) ?? kept(this.#texts, path, () => this.#fromDisk(path));
  }

  join(folder: string, relative: string): string {
    return this.#disk.join(folder, relative);
  }

  folderOf(path: string): string {
    return this.#disk.folderOf(path);
  }

  identity(path: string): string {
    return kept(this.#identities, path, () => this.#disk.identity(path));
  }

  above(folder: string): string | null {
    return kept(this.#above, folder, () => this.#disk.above(folder));
  }

  settingsIn(folder: string): Source | null {
    return kept(this.#settings, folder, () => {
      const path = this.#disk.join(folder, settingsFile);
      return this.#disk.isFileHere(path) ? { path, text: this.read(path) } : null;
    });
  }

  /** Where a path of the rules is on the disk; null where it is outside or not there. */
  locate(path: string): string | null {
    return this.#disk.locate(path);
  }

  #listed(folder: string): readonly string[] {
    try {
      return this.#disk.list(folder).filter((name) => !this.#isOther(resolve(this.#folder, folder, name)));
    } catch {
      // A folder that may not be read holds nothing for us.
      return [];
    }
  }

  #fromDisk(path: string): string {
    try {
      return this.#disk.read(path);
    } catch {
      // It went away, or may not be read: an empty file until somebody says otherwise.
      return "";
    }
  }
}

function kept<V>(known: Map<string, V>, key: string, find: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}

/** The rulebooks of the folders that are open, and which of them a file belongs to. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { OpenTexts } from "../files/overlaid-host.js";
import { isWithin } from "../files/rule-host.js";
import { OpenRulebook } from "./open-rulebook.js";
import { fileRoot, folderRoot, rootOf, settingsFile } from "./roots.js";
import type { Root } from "./roots.js";

/** Entries of folders that are looked at for rules at the start; a folder of other things may be as large as a disk. */
const mostEntries = 100_000;

export class Workspace {
  /** False where nobody has said yet that the folders may be trusted: nothing outside of them is read. */
  trusted = true;
  readonly #open: OpenTexts;
  readonly #rulebooks = new Map<string, OpenRulebook>();
  readonly #settings = new Map<string, boolean>();
  #folders: readonly string[] = [];

  constructor(open: OpenTexts) {
    this.#open = open;
  }

  /** All rulebooks that are known. */
  get rulebooks(): readonly OpenRulebook[] {
    return [...this.#rulebooks.values()];
  }

  /** Other folders than before are open; finds the rulebooks in them. */
  openFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.forgetRoots();
    for (const folder of folders) {
      for (const found of rulebooksIn(folder, (path) => this.#hasSettings(path))) this.#opened(found);
    }
  }

  /** Where rulebooks begin may have changed: all are read anew when they are next asked for. */
  forgetRoots(): void {
    this.#rulebooks.clear();
    this.#settings.clear();
  }

  /** The rulebook of a file, by its absolute path. */
  rulebookOf(file: string): OpenRulebook {
    const root = rootOf(file, this.#folders, (folder) => this.#hasSettings(folder));
    if (root.key === file) return this.#loose(file);
    const home = this.#opened(root);
    // A file that stands in a folder which is not searched (node_modules, .git) is a rulebook of its own.
    return home.holds(file) ? home : this.#loose(file);
  }

  /** A file as a rulebook of its own. A folder's address is no file's, and asks for nothing in it, be it a whole disk. */
  #loose(file: string): OpenRulebook {
    const root = fileRoot(file);
    return this.#opened(isFolder(file) ? { ...root, named: [] } : root);
  }

  /** Forgets the rulebooks of single files that are no longer open; gives those that are left out. */
  closeLoose(isOpen: (file: string) => boolean): readonly OpenRulebook[] {
    const gone = this.rulebooks.filter(({ root }) => root.key !== root.folder && !isOpen(root.key));
    for (const { root } of gone) this.#rulebooks.delete(root.key);
    return gone;
  }

  #opened(root: Root): OpenRulebook {
    const known = this.#rulebooks.get(root.key);
    if (known !== undefined) return known;
    const rulebook = new OpenRulebook(root, this.#open, (folder) => this.#hasSettings(folder), this.#narrow(root));
    this.#rulebooks.set(root.key, rulebook);
    return rulebook;
  }

  /** Without trust: the folders around a rulebook, or its own where none is. */
  #narrow({ folder }: Root): readonly string[] | null {
    if (this.trusted) return null;
    const around = this.#folders.filter((open) => isWithin(folder, open));
    return around.length === 0 ? [folder] : around;
  }

  #hasSettings(folder: string): boolean {
    const known = this.#settings.get(folder);
    if (known !== undefined) return known;
    const has = existsSync(join(folder, settingsFile));
    this.#settings.set(folder, has);
    return has;
  }
}

/** The roots of the rule files in a folder: itself, where rules stand outside of marked folders, and each marked one. */
function rulebooksIn(folder: string, hasSettings: (folder: string) => boolean): readonly Root[] {
  const found = new Map<string, Root>();
  const waiting = [{ path: folder, root: folderRoot(folder) }];
  let seen = 0;
  for (const { path, root: above } of waiting) {
    const root = hasSettings(path) ? folderRoot(path) : above;
    for (const entry of entriesOf(path)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) waiting.push({ path: join(path, entry.name), root });
      else if (entry.name.endsWith(".edict")) found.set(root.key, root);
      if (++seen > mostEntries) return [...found.values()];
    }
  }
  return [...found.values()];
}

function entriesOf(folder: string): readonly { readonly name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // What may not be read holds no rules for us.
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

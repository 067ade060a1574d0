/**
 * One rulebook while it is edited. Files and names are read when they are first asked for after a change; the checks run
 * in steps and give way to whatever comes in between, and a change ends them.
 */
import type { Analysis, NearestSettings, RowsOfTable } from "@edict/language";
import { checkInSteps, lintInSteps, nearestSettings, readBook } from "@edict/language";
import type { OpenTexts } from "../files/overlaid-host.js";
import { OverlaidHost } from "../files/overlaid-host.js";
import { CodeLists } from "./code-lists.js";
import type { Root } from "./roots.js";

/** Longest stretch of checking, in milliseconds, before requests get their turn. */
const turn = 10;

export class OpenRulebook {
  readonly root: Root;
  readonly host: OverlaidHost;
  readonly #codeLists: CodeLists;
  #read: Analysis | null = null;
  #checked: Analysis | null = null;
  #settings: NearestSettings | null = null;
  /** The last ones that were read, and checked whole; the next are worked out from them. */
  #lastRead: Analysis | null = null;
  #previous: Analysis | null = null;
  #paths: { readonly of: Analysis; readonly byAbsolute: ReadonlyMap<string, string> } | null = null;
  #running: Promise<Analysis | null> | null = null;
  /** Counts changes: a check that began before the last one is of no use. */
  #edition = 0;

  constructor(
    root: Root,
    open: OpenTexts,
    isOther: (folder: string) => boolean,
    narrow: readonly string[] | null = null,
  ) {
    this.root = root;
    this.host = new OverlaidHost(root.folder, root.named, open, isOther, narrow);
    this.#codeLists = new CodeLists(this.host);
  }

  /** Some text of it may be another now. */
  changed(): void {
    this.#edition += 1;
    this.#read = null;
    this.#checked = null;
    this.#settings = null;
    this.#running = null;
  }

  /** Files and names, as they stand now. */
  read(): Analysis {
    this.#read ??= readBook(this.root.named, this.host, this.#lastRead);
    this.#lastRead = this.#read;
    return this.#read;
  }

  /** The settings of the nearest `edict.json` of each file, as they stand now. */
  settings(): NearestSettings {
    this.#settings ??= nearestSettings(this.read().files.keys(), this.host);
    return this.#settings;
  }

  /** All diagnostics as well, those of the lints among them, as the settings have them; null where the rulebook changed before they were there. */
  checked(): Promise<Analysis | null> {
    if (this.#checked !== null) return Promise.resolve(this.#checked);
    this.#running ??= this.#check();
    return this.#running;
  }

  /** Whether an absolute path is a file that was read. */
  holds(path: string): boolean {
    return this.pathOf(path) !== null;
  }

  /** The path within the rulebook of an absolute path; null where it is no file of it. */
  pathOf(absolute: string): string | null {
    const read = this.read();
    if (this.#paths?.of !== read) {
      const paths = [...read.files.keys()].map((path) => [this.host.absolute(path), path] as const);
      this.#paths = { of: read, byAbsolute: new Map(paths) };
    }
    return this.#paths.byAbsolute.get(absolute) ?? null;
  }

  async #check(): Promise<Analysis | null> {
    const edition = this.#edition;
    const rowsOf = await this.#codeLists.rowsOf(this.read());
    if (edition !== this.#edition) return null;
    const steps = this.#steps(rowsOf);
    for (;;) {
      await nextTurn();
      if (edition !== this.#edition) return null;
      for (const start = performance.now(); performance.now() - start < turn;) {
        const step = steps.next();
        if (step.done !== true) continue;
        this.#checked = step.value;
        return step.value;
      }
    }
  }

  *#steps(rowsOf: RowsOfTable): Generator<undefined, Analysis> {
    const analysis = yield* checkInSteps(this.read(), this.host, this.#previous);
    const diagnostics = yield* lintInSteps(analysis, this.settings().of, { previous: this.#previous, rowsOf });
    this.#previous = analysis;
    return { ...analysis, diagnostics };
  }
}

function nextTurn(): Promise<void> {
  return new Promise((go) => {
    setImmediate(go);
  });
}

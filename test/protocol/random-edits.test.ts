/**
 * Random edits against the bundled server: it never falls over, and whenever it comes to rest what it shows is what a
 * fresh check of the final texts says, in every file, for the last version.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { Choice, Files, Step } from "../fuzz/edits.js";
import { after, choice, rulebooks, stepOf } from "../fuzz/edits.js";
import { Client, Workshop } from "./client.js";
import { freshly, positionOf, published } from "./shown-diagnostics.js";

const edits = Number(process.env["EDICT_FUZZ"] ?? 300);
const seed = Number(process.env["EDICT_SEED"] ?? 1);

const workshop = new Workshop();
afterAll(() => workshop.remove());

/** Edits that follow each other without a pause, and whether they are made in the editor or by another program. */
const burst = fc.record({
  choices: fc.array(choice, { minLength: 1, maxLength: 8, size: "max" }),
  inEditor: fc.double({ min: 0, max: 1, noNaN: true }),
});

test("after any edits the editor shows what a fresh check says", { timeout: 3_600_000 }, async () => {
  const bursts = 30;
  // A burst has four or five edits.
  const runs = Math.max(1, Math.round(edits / (bursts * 4.5)));
  await fc.assert(
    fc.asyncProperty(
      rulebooks,
      fc.array(burst, { minLength: bursts, maxLength: bursts, size: "max" }),
      async (start, all) => {
        const editor = new Editor(start);
        try {
          await editor.begin();
          for (const { choices, inEditor } of all) {
            for (const one of choices) editor.make(one, inEditor < 0.8);
            await editor.restsOn(freshly(editor.files));
          }
          await editor.end();
        } finally {
          editor.kill();
        }
      },
    ),
    { seed, numRuns: runs, endOnFailure: edits <= 300 },
  );
});

/** An editor with a rulebook: what is open in it, on the disk, and shown. */
class Editor {
  files: Files;
  readonly #seen: Files[] = [];
  readonly #folder = workshop.folder();
  readonly #client = new Client(workshop.program);
  readonly #versions = new Map<string, number>();
  readonly #shown = new Map<string, { readonly version: number | null; readonly lines: readonly string[] }>();
  #notify: () => void = () => undefined;
  #version = 0;

  constructor(start: Files) {
    this.files = start;
  }

  async begin(): Promise<void> {
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, "edict.json"), "{}");
    for (const [path, text] of this.files) this.#write(path, text);
    this.#client.listen((message) => {
      const list = published(message);
      if (list === null) return;
      const path = [...this.files.keys(), ...this.#seen.flatMap((files) => [...files.keys()])].find(
        (known) => this.#uri(known) === list.uri,
      );
      if (path === undefined) throw new Error(`diagnostics came for ${list.uri}, which never was`);
      const open = this.#versions.get(path);
      if (list.version !== null && open !== undefined && list.version > open)
        throw new Error("a version of the future");
      const before = this.#shown.get(path)?.version ?? null;
      if (list.version !== null && before !== null && list.version < before) throw new Error("an older version came");
      this.#shown.set(path, list);
      this.#notify();
    });
    await this.#client.start(this.#folder, {}, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    this.#client.tell("workspace/didChangeConfiguration", { settings: { edict: { check: { delay: 1 } } } });
  }

  /** Makes one edit: of a document that is open, or of a file on the disk that nobody has open. */
  make(choice: Choice, inEditor: boolean): void {
    const step = stepOf(this.files, this.#seen, choice);
    this.#seen.push(this.files);
    const path = step.kind === "edit" ? step.edit.path : step.path;
    const isOpen = this.#versions.has(path);
    if (step.kind === "edit" && (isOpen || inEditor)) this.#type(step.edit.path, step);
    else {
      if (isOpen) this.#close(path);
      this.files = after(this.files, step);
      this.#onDisk(path);
    }
    // Now and then a document is closed: its text on the disk is what counts then.
    if (choice.from < 0.05 && this.#versions.has(path)) {
      this.#write(path, this.files.get(path) ?? "");
      this.#close(path);
    }
  }

  /** Waits until exactly these diagnostics are shown. */
  async restsOn(expected: ReadonlyMap<string, readonly string[]>): Promise<void> {
    const isThere = (): boolean =>
      [...new Set([...this.#shown.keys(), ...this.files.keys()])].every((path) => {
        const shown = this.#shown.get(path);
        const version = this.#versions.get(path);
        if (version !== undefined && shown?.version !== version) return false;
        return (shown?.lines ?? []).join("\n") === (expected.get(path) ?? []).join("\n");
      });
    for (let waits = 0; !isThere(); waits++) {
      if (waits > 400) {
        expect(this.#client.logged).toEqual([]);
        expect(this.#all(), JSON.stringify([...this.files])).toEqual(
          Object.fromEntries([...expected].sort(([left], [right]) => (left < right ? -1 : 1))),
        );
        throw new Error(`versions differ: ${JSON.stringify([[...this.#versions], [...this.#shown]])}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 25);
        this.#notify = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async end(): Promise<void> {
    expect(this.#client.logged).toEqual([]);
    expect(await this.#client.end()).toBe(0);
    expect(this.#client.stderr).toBe("");
  }

  kill(): void {
    this.#client.kill();
  }

  #all(): object {
    const lists = [...this.#shown].filter(([, { lines }]) => lines.length > 0);
    return Object.fromEntries(
      lists.map(([path, { lines }]) => [path, lines] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  #type(path: string, step: Extract<Step, { readonly kind: "edit" }>): void {
    if (!this.#versions.has(path)) this.#open(path);
    const before = this.files.get(path) ?? "";
    const { start, end, text } = step.edit;
    this.files = after(this.files, step);
    this.#version += 1;
    this.#versions.set(path, this.#version);
    const range = { start: positionOf(before, start), end: positionOf(before, end) };
    const isWhole = start === 0 && end === before.length;
    this.#client.tell("textDocument/didChange", {
      textDocument: { uri: this.#uri(path), version: this.#version },
      contentChanges: [isWhole ? { text } : { range, text }],
    });
  }

  #open(path: string): void {
    this.#version += 1;
    this.#versions.set(path, this.#version);
    const text = this.files.get(path) ?? "";
    this.#client.tell("textDocument/didOpen", {
      textDocument: { uri: this.#uri(path), languageId: "edict", version: this.#version, text },
    });
  }

  #close(path: string): void {
    this.#versions.delete(path);
    this.#client.tell("textDocument/didClose", { textDocument: { uri: this.#uri(path) } });
    this.#onDisk(path);
  }

  /** The file is written or removed, and the editor's watcher tells of it. */
  #onDisk(path: string): void {
    const text = this.files.get(path);
    if (text === undefined) rmSync(join(this.#folder, path), { force: true });
    else this.#write(path, text);
    const changes = [{ uri: this.#uri(path), type: text === undefined ? 3 : 1 }];
    this.#client.tell("workspace/didChangeWatchedFiles", { changes });
  }

  #write(path: string, text: string): void {
    mkdirSync(dirname(join(this.#folder, path)), { recursive: true });
    writeFileSync(join(this.#folder, path), text);
  }

  #uri(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }
}

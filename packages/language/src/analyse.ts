/**
 * Reading, names and checks of a rulebook: all that is known of it short of compiling it. The editor's questions are
 * asked of an analysis. This file is the order of the passes; each is a function in a folder of its own name.
 */
import type { Diagnostic } from "@edict/rulebook";
import { checkUnits, checkWhole } from "./checks/check.js";
import type { FileLookup } from "./checks/tables.js";
import { inOrder } from "./diagnostics/in-order.js";
import { changesBetween } from "./incremental/changes.js";
import type { Memory } from "./incremental/units.js";
import { lookAt } from "./incremental/units.js";
import type { Book } from "./names/book.js";
import { openBook } from "./names/book.js";
import type { ParsedFile } from "./names/declared.js";
import type { Host } from "./read-sources.js";
import { readSources } from "./read-sources.js";

/** A rulebook as it stands, with mistakes or without. */
export interface Analysis {
  readonly book: Book;
  /** The files that were read, by path. */
  readonly files: ReadonlyMap<string, ParsedFile>;
  /** By file, position and code, each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and checks the files and folders named, and what they use. `previous` is an earlier analysis of the same rulebook,
 * of which all that still holds is taken over: what comes out is the same as without it.
 */
export function analyse(roots: readonly string[], host: Host, previous: Analysis | null = null): Analysis {
  const steps = checkInSteps(readBook(roots, host, previous), host, previous);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The first half of `analyse`: files and names. Its diagnostics are those of the texts alone. */
export function readBook(roots: readonly string[], host: Host, previous: Analysis | null = null): Analysis {
  const diagnostics: Diagnostic[] = [];
  const files = readSources(roots, host, diagnostics, previous?.files);
  const book = openBook(files, diagnostics, previous?.book);
  return {
    book,
    files: new Map(book.files.map((file) => [file.source.path, file])),
    diagnostics: inOrder(diagnostics),
  };
}

/** The second half of `analyse`, to be walked through step by step: after each, something else may be done, or all left. */
export function* checkInSteps(
  read: Analysis,
  host: Host,
  previous: Analysis | null = null,
): Generator<undefined, Analysis> {
  const isFile: FileLookup = (source, path) => host.kind(host.join(host.folderOf(source.path), path)) === "file";
  const memory = previous === null ? undefined : memories.get(previous);
  const earlier =
    previous === null || memory === undefined ? null : { memory, changes: changesBetween(previous.book, read.book) };
  const looked = yield* lookAt(checkUnits(read.book, isFile), read.book, earlier);
  const diagnostics = [...read.book.diagnostics, ...looked.diagnostics];
  const book = { ...read.book, diagnostics };
  checkWhole(book);
  const analysis = { book, files: read.files, diagnostics: inOrder(diagnostics) };
  memories.set(analysis, looked.memory);
  return analysis;
}

// What the checks of an analysis said, for the next one.
const memories = new WeakMap<Analysis, Memory>();

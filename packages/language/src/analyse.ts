/**
 * Reading, names and checks of a rulebook: all that is known of it short of compiling it. The editor's questions are
 * asked of an analysis. This file is the order of the passes; each is a function in a folder of its own name.
 */
import type { Diagnostic } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import { check } from "./checks/check.js";
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

/** Reads and checks the files and folders named, and what they use. `previous` is an earlier analysis of the same rulebook. */
export function analyse(roots: readonly string[], host: Host, previous: Analysis | null = null): Analysis {
  const steps = checkInSteps(readBook(roots, host, previous), host, previous);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The first half of `analyse`: files and names. Its diagnostics are those of the texts alone. */
export function readBook(roots: readonly string[], host: Host, _previous: Analysis | null = null): Analysis {
  const diagnostics: Diagnostic[] = [];
  const files = readSources(roots, host, diagnostics);
  const book = openBook(files, diagnostics);
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
  _previous: Analysis | null = null,
): Generator<undefined, Analysis> {
  const diagnostics = [...read.diagnostics];
  const book = { ...read.book, diagnostics };
  yield;
  check(book, (source, path) => host.kind(host.join(host.folderOf(source.path), path)) === "file");
  return { book, files: read.files, diagnostics: inOrder(diagnostics) };
}

/** Sorted, and without those that two checks found at one place. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set<string>();
  const once = diagnostics.filter(({ code, span }) => {
    const key = `${span.file}\n${span.start} ${span.end} ${code}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return once.sort(
    (left, right) =>
      compareBytes(left.span.file, right.span.file) ||
      left.span.start - right.span.start ||
      left.span.end - right.span.end ||
      compareBytes(left.code, right.code),
  );
}

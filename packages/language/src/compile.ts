/**
 * From rule files to a rulebook: read, parse, names, checks, lowering. This file is the order of the passes; each is a
 * function in a folder of its own name.
 */
import type { Diagnostic, Rulebook } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import { check } from "./checks/check.js";
import { fromBook } from "./lower/from-book.js";
import { openBook } from "./names/book.js";
import type { Host } from "./read-sources.js";
import { readSources } from "./read-sources.js";
import type { Source } from "./source/source.js";

/** What compiling gives. */
export interface Compilation {
  /** Null where a diagnostic is an error. */
  readonly rulebook: Rulebook | null;
  /** By file, position and code, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were read, by path. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** Compiles the files and folders named, and what they use. */
export function compile(roots: readonly string[], host: Host): Compilation {
  const diagnostics: Diagnostic[] = [];
  const files = readSources(roots, host, diagnostics);
  const book = openBook(files, diagnostics);
  check(book, (source, path) => host.kind(host.join(host.folderOf(source.path), path)) === "file");
  const failed = diagnostics.some(({ severity }) => severity === "error");
  return {
    rulebook: failed ? null : fromBook(book),
    diagnostics: inOrder(diagnostics),
    sources: new Map(book.files.map(({ source }) => [source.path, source])),
  };
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

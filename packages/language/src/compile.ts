/** From rule files to a rulebook: analysed, and lowered where no diagnostic is an error. */
import type { Diagnostic, Rulebook } from "@edict/rulebook";
import type { Analysis } from "./analyse.js";
import { analyse } from "./analyse.js";
import { severities } from "./diagnostics/catalogues.js";
import { fromBook, fromBookInSteps } from "./lower/from-book.js";
import type { Host } from "./read-sources.js";
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
  const analysis = analyse(roots, host);
  return {
    rulebook: lower(analysis),
    diagnostics: analysis.diagnostics,
    sources: new Map([...analysis.files].map(([path, { source }]) => [path, source])),
  };
}

/** The compiled rulebook of an analysis; null where a diagnostic is an error. */
export function lower(analysis: Analysis): Rulebook | null {
  return hasErrors(analysis) ? null : fromBook(analysis.book);
}

/** The same, to be walked through step by step: after each, something else may be done, or all left. */
export function* lowerInSteps(analysis: Analysis): Generator<undefined, Rulebook | null> {
  return hasErrors(analysis) ? null : yield* fromBookInSteps(analysis.book);
}

/** Whether something has no meaning. What only a project counts as an error keeps no rulebook from being run. */
export function hasErrors({ diagnostics }: Analysis): boolean {
  return diagnostics.some(({ code }) => severities.get(code) === "error");
}

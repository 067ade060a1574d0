/** One side of a comparison, read: its rulebook, the texts that it was compiled from, and where the files of its tables are. */
import { existsSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Analysis, Host, Source } from "@edict/language";
import { analyse, filesIn, lower } from "@edict/language";
import { shownPath } from "@edict/lsp";
import type { Diagnostic, Rulebook } from "@edict/rulebook";
import { readRulebook, tallied } from "@edict/rulebook";
import { loadRules } from "../files/load-rules.js";
import type { Io } from "../io.js";
import { safeText } from "../output/safe-text.js";
import { diagnosticText } from "../reports/diagnostics/text.js";
import { UsageError } from "../usage-error.js";
import type { NamedSide } from "./name-sides.js";
import type { Revision } from "./revision-host.js";
import { RevisionHost } from "./revision-host.js";

export interface ReadSide {
  /** As reports name it: `main`, `the work tree`, `old/rules`. */
  readonly name: string;
  /** Of a git revision. */
  readonly commit: string | null;
  readonly rulebook: Rulebook;
  /** Of the paths that `--rules` names, those that are not there. */
  readonly missing: readonly string[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Null of a compiled rulebook. */
  readonly analysis: Analysis | null;
  /** The file of a table that a rule file names; null where it is not there or may not be read. */
  readonly tableFile: (path: string, from: string) => TableFile | null;
}

/** Where the rows of a table are. */
export type TableFile =
  | { readonly kind: "disk"; readonly path: string }
  | { readonly kind: "blob"; readonly folder: string; readonly hash: string };

export interface SideRequest {
  /** Files or folders within a revision or the work tree, as `--rules` names them; null: not said. */
  readonly rules: readonly string[] | null;
  readonly io: Io;
  /** The other side, of which what still holds is taken over. */
  readonly previous: ReadSide | null;
}

/** Where the rules are, unless it is said. */
const usualFolder = "rules";

/** Reads a side. Null where its rules have errors, which are said. Throws a `UsageError` where it cannot be read. */
export function readSide(side: NamedSide, request: SideRequest): ReadSide | null {
  switch (side.kind) {
    case "revision":
      return readRevision(side, request);
    case "path":
      return readDisk([side.path], [], shownPath(side.path), request);
    case "work tree": {
      const { io, rules } = request;
      const isThere = (path: string): boolean => existsSync(resolve(io.cwd, path));
      const usual = isThere(usualFolder) && statSync(resolve(io.cwd, usualFolder)).isDirectory() ? usualFolder : ".";
      const named = rules ?? [usual];
      const missing = named.filter((path) => !isThere(path));
      return readDisk(named.filter(isThere), missing, "the work tree", request);
    }
  }
}

function readDisk(
  roots: readonly string[],
  missing: readonly string[],
  name: string,
  { io, previous }: SideRequest,
): ReadSide | null {
  if (roots.length === 0) return emptySide(name, null, missing);
  const { rulebook, diagnostics, sources, text, tablePath } = loadRules(roots, io, previous?.analysis ?? null);
  if (rulebook === null) return withErrors(name, diagnostics, sources, io);
  return {
    name,
    commit: null,
    rulebook,
    missing,
    sources,
    analysis: text?.analysis ?? null,
    tableFile: (path, from) => {
      const found = tablePath(path, from);
      return found === null ? null : { kind: "disk", path: found };
    },
  };
}

function readRevision(revision: Revision, { rules, io, previous }: SideRequest): ReadSide | null {
  const { name, commit, folder } = revision;
  const host = new RevisionHost(revision);
  const fromHere = (path: string): string => relative(io.cwd, resolve(io.cwd, path)).replaceAll(sep, "/") || ".";
  const named = rules?.map(fromHere) ?? [host.kind(usualFolder) === "folder" ? usualFolder : "."];
  const missing = (rules ?? []).filter((path) => host.kind(fromHere(path)) === "missing");
  const compiled = named.find((path) => path.toLowerCase().endsWith(".json"));
  const roots = named.filter((path) => {
    const kind = host.kind(path);
    return kind === "file" || (kind === "folder" && filesIn(host, path).length > 0);
  });
  if (roots.length === 0) return emptySide(name, commit, missing);
  const tableFile = (path: string, from: string): TableFile | null => {
    const hash = host.hashOf(host.join(compiled === undefined ? host.folderOf(from) : host.folderOf(compiled), path));
    return hash === null ? null : { kind: "blob", folder, hash };
  };
  if (compiled !== undefined) {
    const rulebook = compiledRulebook(compiled, name, host.read(compiled));
    return { name, commit, rulebook, missing, sources: new Map(), analysis: null, tableFile };
  }
  const analysis = analyse(roots, host, previous?.analysis ?? null);
  const sources = new Map([...analysis.files].map(([path, { source }]) => [path, source]));
  const rulebook = lower(analysis);
  if (rulebook === null) return withErrors(name, analysis.diagnostics, sources, io);
  return { name, commit, rulebook, missing, sources, analysis, tableFile };
}

function compiledRulebook(path: string, revision: string, text: string): Rulebook {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} of ${revision} is not JSON; write it with edict compile`);
  }
  const read = readRulebook(value);
  if ("problems" in read) {
    throw new UsageError(`${path} of ${revision} is no rulebook that can be used: ${read.problems.join("; ")}`);
  }
  return read.rulebook;
}

/** A revision from before there were rules, or after. */
function emptySide(name: string, commit: string | null, missing: readonly string[]): ReadSide {
  const analysis = analyse([], noFiles);
  const rulebook = lower(analysis);
  if (rulebook === null) throw new Error("no text has no mistake");
  return { name, commit, rulebook, missing, sources: new Map(), analysis: null, tableFile: () => null };
}

const noFiles: Host = {
  kind: () => "missing",
  list: () => [],
  read: () => "",
  join: (_, path) => path,
  folderOf: (path) => path,
  identity: (path) => path,
};

function withErrors(
  name: string,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source>,
  io: Io,
): null {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const error of errors) io.stderr.write(diagnosticText(error, sources, (_, text) => text) + "\n");
  io.stderr.write(
    `edict: the rules of ${safeText(name)} have ${tallied(errors.length, "error")}; nothing was compared\n`,
  );
  return null;
}

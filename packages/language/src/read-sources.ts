/**
 * The files of a rulebook: those that are named, those in the folders that are named, and what they `use`, each once.
 * Asks a `Host` for everything; circles of `use` end by themselves.
 */
import type { Diagnostic } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";
import { names } from "./diagnostics/names.js";
import { report } from "./diagnostics/report.js";
import type { ParsedFile } from "./names/declared.js";
import type { Source, Stretch } from "./source/source.js";
import { stretchOf } from "./source/source.js";
import { parse } from "./syntax/parse.js";

/** Where files come from. Paths are opaque texts that only the host takes apart. */
export interface Host {
  kind(path: string): "file" | "folder" | "missing";
  /** Names in a folder, in any order. */
  list(folder: string): readonly string[];
  read(path: string): string;
  join(folder: string, relative: string): string;
  folderOf(path: string): string;
  /** What is equal for two paths of one file or folder, be it by `..`, a link, or an absolute path. Only of what is there. */
  identity(path: string): string;
}

/** Reads and parses all files of a rulebook. One whose text is as it was `before`, by its path, is not parsed again. */
export function readSources(
  roots: readonly string[],
  host: Host,
  diagnostics: Diagnostic[],
  before: ReadonlyMap<string, ParsedFile> = new Map(),
): readonly ParsedFile[] {
  const files = new Map<string, ParsedFile>();
  const waiting: { readonly path: string; readonly from: Stretch; readonly written: string }[] = [];
  for (const root of roots) waiting.push({ path: root, from: startOf(root), written: root });
  // What the files use joins the end while this goes over it.
  for (const { path, from, written } of waiting) {
    switch (host.kind(path)) {
      case "missing": {
        // `use "../codes"` may mean the file without its ending.
        const whole = `${path}.edict`;
        if (from.source.text !== "" && host.kind(whole) === "file") read(whole);
        else diagnostics.push(report(names, "missing-target", from, { path: written }));
        break;
      }
      case "file":
        read(path);
        break;
      case "folder": {
        const found = filesIn(host, path);
        if (found.length === 0) diagnostics.push(report(names, "folder-without-rules", from, { path: written }));
        for (const file of found) read(file);
        break;
      }
    }
  }
  return [...files.values()];

  function read(path: string): void {
    const own = host.identity(path);
    if (files.has(own)) return;
    const text = host.read(path);
    const known = before.get(path);
    const file = known?.source.text === text ? known : parsedFile({ path, text });
    // One by one: a call takes some hundred thousand arguments and no more.
    for (const diagnostic of file.diagnostics) diagnostics.push(diagnostic);
    files.set(own, file);
    const { source } = file;
    for (const declaration of file.node.declarations) {
      if (declaration.kind !== "use") continue;
      const written = declaration.path.text;
      waiting.push({
        path: host.join(host.folderOf(path), written),
        from: stretchOf(source, declaration.path),
        written,
      });
    }
  }
}

function parsedFile(source: Source): ParsedFile {
  const { file, diagnostics } = parse(source);
  return { source, node: file, diagnostics };
}

/** All rule files under a folder, in the order of bytes; what starts with a dot and installed packages are passed over. */
export function filesIn(host: Host, folder: string, above: readonly string[] = []): readonly string[] {
  const own = host.identity(folder);
  // A link to a folder that holds it would never come to an end.
  if (above.includes(own)) return [];
  const found: string[] = [];
  for (const name of [...host.list(folder)].sort(compareBytes)) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = host.join(folder, name);
    const kind = host.kind(path);
    if (kind === "folder") for (const file of filesIn(host, path, [...above, own])) found.push(file);
    else if (kind === "file" && name.endsWith(".edict")) found.push(path);
  }
  return found;
}

/** What is named from outside stands in no source; the diagnostic is at the start of what was named. */
function startOf(root: string): Stretch {
  return { source: { path: root, text: "" }, start: 0, end: 0 };
}

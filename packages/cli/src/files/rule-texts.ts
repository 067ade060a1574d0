/** Rule files as texts, for a command that writes them again: which are named, reading them, and putting a text in place. */
import { readFileSync } from "node:fs";
import { filesIn } from "@edict/language";
import { RuleHost, shownPath } from "@edict/lsp";
import type { Io } from "../io.js";
import { UsageError } from "../usage-error.js";
import { isSystemError } from "./load-rules.js";
import { replaceFile } from "./replace-file.js";

/** A rule file that was named, or lies in a folder that was. */
export interface RuleFile {
  /** As messages show it. */
  readonly path: string;
  /** Where it is on the disk, past all links. */
  readonly real: string;
}

/** The rule files of some paths, each once. What they `use` is not among them. */
export function ruleFiles(roots: readonly string[], io: Io): readonly RuleFile[] {
  const host = new RuleHost(io.cwd, roots);
  const found = new Map<string, string>();
  for (const root of roots.map(shownPath)) {
    const kind = host.kind(root);
    if (kind === "missing") throw new UsageError(`there is no file or folder ${root}; check its name`);
    if (kind === "file" && root.toLowerCase().endsWith(".json"))
      throw new UsageError(`${root} is a compiled rulebook; name the rule files that it was made from`);
    for (const path of kind === "file" ? [root] : filesIn(host, root)) {
      const real = host.identity(path);
      if (!found.has(real)) found.set(real, path);
    }
  }
  if (found.size === 0) throw new UsageError(`no .edict file is in ${roots.join(", ")}; name the files or the folder`);
  return [...found].map(([real, path]) => ({ real, path }));
}

/** A file's text, a mark of byte order aside. */
export function readText({ path, real }: RuleFile): string {
  return textOf(path, () => readFileSync(real));
}

/** Bytes as text; what is no text is refused, since it would be lost when it is written again. */
export function textOf(name: string, read: () => Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(read());
  } catch (error) {
    if (isSystemError(error)) throw new UsageError(`${name} cannot be read (${error.code})`);
    throw new UsageError(`${name} is not text in UTF-8; save it so`);
  }
}

/** Puts a text in a file's place, where it is still what was read and may be written. */
export function replaceText({ path, real }: RuleFile, before: string, after: string): void {
  try {
    const why = replaceFile(real, before, after);
    if (why !== null) throw new UsageError(`${path} ${why}, and was left as it is`);
  } catch (error) {
    if (isSystemError(error)) throw new UsageError(`${path} cannot be written (${error.code})`);
    throw error;
  }
}

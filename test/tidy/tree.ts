/** The files of the repository as tidy's tests see them: what a clone holds, without what is built or installed. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's own folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const notOurs = new Set(["node_modules", "dist"]);
/** A rule library may well have a chapter `coverage`. */
const notOursAtTheRoot = new Set([".git", ".bench", ".vscode-test", "coverage"]);

/** Paths relative to the root, with `/`, in the order of their names. */
export const paths: readonly string[] = walk("");

function walk(folder: string): string[] {
  const entries = readdirSync(root + folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (notOurs.has(entry.name) || (folder === "" && notOursAtTheRoot.has(entry.name))) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(path);
    return entry.isFile() && !entry.name.endsWith(".tsbuildinfo") ? [path] : [];
  });
}

/** The text of a file. */
export function read(path: string): string {
  return readFileSync(root + path, "utf8");
}

/** True for our own code: TypeScript and scripts. */
export function isCode(path: string): boolean {
  return /\.(?:ts|mjs)$/.test(path);
}

/** True for a file that people read or run as text, of whatever kind. */
export function isText(path: string): boolean {
  return /\.(?:ts|mjs|js|md|json|edict|ya?ml|csv)$/.test(path) || path === ".ci/run";
}

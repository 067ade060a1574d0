/** A host whose files are texts in memory. Paths are parts between slashes; a folder exists where a file is in it. */
import type { Host } from "@edict/language";

/** A host of these files, by path. A path that ends in a slash is an empty folder. */
export function memoryHost(files: ReadonlyMap<string, string>): Host {
  const texts = new Map([...files].map(([path, text]) => [normal(path), text]));
  const empty = new Set([...files.keys()].filter((path) => path.endsWith("/")).map(normal));
  const isWithin = (path: string, folder: string): boolean => folder === "" || path.startsWith(`${folder}/`);
  return {
    kind: (path) => {
      const at = normal(path);
      if (empty.has(at)) return "folder";
      if (texts.has(at)) return "file";
      return at === "" || [...texts.keys()].some((known) => isWithin(known, at)) ? "folder" : "missing";
    },
    list: (folder) => {
      const at = normal(folder);
      const below = [...texts.keys(), ...empty].filter((path) => path !== at && isWithin(path, at));
      return [...new Set(below.map((path) => path.slice(at === "" ? 0 : at.length + 1).split("/")[0] ?? ""))];
    },
    read: (path) => {
      const text = texts.get(normal(path));
      if (text === undefined) throw new Error(`there is no file ${path} in memory, and kind says so`);
      return text;
    },
    join: (folder, relative) => (relative.startsWith("/") ? normal(relative) : normal(`${folder}/${relative}`)),
    folderOf: (path) => normal(`${path}/..`),
    identity: normal,
  };
}

/** Without `.`, `..` and empty parts. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

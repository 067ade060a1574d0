/** How the paths of a rulebook hang together, for questions about what `use` and tables name. Asked of a host; nothing is read. */
import { compareBytes } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import type { Host } from "../read-sources.js";

/** What of a host such questions need. */
export type Paths = Pick<Host, "kind" | "join" | "folderOf">;

/** The files of the rulebook that a `use` in a file leads to: the file itself, or all within the folder, by their paths. */
export function filesUsed(analysis: Analysis, path: string, written: string, paths: Paths): readonly string[] {
  const target = paths.join(paths.folderOf(path), written);
  switch (paths.kind(target)) {
    case "missing": {
      // `use "../codes"` may mean the file without its ending.
      const whole = `${target}.edict`;
      return paths.kind(whole) === "file" ? [whole] : [];
    }
    case "file":
      return [target];
    case "folder":
      return [...analysis.files.keys()].filter((file) => isWithin(file, target, paths)).sort(compareBytes);
  }
}

/** The file that a path written in another leads to; null where there is none. */
export function fileNamed(path: string, written: string, paths: Paths): string | null {
  const target = paths.join(paths.folderOf(path), written);
  return paths.kind(target) === "file" ? target : null;
}

function isWithin(file: string, folder: string, paths: Paths): boolean {
  for (let at = file, above = paths.folderOf(at); above !== at; at = above, above = paths.folderOf(at)) {
    if (above === folder) return true;
  }
  return false;
}

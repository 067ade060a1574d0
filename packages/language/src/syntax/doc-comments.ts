/** Comment lines directly above a declaration document it (section 2 of the contract); those that silence a diagnostic do not. */
import type { Source } from "../source/source.js";
import { isFirstOnLine } from "../source/source.js";
import { isSilence } from "./silence-comments.js";

/** The comment lines above the declaration that starts at an offset, without their signs, or null. */
export function docAbove(source: Source, offset: number): string | null {
  const text = source.text;
  // Asked first: a file may be one line of thousands of declarations, and each would look for where the line starts.
  if (!isFirstOnLine(source, offset)) return null;
  const lines: string[] = [];
  let lineStart = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  while (lineStart > 0) {
    const end = lineStart - 1;
    const start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end).trim();
    if (!line.startsWith("#")) break;
    if (!isSilence(line)) lines.push(line.slice(1).replace(/^ /, ""));
    lineStart = start;
  }
  return lines.length === 0 ? null : lines.toReversed().join("\n");
}

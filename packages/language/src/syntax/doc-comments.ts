/** Comment lines directly above a declaration document it (`language.md` section 2). */
import type { Source } from "../source/source.js";

/** The comment lines above the declaration that starts at an offset, without their signs, or null. */
export function docAbove(source: Source, offset: number): string | null {
  const text = source.text;
  const lines: string[] = [];
  let lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  if (text.slice(lineStart, offset).trim() !== "") return null;
  while (lineStart > 0) {
    const end = lineStart - 1;
    const start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end).trim();
    if (!line.startsWith("#")) break;
    lines.push(line.slice(1).replace(/^ /, ""));
    lineStart = start;
  }
  return lines.length === 0 ? null : lines.toReversed().join("\n");
}

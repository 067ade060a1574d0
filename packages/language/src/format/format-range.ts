/** The formatting of a part of a file: of every declaration that the part touches, whole. */
import type { TextEdit } from "./edits.js";
import { edits } from "./edits.js";
import { withBreaksOf } from "./format.js";
import { layOutFile } from "./lay-out-file.js";

/** The edits that put the declarations about a stretch of a text in the one layout. */
export function formatRange(text: string, start: number, end: number): readonly TextEdit[] {
  const stretches = layOutFile({ path: "", text });
  const isTouched = (at: number): boolean => {
    const stretch = stretches[at];
    return stretch !== undefined && stretch.kind !== "blank" && stretch.start <= end && stretch.end >= start;
  };
  return stretches.flatMap((stretch, at) => {
    const isBetween = stretch.kind === "blank" && isTouched(at - 1) && isTouched(at + 1);
    if (isTouched(at) || isBetween) return editsWithin(text, stretch.start, stretch.end, stretch.text);
    if (stretch.kind !== "blank" || !isTouched(at + 1) || stretches[at + 1]?.kind === "kept") return [];
    // Of the blanks before it, those on its own line alone.
    const lineStart = Math.max(stretch.start, text.lastIndexOf("\n", stretch.end - 1) + 1);
    return lineStart === 0 || text.charAt(lineStart - 1) === "\n" ? editsWithin(text, lineStart, stretch.end, "") : [];
  });
}

function editsWithin(text: string, start: number, end: number, laid: string): readonly TextEdit[] {
  return edits(text.slice(start, end), withBreaksOf(text, laid)).map((edit) => ({
    start: start + edit.start,
    end: start + edit.end,
    text: edit.text,
  }));
}

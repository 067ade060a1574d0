/** Stretches as the text that stands there, so that an expectation reads like the rulebook. */
import type { Analysis } from "../../analyse.js";
import type { Node } from "../../ast/nodes.js";

/** `path:line text` of a stretch. */
export function shown(analysis: Analysis, path: string, { start, end }: Node): string {
  const text = analysis.files.get(path)?.source.text ?? "";
  return `${path}:${text.slice(0, start).split("\n").length} ${text.slice(start, end)}`;
}

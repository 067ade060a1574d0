/** Taking an item out of a list, with the comma that bound it. */
import type { SetItem } from "../../ast/nodes.js";
import type { ProposedFix } from "../../diagnostics/report.js";
import type { Source, Stretch } from "../../source/source.js";

/** The fixes that take an item out: one, or none where it is alone or a comment stands beside it that would go too. */
export function takingOut(source: Source, items: readonly SetItem[], index: number): readonly ProposedFix[] {
  const item = items[index];
  if (item === undefined) return [];
  const [before, after] = [items[index - 1], items[index + 1]];
  const at: Stretch | null =
    before !== undefined
      ? { source, start: before.end, end: item.end }
      : after !== undefined
        ? { source, start: item.start, end: after.start }
        : null;
  if (at === null || source.text.slice(at.start, at.end).includes("#")) return [];
  return [{ title: "take it out", edits: [{ at, text: "" }], preferred: true }];
}

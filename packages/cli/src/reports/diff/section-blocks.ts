/** A section of a comparison as blocks of a page. */
import type { Block } from "@edict/language";
import type { Section } from "./section.js";

export function sectionBlocks({ heading, before, table, after }: Section): readonly Block[] {
  const [head = [], ...rows] = table ?? [];
  const cells = rows.map((row) => row.map((cell) => [cell]));
  return [
    { kind: "heading", level: 2, words: [heading] },
    ...before.map((sentence): Block => ({ kind: "paragraph", words: [sentence] })),
    ...(rows.length === 0 ? [] : [{ kind: "table", head, rows: cells } as const]),
    ...(after.length === 0 ? [] : [{ kind: "list", items: after.map((sentence) => [sentence]) } as const]),
  ];
}

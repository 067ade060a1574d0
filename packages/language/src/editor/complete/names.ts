/** Declared names as items: each with what it is in a few words. */
import type { Analysis } from "../../analyse.js";
import type { Placed, NamedDeclaration, NamedKind } from "../../names/declared.js";
import { allOf } from "../../names/declared.js";
import type { Offer } from "./offer.js";
import { offer } from "./offer.js";

/** The declared names of these kinds, in the order of the kinds. */
export function nameItems(analysis: Analysis, kinds: readonly NamedKind[], rank: number): readonly Offer[] {
  return kinds.flatMap((kind, order) =>
    allOf(analysis.book.declared, kind).map((declared) =>
      offer(kind, declared.node.name.text, rank + order, { detail: detailOf(analysis, declared) }),
    ),
  );
}

/** What a name stands for, in a few words. */
export function detailOf(analysis: Analysis, { source, node }: Placed<NamedDeclaration>): string {
  switch (node.kind) {
    case "codes":
    case "diagnoses":
    case "modifiers":
      return `${node.kind}: ${briefly(source.text.slice(node.set.start, node.set.end))}`;
    case "payer":
      return `payer: ${briefly(node.aliases.map(({ text }) => text).join(", "))}`;
    case "payers":
      return `payers: ${briefly(node.members.map(({ text }) => text).join(", "))}`;
    case "setting":
      return `setting: ${briefly(node.parts.map(({ by, values }) => `${by} ${values.map(({ text }) => text).join(", ")}`).join(", "))}`;
    case "field":
      return `field: ${node.type}`;
    case "episode":
      return `episode: ${node.ends === "idle" ? "ends after" : "lasts"} ${node.duration.count} ${node.duration.unit}${node.ends === "idle" ? " idle" : ""}`;
    case "authority":
      return briefly(node.title.text);
    case "table":
      return `table: ${briefly((analysis.book.tables.get(node.name.text)?.columns ?? []).map(({ name }) => name).join(", "))}`;
    case "layout":
      return `layout: ${node.entries.length} fields`;
    case "rule":
      return briefly(node.title.text);
  }
}

/** On one line, and cut where it is long. */
function briefly(text: string): string {
  const line = text
    .replace(/#[^\n]*/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 70 ? `${line.slice(0, 68)}…` : line;
}

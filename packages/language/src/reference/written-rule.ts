/** A rule as it is written, with its overrides and waivers. */
import type { Analysis } from "../analyse.js";

/** The text of the declarations, as they stand in their files; null where there is no such rule. */
export function writtenRule({ book }: Analysis, id: string): string | null {
  const parts = book.rules.find(({ rule }) => rule.node.name.text === id);
  if (parts === undefined) return null;
  return [parts.rule, ...parts.overrides, ...parts.waivers]
    .map(({ source, node }) => source.text.slice(node.start, node.end))
    .join("\n\n");
}

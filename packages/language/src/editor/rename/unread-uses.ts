/** Places that may name a thing and that nobody could read: in such text a rename would leave a use behind. */
import type { Span } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import type { ParsedFile } from "../../names/declared.js";
import { mentionsOf } from "../mentions/mentions-of.js";
import { lex } from "../../syntax/lex.js";

/** The first place where a name stands in text that could not be read; null where there is none. */
export function unreadUse(analysis: Analysis, name: string): Span | null {
  for (const file of analysis.book.files) {
    const found = file.source.text.includes(name) && isBroken(analysis, file) ? unreadIn(file, name) : null;
    if (found !== null) return found;
  }
  return null;
}

function isBroken({ diagnostics }: Analysis, { source, node }: ParsedFile): boolean {
  return (
    node.declarations.some(({ broken }) => broken) ||
    diagnostics.some(({ span, code }) => span.file === source.path && code === "outside-a-declaration")
  );
}

function unreadIn(file: ParsedFile, name: string): Span | null {
  const { source, node } = file;
  const known = new Set((mentionsOf(file).byText.get(name.toLowerCase()) ?? []).map(({ start }) => start));
  const whole = node.declarations.filter(({ broken }) => !broken);
  for (const { image, startOffset: start } of lex(source).tokens) {
    if (image !== name || known.has(start)) continue;
    if (whole.some((declaration) => declaration.start <= start && start < declaration.end)) continue;
    return { file: source.path, start, end: start + name.length };
  }
  return null;
}

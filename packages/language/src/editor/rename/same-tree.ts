/**
 * Is a file read as before once a name is another? Between two plain names nothing can change; a name that is also a word of
 * the language, or looks like units or a modifier, is put to the test.
 */
import type { Edit } from "@edict/rulebook";
import type { Analysis } from "../../analyse.js";
import type { ParsedFile } from "../../names/declared.js";
import { parse } from "../../syntax/parse.js";
import { typeOfWord } from "../../syntax/lex.js";
import { plainName } from "../../syntax/tokens.js";
import { mentionsOf } from "../mentions/mentions-of.js";

/** True where the edited files have the mentions that they had, but for the name. */
export function readsTheSame(analysis: Analysis, from: string, to: string, edits: readonly Edit[]): boolean {
  if (typeOfWord(from) === plainName && typeOfWord(to) === plainName) return true;
  return [...new Set(edits.map(({ span }) => span.file))].every((path) => {
    const own = edits.filter(({ span }) => span.file === path);
    const before = analysis.files.get(path);
    if (before === undefined) return false;
    const source = { path, text: applied(before.source.text, own) };
    const { file, diagnostics } = parse(source);
    const known = before.diagnostics.length;
    return (
      diagnostics.length === known && shape({ source, node: file, diagnostics }, from, to) === shape(before, from, to)
    );
  });
}

/** The mentions of a file, one a line, both names told as one. What a rename may leave or add in quotes is left out. */
function shape(file: ParsedFile, ...names: readonly string[]): string {
  const lowered = names.map((name) => name.toLowerCase());
  return mentionsOf(file)
    .all.filter(({ stands }) => stands.kind !== "alias" && !("quoted" in stands && stands.quoted))
    .map(({ text, stands }) => `${stands.kind} ${lowered.includes(text.toLowerCase()) ? "" : text}`)
    .join("\n");
}

/** A text with its edits, which do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { span, text: instead } of [...edits].sort((left, right) => right.span.start - left.span.start)) {
    result = result.slice(0, span.start) + instead + result.slice(span.end);
  }
  return result;
}

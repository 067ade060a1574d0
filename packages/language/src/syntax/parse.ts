/** Text to tree: cut into tokens, cut into declarations, each parsed alone. Never throws, never hangs. */
import type { Diagnostic } from "@edict/rulebook";
import type { Declaration, FileNode } from "../ast/nodes.js";
import type { Source } from "../source/source.js";
import { cut } from "./cut.js";
import { docAbove } from "./doc-comments.js";
import { lex } from "./lex.js";
import { parseDeclaration } from "./parse-declaration.js";

/** What parsing gives: always a tree, and what was wrong with the text. */
export interface Parsed {
  readonly file: FileNode;
  readonly diagnostics: Diagnostic[];
}

/** Reads one file. */
export function parse(source: Source): Parsed {
  const { tokens, diagnostics } = lex(source);
  const declarations: Declaration[] = [];
  for (const piece of cut(source, tokens, diagnostics)) {
    const { declaration, broken } = parseDeclaration(source, piece, diagnostics);
    if (declaration !== null) declarations.push({ ...declaration, doc: docAbove(source, declaration.start), broken });
  }
  diagnostics.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
  return { file: { kind: "file", start: 0, end: source.text.length, declarations }, diagnostics };
}

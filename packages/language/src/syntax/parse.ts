/** Text to tree: cut into tokens, cut into declarations, each parsed alone. Never throws, never hangs. */
import type { Diagnostic } from "@edict/rulebook";
import type { IToken } from "chevrotain";
import type { Declaration, FileNode } from "../ast/nodes.js";
import type { Source } from "../source/source.js";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import { cut } from "./cut.js";
import { docAbove } from "./doc-comments.js";
import { endOf } from "./tokens.js";
import { lex } from "./lex.js";
import { shown } from "./repair/candidates.js";
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
    if (piece.keyword === null) {
      diagnostics.push(outside(source, piece.tokens));
      continue;
    }
    const { declaration, broken } = parseDeclaration(source, piece.keyword, piece.tokens, diagnostics);
    if (declaration !== null) declarations.push({ ...declaration, doc: docAbove(source, declaration.start), broken });
  }
  diagnostics.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
  return { file: { kind: "file", start: 0, end: source.text.length, declarations }, diagnostics };
}

/** Tokens before the first declaration, reported at the first of them. */
function outside(source: Source, tokens: readonly IToken[]): Diagnostic {
  const [token] = tokens;
  if (token === undefined) throw new Error("a piece of a file has a token at least");
  const at = { source, start: token.startOffset, end: endOf(token) };
  return report(syntax, "outside-a-declaration", at, { seen: shown(token) });
}

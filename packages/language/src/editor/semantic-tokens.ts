/**
 * What each word of a file is, for colours that know what a name means. The tree says what the leaves are; a word of the
 * language that is no leaf is a keyword; comments stand between the tokens.
 */
import { parseIsoDate } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import type { Node, SetItem } from "../ast/nodes.js";
import type { ParsedFile } from "../names/declared.js";
import { endOf, languageWord } from "../syntax/tokens.js";
import { commentsOf } from "../syntax/comments-of.js";
import { tokensOf } from "../syntax/tokens-of.js";
import type { Leaf } from "./token-leaves.js";
import { leavesOfFile } from "./token-leaves.js";

/** What a token may be, in the order in which the protocol numbers them. */
export const tokenTypes = [
  "keyword",
  "code",
  "diagnosis",
  "modifier",
  "set",
  "payer",
  "setting",
  "episode",
  "table",
  "column",
  "field",
  "authority",
  "rule",
  "layout",
  "number",
  "date",
  "duration",
  "money",
  "string",
  "placeholder",
  "comment",
] as const;

export type TokenType = (typeof tokenTypes)[number];

/** What may be said of a token besides; each is one bit, in this order. */
export const tokenModifiers = ["declaration", "deprecated", "unused"] as const;

export type TokenModifier = (typeof tokenModifiers)[number];

/** A word of the text with what it is; none runs over a line or into another. */
export interface SemanticToken extends Node {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** What the tokens depend on besides the text. */
export interface TokenOptions {
  /** Whole days since 1970-01-01: an item that was valid until before it is deprecated. Null: none is. */
  readonly today: number | null;
  /** Only those that meet this stretch. */
  readonly within?: Node;
}

/** The tokens of a file, in order. */
export function semanticTokens(analysis: Analysis, path: string, options: TokenOptions): readonly SemanticToken[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  const meets = ({ start, end }: Node): boolean =>
    options.within === undefined || (start < options.within.end && end > options.within.start);
  const leaves = leavesOfFile(analysis, file, meets);
  const unused = unusedNames(analysis, path);
  const found: SemanticToken[] = leaves.map((leaf) => ({
    start: leaf.start,
    end: leaf.end,
    type: leaf.type,
    modifiers: modifiersOf(leaf, unused, options.today),
  }));
  for (const word of [...wordsOf(file), ...commentsIn(file)]) if (meets(word)) found.push(word);
  return withoutOverlap(found);
}

function modifiersOf(leaf: Leaf, unused: ReadonlySet<number>, today: number | null): readonly TokenModifier[] {
  const modifiers: TokenModifier[] = [];
  if (leaf.declares) modifiers.push("declaration");
  if (leaf.type !== "date" && leaf.item !== null && hasEnded(leaf.item, today)) modifiers.push("deprecated");
  if (leaf.declares && unused.has(leaf.start)) modifiers.push("unused");
  return modifiers;
}

function hasEnded({ until }: SetItem, today: number | null): boolean {
  const last = until === null ? null : parseIsoDate(until.text);
  return last !== null && today !== null && last < today;
}

/** Where the names stand that a diagnostic says nothing uses. */
function unusedNames({ diagnostics }: Analysis, path: string): ReadonlySet<number> {
  const names = diagnostics.filter(({ code, span }) => span.file === path && code.startsWith("unused-"));
  return new Set(names.map(({ span }) => span.start));
}

/** Words of the language and digits. Where a leaf covers one of them, the leaf wins. */
function wordsOf({ source }: ParsedFile): readonly SemanticToken[] {
  const words: SemanticToken[] = [];
  for (const token of tokensOf(source)) {
    const type =
      languageWord(token.image) !== undefined ? "keyword" : /^x?\d+(?:\.\d+)?$/.test(token.image) ? "number" : null;
    if (type !== null) words.push({ start: token.startOffset, end: endOf(token), type, modifiers: [] });
  }
  return words;
}

function commentsIn({ source }: ParsedFile): readonly SemanticToken[] {
  return commentsOf(source).map(({ start, end }) => ({ start, end, type: "comment", modifiers: [] }));
}

/** In order; of those that meet, the leaf stays, which was found first. */
function withoutOverlap(found: readonly SemanticToken[]): readonly SemanticToken[] {
  const ranked = found.map((token, rank) => ({ token, rank }));
  ranked.sort((left, right) => left.token.start - right.token.start || left.rank - right.rank);
  const kept: SemanticToken[] = [];
  for (const { token } of ranked) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= token.start) kept.push(token);
  }
  return kept;
}

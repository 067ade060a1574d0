/**
 * Cuts the tokens of a file into its declarations. In text that is whole, a declaration starts at its keyword with
 * what must follow it (`codes NAME =`); in broken text also at a keyword that stands first on a line that is not
 * indented and is not clearly a part of what came before. A declaration word in capitals or with a slip in it is
 * reported, and read as the word that was meant.
 */
import type { Diagnostic } from "@edict/rulebook";
import type { IToken, TokenType } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import { nearest } from "../diagnostics/near.js";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import type { Source } from "../source/source.js";
import { isFirstOnLine } from "../source/source.js";
import {
  asWord,
  comma,
  comparison,
  dot,
  endOf,
  freeName,
  itemWord,
  languageWord,
  plainName,
  text,
  word,
} from "./tokens.js";
import { hasSignature } from "./signatures.js";
import type { DeclarationWord } from "./words.js";
import { declarationWords } from "./words.js";

/** The tokens of one declaration, its keyword first; or, with null, tokens that no declaration claims. */
export interface Piece {
  readonly keyword: DeclarationWord | null;
  readonly tokens: readonly IToken[];
}

/** Cuts tokens into declarations, in order. */
export function cut(source: Source, tokens: readonly IToken[], diagnostics: Diagnostic[]): Piece[] {
  const cutter = new Cutter(source, tokens, diagnostics);
  return cutter.pieces();
}

const keywords: ReadonlyMap<TokenType, DeclarationWord> = new Map(declarationWords.map((said) => [word(said), said]));
const keywordsByText: ReadonlyMap<string, DeclarationWord> = new Map(declarationWords.map((said) => [said, said]));

/** Words of the language that start no declaration, and the one that they stand for where one starts. */
const plurals: ReadonlyMap<string, DeclarationWord> = new Map([
  ["code", "codes"],
  ["diagnosis", "diagnoses"],
  ["modifier", "modifiers"],
]);

/** Words after which a line goes on, whatever the next line starts with. */
const openers: ReadonlySet<TokenType> = new Set([
  comma,
  dot,
  ...(
    ["and", "by", "for", "from", "having", "in", "into", "is", "not", "of", "or", "per", "same", "the", "to"] as const
  ).map(word),
  ...(["unless", "when", "where", "with", "within", "given", "suggest", "as"] as const).map(word),
]);

/** Declaration words that are fields too: in a test's line they may start a setting. */
const fieldWords: ReadonlySet<DeclarationWord> = new Set([
  "payer",
  "setting",
  "modifiers",
  "diagnoses",
  "field",
  "test",
]);

class Cutter {
  private current: DeclarationWord | null = null;
  private currentStart = 0;
  private expectSeen = false;

  constructor(
    private readonly source: Source,
    private readonly tokens: readonly IToken[],
    private readonly diagnostics: Diagnostic[],
  ) {}

  pieces(): Piece[] {
    const pieces: Piece[] = [];
    let piece: IToken[] = [];
    for (const [at, token] of this.tokens.entries()) {
      const keyword = this.keywordAt(at, token);
      if (keyword === null) {
        piece.push(token);
        if (token.tokenType === word("expect")) this.expectSeen = true;
        continue;
      }
      if (piece.length > 0) pieces.push({ keyword: this.current, tokens: piece });
      piece = [keyword === token.image ? token : asWord(token, keyword)];
      this.current = keyword;
      this.currentStart = at;
      this.expectSeen = false;
    }
    if (piece.length > 0) pieces.push({ keyword: this.current, tokens: piece });
    return pieces;
  }

  /** The declaration that starts at a token, or null. */
  private keywordAt(at: number, token: IToken): DeclarationWord | null {
    const keyword = keywords.get(token.tokenType);
    if (keyword !== undefined) return this.starts(keyword, at) ? keyword : null;
    const plural = plurals.get(token.image);
    if (plural !== undefined && this.isFlushLeft(token) && hasSignature(this.tokens, at, plural) && !this.goesOn(at)) {
      this.complain(token, plural, "unknown-word");
      return plural;
    }
    if (token.tokenType !== plainName) return null;
    const lower = keywordsByText.get(token.image.toLowerCase());
    if (lower !== undefined) {
      if (!this.starts(lower, at)) return null;
      this.complain(token, lower, "keyword-case");
      return lower;
    }
    if (!this.isFlushLeft(token) || languageWord(token.image) !== undefined) return null;
    const near = keywordsByText.get(nearest(token.image, declarationWords) ?? "");
    if (near === undefined || !hasSignature(this.tokens, at, near)) return null;
    // A list that ends in a comma too many does not go on with a declaration.
    if (this.goesOn(at) && this.tokens[at - 1]?.tokenType !== comma) return null;
    this.complain(token, near, "unknown-word");
    return near;
  }

  private starts(keyword: DeclarationWord, at: number): boolean {
    const token = this.tokens[at];
    const before = this.tokens[at - 1];
    if (token === undefined || before?.tokenType === dot) return false;
    const flushLeft = this.isFlushLeft(token);
    if (hasSignature(this.tokens, at, keyword)) {
      if (before === undefined || flushLeft) return true;
      if (before.tokenType === comma) return false;
      // A column of a file's table may be called `table`, a field of a test line `test`.
      if (keyword === "table" && this.current === "table")
        return before.tokenType !== text || at !== this.currentStart + 4;
      if (keyword === "test" && this.current === "test")
        return this.expectSeen || isFirstOnLine(this.source, token.startOffset) || this.sees(at + 2, word("given"));
      return true;
    }
    // `waive RO-101`, for everybody: nothing has to follow, and the line may be indented.
    const isAlone = this.tokens[at + 2] === undefined || keywords.has(this.tokens[at + 2]?.tokenType ?? comma);
    const isBare =
      keyword === "waive" && isAlone && isFirstOnLine(this.source, token.startOffset) && this.sees(at + 1, freeName);
    if ((!flushLeft && !isBare) || this.isPartOfCurrent(keyword, at)) return false;
    // `rule RO-101` without its title, after a line that was left open: no field is called so and named.
    return !this.goesOn(at) || (!fieldWords.has(keyword) && this.sees(at + 1, freeName));
  }

  /** True where the token before asks for more. */
  private goesOn(at: number): boolean {
    const before = this.tokens[at - 1];
    return before !== undefined && (openers.has(before.tokenType) || tokenMatcher(before, comparison));
  }

  /** True of a declaration word that is a field or a column of what came before. */
  private isPartOfCurrent(keyword: DeclarationWord, at: number): boolean {
    const next = this.tokens[at + 1];
    if (next === undefined) return false;
    if ((["is", "in"] as const).some((said) => next.tokenType === word(said))) return true;
    if (next.tokenType === comma || (tokenMatcher(next, comparison) && next.image !== "=")) return true;
    if (next.image === "=" && (this.current === "rule" || this.current === "override")) return fieldWords.has(keyword);
    if (next.tokenType === word("from")) return this.current === "layout" || this.current === "table";
    return (
      this.current === "test" &&
      fieldWords.has(keyword) &&
      (tokenMatcher(next, itemWord) || next.tokenType === text) &&
      !this.sees(at + 2, comparison)
    );
  }

  private sees(at: number, type: TokenType): boolean {
    const token = this.tokens[at];
    return token !== undefined && tokenMatcher(token, type);
  }

  private isFlushLeft(token: IToken): boolean {
    const before = this.source.text.charAt(token.startOffset - 1);
    return token.startOffset === 0 || before === "\n" || before === "\uFEFF";
  }

  private complain(token: IToken, meant: DeclarationWord, code: "keyword-case" | "unknown-word"): void {
    const at = { source: this.source, start: token.startOffset, end: endOf(token) };
    const fix = { title: `write ${meant}`, edits: [{ at, text: meant }] };
    this.diagnostics.push(
      code === "keyword-case"
        ? report(syntax, code, at, { word: meant }, { fixes: [{ ...fix, preferred: true }] })
        : report(syntax, code, at, { word: token.image, near: meant }, { fixes: [fix] }),
    );
  }
}

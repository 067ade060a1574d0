/**
 * A parser that remembers which phrase of the grammar took the token at the caret, and where the parts of a declaration
 * began. It is the grammar itself, asked: what may follow is never written down a second time.
 */
import type { Token, TokenType } from "../token-types.js";
import { EdictParser } from "../grammar/declarations.js";
import type { Phrase } from "../grammar/reader.js";

/** One phrase on the way to a token. */
export interface Step {
  /** The phrase's name in the grammar. */
  readonly phrase: string;
  /** Which call of the phrase in the one around it. */
  readonly call: number;
}

/** How a token was taken. */
export interface Taken {
  /** What the grammar asked for: the word itself, or a category. */
  readonly as: TokenType;
  /** Which asking for it in its phrase. */
  readonly call: number;
  /** The phrases around it, the outermost first. */
  readonly path: readonly Step[];
}

/** The phrases of which a rule, a test and a layout are made. */
const partPhrases: ReadonlySet<string> = new Set(["clause", "given", "timelineLine", "expected", "layoutEntry"]);

/** What one reading showed. */
export interface Watched {
  /** How the token at the caret was taken; null where it could not stand. */
  readonly taken: Taken | null;
  /** The first token of each part that was begun. */
  readonly parts: readonly Token[];
  /** The number of tokens that were read. */
  readonly read: number;
  /** All tokens make a whole declaration. */
  readonly whole: boolean;
}

/** Thrown to get out of a reading: all that is to be learnt from it is known. */
const enough = new Error("a reading that is watched ends here; `watch` catches it");

export class WatchingParser extends EdictParser {
  private caret: Token | null = null;
  private taken: Taken | null = null;
  private readonly around: string[] = [];
  private readonly calls: number[] = [];
  private parts: Token[] = [];
  private count = 0;

  /** Reads tokens and watches for one of them. */
  watch(tokens: readonly Token[], caret: Token | null): Watched {
    this.caret = caret;
    this.taken = null;
    this.around.length = 0;
    this.calls.length = 0;
    this.parts = [];
    this.count = 0;
    let whole = false;
    try {
      whole = this.read(tokens).stop === null;
    } catch (error) {
      if (error !== enough) throw error;
    }
    return { taken: this.taken, parts: this.parts, read: this.count, whole };
  }

  protected override CONSUME(type: TokenType): Token {
    if (!this.sees(1, type)) throw enough;
    return this.note(super.CONSUME(type), type, 0);
  }

  protected override CONSUME2(type: TokenType): Token {
    if (!this.sees(1, type)) throw enough;
    return this.note(super.CONSUME2(type), type, 2);
  }

  protected override SUBRULE<R>(phrase: Phrase<void, R>): R {
    this.goInto(phrase, 0);
    const node = super.SUBRULE(phrase);
    this.leave();
    return node;
  }

  protected override SUBRULE2<R>(phrase: Phrase<void, R>): R {
    this.goInto(phrase, 2);
    const node = super.SUBRULE2(phrase);
    this.leave();
    return node;
  }

  protected override SUBRULE3<R>(phrase: Phrase<void, R>): R {
    this.goInto(phrase, 3);
    const node = super.SUBRULE3(phrase);
    this.leave();
    return node;
  }

  protected override SUBRULE_WITH<H, R>(phrase: Phrase<H, R>, handed: H): R {
    this.goInto(phrase, 0);
    const node = super.SUBRULE_WITH(phrase, handed);
    this.leave();
    return node;
  }

  protected override none(): never {
    throw enough;
  }

  private goInto({ name }: Phrase<never, unknown>, call: number): void {
    if (partPhrases.has(name)) this.parts.push(this.LA(1));
    this.around.push(name);
    this.calls.push(call);
  }

  private leave(): void {
    this.around.pop();
    this.calls.pop();
  }

  private note(token: Token, as: TokenType, call: number): Token {
    this.count++;
    if (token !== this.caret) return token;
    const path = this.around.map((phrase, at) => ({ phrase, call: this.calls[at] ?? 0 }));
    this.taken = { as, call, path };
    throw enough;
  }
}

let only: WatchingParser | null = null;

/** The one parser that watches, built when an editor first asks. */
export function watchingParser(): WatchingParser {
  only ??= new WatchingParser();
  return only;
}

/**
 * A parser that remembers which phrase of the grammar took the token at the caret, and where the parts of a declaration
 * began. It is the grammar itself, asked: what may follow is never written down a second time.
 */
import type { ConsumeMethodOpts, IToken, ParserMethod, SubruleMethodOpts, TokenType } from "chevrotain";
import { EdictParser } from "../grammar/declarations.js";

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
  readonly parts: readonly IToken[];
  /** The number of tokens that were read. */
  readonly read: number;
  /** All tokens make a whole declaration. */
  readonly whole: boolean;
}

/** Thrown to get out of a reading: all that is to be learnt from it is known. */
const enough = new Error("a reading that is watched ends here; `watch` catches it");

export class WatchingParser extends EdictParser {
  constructor() {
    // The map of the grammar is made from what Chevrotain records of it.
    super("analysed");
  }

  private caret: IToken | null = null;
  private taken: Taken | null = null;
  private readonly phrases: string[] = [];
  private readonly calls: number[] = [];
  private parts: IToken[] = [];
  private read = 0;

  /** Reads tokens and watches for one of them. */
  watch(tokens: readonly IToken[], caret: IToken | null): Watched {
    this.complaints = [];
    this.openPart = null;
    this.caret = caret;
    this.taken = null;
    this.phrases.length = 0;
    this.calls.length = 0;
    this.parts = [];
    this.read = 0;
    // Chevrotain puts sentinels at the end of its input and takes them away again: a copy of our own.
    this.input = tokens.slice();
    // Chevrotain notes what was left unread as an error, and nobody reads its trace.
    const traces: unknown = Reflect.get(Error, "stackTraceLimit");
    Reflect.set(Error, "stackTraceLimit", 0);
    let ended = false;
    try {
      this.declaration();
      ended = true;
    } catch (error) {
      if (error !== enough) throw error;
    } finally {
      Reflect.set(Error, "stackTraceLimit", traces);
    }
    return { taken: this.taken, parts: this.parts, read: this.read, whole: ended && this.errors.length === 0 };
  }

  protected override CONSUME(type: TokenType, options?: ConsumeMethodOpts): IToken {
    if (!this.sees(1, type)) throw enough;
    return this.note(super.CONSUME(type, options), type, 0);
  }

  protected override CONSUME2(type: TokenType, options?: ConsumeMethodOpts): IToken {
    if (!this.sees(1, type)) throw enough;
    return this.note(super.CONSUME2(type, options), type, 2);
  }

  protected override SUBRULE<A extends unknown[], R>(rule: ParserMethod<A, R>, options?: SubruleMethodOpts<A>): R {
    this.enter(rule, 0);
    const node = super.SUBRULE(rule, options);
    this.leave();
    return node;
  }

  protected override SUBRULE2<A extends unknown[], R>(rule: ParserMethod<A, R>, options?: SubruleMethodOpts<A>): R {
    this.enter(rule, 2);
    const node = super.SUBRULE2(rule, options);
    this.leave();
    return node;
  }

  protected override SUBRULE3<A extends unknown[], R>(rule: ParserMethod<A, R>, options?: SubruleMethodOpts<A>): R {
    this.enter(rule, 3);
    const node = super.SUBRULE3(rule, options);
    this.leave();
    return node;
  }

  protected override raiseNoAltException(): never {
    throw enough;
  }

  private enter(rule: object, call: number): void {
    const name: unknown = Reflect.get(rule, "ruleName");
    if (typeof name !== "string") throw new Error("a phrase of the grammar has the name that Chevrotain gave it");
    if (partPhrases.has(name)) this.parts.push(this.LA(1));
    this.phrases.push(name);
    this.calls.push(call);
  }

  private leave(): void {
    this.phrases.pop();
    this.calls.pop();
  }

  private note(token: IToken, as: TokenType, call: number): IToken {
    this.read++;
    if (token !== this.caret) return token;
    const path = this.phrases.map((phrase, at) => ({ phrase, call: this.calls[at] ?? 0 }));
    this.taken = { as, call, path };
    throw enough;
  }
}

let only: WatchingParser | null = null;

/** The one parser that watches; it takes a while to build, so it is built when an editor first asks. */
export function watchingParser(): WatchingParser {
  only ??= new WatchingParser();
  return only;
}

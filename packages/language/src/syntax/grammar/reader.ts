/**
 * What reads the phrases of the grammar from tokens. It has the words of Chevrotain's parsers, in which the grammar is
 * written, and does what they do where none recovers from a failure: it looks one token ahead, and the first failure
 * ends the reading. What each choice looks at is listed in `choices.ts`, so that nothing is worked out at a start.
 */
import type { Token, TokenType } from "../token-types.js";
import { allTypes, isOf, numbersOf, tokenType } from "../token-types.js";
import { typeNamed } from "../tokens.js";
import { choices } from "./choices.js";

/** A phrase of the grammar, by its name; `H` is what is handed to it by the phrase around it, if anything. */
export interface Phrase<H, R> extends ChoicesOfPhrase {
  readonly read: (handed: H) => R;
}

interface ChoicesOfPhrase {
  readonly name: string;
  /** By kind and number. */
  readonly choices: (Choice | undefined)[];
}

/** By the number of the next token's type. */
interface Choice {
  /** The first alternative that may begin with it; -1: none. What is optional is an alternative alone. */
  readonly first: Int8Array;
  /** For each alternative 1 where it may, since a gate may keep the first one closed; null where there are no gates. */
  readonly masks: readonly Uint8Array[] | null;
}

/** What is read where the gate is open. */
export interface Gated<T> {
  readonly GATE?: () => boolean;
  readonly DEF: () => T;
  /** What is said to be wanted where it must stand at least once. */
  readonly ERR_MSG?: string;
}

export interface Alternative<T> {
  readonly GATE?: () => boolean;
  readonly ALT: () => T;
}

/** Alternatives, and what is said to be wanted where none fits. */
export interface Alternatives<T> {
  readonly DEF: Alternative<T>[];
  readonly ERR_MSG?: string;
}

/** Where reading stopped. */
export interface Stop {
  /** The token that could not stand there; `end` behind the last. */
  readonly token: Token;
  /** The name of the token type that was wanted, or a key of what was; empty where all was read but for a rest. */
  readonly wanted: string;
  /** The phrases that were being read, the innermost last. */
  readonly phrases: readonly string[];
}

/** What stands behind the last token and before the first. */
const end: Token = { image: "", startOffset: Number.NaN, endOffset: Number.NaN, tokenType: tokenType("EOF", null) };

const none: ChoicesOfPhrase = { name: "", choices: [] };

/** Thrown to get out of a reading; what stopped it is noted. */
const stopped = new Error("a reading that fails ends here; `start` catches it");

const kinds: readonly string[] = ["OR", "OPTION", "MANY", "AT_LEAST_ONE"];

/** No phrase has more choices of a kind. */
const mostOfKind = 4;

const or = 0;
const option = mostOfKind;
const many = 2 * mostOfKind;
const atLeastOne = 3 * mostOfKind;

export abstract class Reader {
  private readonly declared = new Map<string, Phrase<never, unknown>>();
  private tokens: readonly Token[] = [];
  private next = 0;
  private readonly path: ChoicesOfPhrase[] = [];
  /** The last of them. */
  private phrase: ChoicesOfPhrase = none;
  private stop: Stop | null = null;
  /** True where the grammar is gone through without a text. */
  protected isRecording = false;

  /** Declares a phrase. */
  protected RULE<H = void, R = unknown>(name: string, read: (handed: H) => R): Phrase<H, R> {
    const phrase: Phrase<H, R> = { name, read, choices: [] };
    this.declared.set(name, phrase);
    return phrase;
  }

  /** All phrases, in the order in which they were declared. */
  protected declaredPhrases(): Iterable<Phrase<never, unknown>> {
    return this.declared.values();
  }

  /** Called once, when all phrases are declared. */
  protected takeChoices(): void {
    for (const line of choices.trim().split("\n")) {
      const [place = "", looksAt = ""] = line.split(": ");
      const [name = "", kind = "", number = ""] = place.split(" ");
      const [isGated, kindNumber] = [kind.endsWith("?"), kinds.indexOf(kind.replace("?", ""))];
      // While it is being made anew, the list is behind the grammar.
      const slots = this.declared.get(name)?.choices;
      if (slots !== undefined) slots[kindNumber * mostOfKind + Number(number)] = choiceOf(looksAt, isGated);
    }
  }

  /** Reads a phrase from tokens; null where they are not all of it. Then `stop` says why. */
  protected start<R>(
    phrase: Phrase<void, R>,
    tokens: readonly Token[],
  ): { readonly node: R | null; readonly stop: Stop | null } {
    this.tokens = tokens;
    this.next = 0;
    this.path.length = 0;
    this.stop = null;
    let node: R | null = null;
    try {
      node = this.enter(phrase, undefined);
    } catch (error) {
      if (error !== stopped) throw error;
    }
    const rest = tokens[this.next];
    if (this.stop === null && rest !== undefined) this.stop = { token: rest, wanted: "", phrases: [] };
    return { node, stop: this.stop };
  }

  /** The token `ahead` places on: 1 is the next, 0 the last that was read. */
  protected LA(ahead: number): Token {
    return this.tokens[this.next + ahead - 1] ?? end;
  }

  protected CONSUME(type: TokenType): Token {
    const token = this.LA(1);
    if (!isOf(token, type)) return this.fail(type.name);
    this.next++;
    return token;
  }

  /** A second asking for the type in a phrase; the editor tells them apart. */
  protected CONSUME2(type: TokenType): Token {
    return this.CONSUME(type);
  }

  protected SUBRULE<R>(phrase: Phrase<void, R>): R {
    return this.enter(phrase, undefined);
  }

  protected SUBRULE2<R>(phrase: Phrase<void, R>): R {
    return this.enter(phrase, undefined);
  }

  protected SUBRULE3<R>(phrase: Phrase<void, R>): R {
    return this.enter(phrase, undefined);
  }

  /** A phrase that is handed something. */
  protected SUBRULE_WITH<H, R>(phrase: Phrase<H, R>, handed: H): R {
    return this.enter(phrase, handed);
  }

  protected OPTION<T>(part: (() => T) | Gated<T>): T | undefined {
    return this.optional(part, option);
  }

  protected OPTION2<T>(part: (() => T) | Gated<T>): T | undefined {
    return this.optional(part, option + 2);
  }

  protected OPTION3<T>(part: (() => T) | Gated<T>): T | undefined {
    return this.optional(part, option + 3);
  }

  protected MANY<T>(part: (() => T) | Gated<T>): void {
    this.repeat(part, many);
  }

  protected AT_LEAST_ONE<T>(part: (() => T) | Gated<T>): void {
    if (!this.mayRead(part, atLeastOne)) this.fail(typeof part === "function" ? "" : (part.ERR_MSG ?? ""));
    this.repeat(part, atLeastOne);
  }

  protected OR<T>(among: Alternative<T>[] | Alternatives<T>): T {
    const alternatives = Array.isArray(among) ? among : among.DEF;
    const { first, masks } = this.choice(or);
    const { number } = this.LA(1).tokenType;
    const taken =
      masks === null
        ? alternatives[first[number] ?? -1]
        : alternatives.find((one, at) => one.GATE?.() !== false && masks[at]?.[number] === 1);
    return taken === undefined ? this.none(Array.isArray(among) ? undefined : among.ERR_MSG) : taken.ALT();
  }

  /** What is worked out from what was read, and not from the grammar. */
  protected ACTION<T>(work: () => T): T {
    return work();
  }

  /** No alternative fits. */
  protected none(wanted = ""): never {
    return this.fail(wanted);
  }

  private enter<H, R>(phrase: Phrase<H, R>, handed: H): R {
    const around = this.phrase;
    this.phrase = phrase;
    this.path.push(phrase);
    const node = phrase.read(handed);
    this.path.pop();
    this.phrase = around;
    return node;
  }

  private optional<T>(part: (() => T) | Gated<T>, slot: number): T | undefined {
    if (!this.mayRead(part, slot)) return undefined;
    return typeof part === "function" ? part() : part.DEF();
  }

  private repeat<T>(part: (() => T) | Gated<T>, slot: number): void {
    while (this.mayRead(part, slot)) {
      const before = this.next;
      if (typeof part === "function") part();
      else part.DEF();
      // What reads nothing would be read for ever.
      if (this.next === before) return;
    }
  }

  private mayRead(part: (() => unknown) | Gated<unknown>, slot: number): boolean {
    if (typeof part !== "function" && part.GATE?.() === false) return false;
    return this.choice(slot).first[this.LA(1).tokenType.number] === 0;
  }

  private choice(slot: number): Choice {
    const choice = this.phrase.choices[slot];
    if (choice === undefined) {
      throw new Error(
        `a choice of the phrase ${this.phrase.name} is not listed; npm run accept lists all of the grammar`,
      );
    }
    return choice;
  }

  private fail(wanted: string): never {
    this.stop = { token: this.LA(1), wanted, phrases: this.path.map(({ name }) => name) };
    throw stopped;
  }
}

/** From `row / ItemWord`, the types with which each alternative may begin. */
function choiceOf(looksAt: string, isGated: boolean): Choice {
  const { length } = allTypes();
  const first = new Int8Array(length).fill(-1);
  const masks = looksAt.split(" / ").map((names, at) => {
    const mask = new Uint8Array(isGated ? length : 0);
    for (const name of names.split(" ")) {
      // The list is made from these types; one that is gone is missed by the test that makes it.
      const type = typeNamed(name);
      for (const number of type === undefined ? [] : numbersOf(type)) {
        if (isGated) mask[number] = 1;
        if (first[number] === -1) first[number] = at;
      }
    }
    return mask;
  });
  return { first, masks: isGated ? masks : null };
}

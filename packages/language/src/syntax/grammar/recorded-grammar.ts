/**
 * The grammar as data, for the editor, which asks what may follow, and for the test that lists its choices. Chevrotain goes
 * through every phrase once, with tokens that stand for none, and writes down what is asked for. Reading needs none of it.
 */
import type { Rule } from "chevrotain";
import { EmbeddedActionsParser } from "chevrotain";
import type { Token, TokenType } from "../token-types.js";
import { allTypes } from "../token-types.js";
import { EdictParser } from "./declarations.js";
import type { Alternative, Alternatives, Gated, Phrase } from "./reader.js";

/** What Chevrotain asks of a part: the part, or it with its gate. */
type Part<T> = (() => T) | Gated<T>;

class Recorder extends EmbeddedActionsParser {
  constructor() {
    // It would complain of words that are names too: where both may stand, the first alternative is meant.
    super([...allTypes()], { maxLookahead: 1, skipValidations: true });
  }

  record(phrases: Iterable<Phrase<never, unknown>>): Readonly<Record<string, Rule>> {
    for (const { name, read } of phrases) this.RULE(name, () => Reflect.apply(read, undefined, []));
    this.performSelfAnalysis();
    return this.getGAstProductions();
  }

  took(call: number, type: TokenType): void {
    this.consume(call, type);
  }

  called<H, R>(call: number, { name, read }: Phrase<H, R>): R {
    return this.subrule(
      call,
      Object.assign((handed: H) => read(handed), { ruleName: name }),
    );
  }

  left<T>(call: number, part: Part<T>): T | undefined {
    return this.option(call, part);
  }

  either<T>(among: Alternative<T>[] | Alternatives<T>): T {
    return this.or<T>(0, among);
  }

  repeated(part: Part<unknown>): void {
    this.many(0, part);
  }

  repeatedOnce(part: Part<unknown>): void {
    this.atLeastOne(0, part);
  }

  worked<T>(work: () => T): T {
    return this.ACTION(work);
  }
}

/** The grammar, each of whose requests goes to the recorder. */
class RecordedParser extends EdictParser {
  private readonly recorder = new Recorder();

  record(): Readonly<Record<string, Rule>> {
    this.isRecording = true;
    return this.recorder.record(this.declaredPhrases());
  }

  protected override CONSUME(type: TokenType): Token {
    return this.standIn(type, 0);
  }

  protected override CONSUME2(type: TokenType): Token {
    return this.standIn(type, 2);
  }

  protected override SUBRULE<R>(phrase: Phrase<void, R>): R {
    return this.recorder.called(0, phrase);
  }

  protected override SUBRULE2<R>(phrase: Phrase<void, R>): R {
    return this.recorder.called(2, phrase);
  }

  protected override SUBRULE3<R>(phrase: Phrase<void, R>): R {
    return this.recorder.called(3, phrase);
  }

  protected override SUBRULE_WITH<H, R>(phrase: Phrase<H, R>): R {
    return this.recorder.called(0, phrase);
  }

  protected override OPTION<T>(part: Part<T>): T | undefined {
    return this.recorder.left(0, part);
  }

  protected override OPTION2<T>(part: Part<T>): T | undefined {
    return this.recorder.left(2, part);
  }

  protected override OPTION3<T>(part: Part<T>): T | undefined {
    return this.recorder.left(3, part);
  }

  protected override MANY<T>(part: Part<T>): void {
    this.recorder.repeated(part);
  }

  protected override AT_LEAST_ONE<T>(part: Part<T>): void {
    this.recorder.repeatedOnce(part);
  }

  protected override OR<T>(among: Alternative<T>[] | Alternatives<T>): T {
    return this.recorder.either(among);
  }

  protected override ACTION<T>(work: () => T): T {
    return this.recorder.worked(work);
  }

  private standIn(type: TokenType, call: number): Token {
    this.recorder.took(call, type);
    return { image: "this stands for a token", startOffset: -1, endOffset: -1, tokenType: type };
  }
}

let recorded: Readonly<Record<string, Rule>> | null = null;

/** The phrases by their names, each as what it asks for; made when they are first asked for. */
export function recordedGrammar(): Readonly<Record<string, Rule>> {
  recorded ??= new RecordedParser().record();
  return recorded;
}

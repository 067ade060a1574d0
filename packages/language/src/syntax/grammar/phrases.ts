/**
 * The grammar's smallest phrases: texts, dates, numbers, durations, names, words, fields and values; and what every
 * part of the grammar shares: looking ahead, the ends of nodes, and complaints about text that is understood anyway.
 *
 * The grammar is one Chevrotain parser with embedded actions, split by area into a chain of classes: phrases,
 * conditions, code lists, scopes, statements, clauses, tests, declarations. It looks one token ahead; where the
 * language needs more, a gate says so in words. Every action also runs once while Chevrotain records the grammar, on
 * dummy tokens: an action must not throw, and complaints go through `complain`, which is silent then.
 */
import type { Diagnostic } from "@edict/rulebook";
import type { IToken, TokenType } from "chevrotain";
import { tokenMatcher } from "chevrotain";
import type {
  DateLiteral,
  DeclaringName,
  DurationLiteral,
  FieldReference,
  NameReference,
  NumberLiteral,
  RangeLiteral,
  RowReference,
  TextLiteral,
  Value,
  Word,
} from "../../ast/nodes.js";
import { syntax } from "../../diagnostics/syntax.js";
import { report } from "../../diagnostics/report.js";
import type { Source, Stretch } from "../../source/source.js";
import { readDate, readNumber, readText } from "../literals.js";
import {
  anyName,
  comma,
  comparison,
  date,
  decimal,
  declaredWord,
  dot,
  dots,
  durationUnit,
  endOf,
  freeName,
  itemWord,
  money,
  numberWord,
  text,
  word,
} from "../tokens.js";
import { ListedChoices } from "./listed-choices.js";

/** The units of a duration by the words that say them. */
const durationUnits = {
  day: "days",
  days: "days",
  week: "weeks",
  weeks: "weeks",
  month: "months",
  months: "months",
  year: "years",
  years: "years",
} as const;

export abstract class Phrases extends ListedChoices {
  /** The text that is read; set before each declaration. */
  source: Source = { path: "", text: "" };
  /** What was wrong in text that was understood all the same. */
  complaints: Diagnostic[] = [];
  /** The first token of the clause, line or entry that is being read, so that a broken one can be left out. */
  openPart: IToken | null = null;

  /** True where the token `ahead` places on (1 is the next) is of a type or category. */
  protected sees(ahead: number, type: TokenType): boolean {
    return tokenMatcher(this.LA(ahead), type);
  }

  protected seesOneOf(ahead: number, types: readonly TokenType[]): boolean {
    return types.some((type) => tokenMatcher(this.LA(ahead), type));
  }

  /** A comparison sign, `is` or `in`: what makes the word before it a field. */
  protected seesComparison(ahead: number): boolean {
    return this.seesOneOf(ahead, [word("is"), word("in"), comparison]);
  }

  /** Past the last character that was read. */
  protected get endSoFar(): number {
    return endOf(this.LA(0));
  }

  protected stretch(start: number, end: number): Stretch {
    return { source: this.source, start, end };
  }

  protected complain(make: () => Diagnostic): void {
    if (!this.RECORDING_PHASE) this.complaints.push(make());
  }

  /** A comma before another item; one before `then` is a sequence's. */
  protected readonly anotherItem = (): boolean => this.sees(1, comma) && !this.sees(2, word("then"));

  readonly textLiteral = this.RULE("textLiteral", (): TextLiteral => {
    const token = this.CONSUME(text);
    return { kind: "text-literal", start: token.startOffset, end: endOf(token), text: readText(token.image) };
  });

  readonly dateLiteral = this.RULE("dateLiteral", (): DateLiteral => {
    const token = this.CONSUME(date);
    return { kind: "date-literal", start: token.startOffset, end: endOf(token), text: readDate(token.image) };
  });

  readonly numberLiteral = this.RULE("numberLiteral", (): NumberLiteral => {
    const token = this.CONSUME(numberWord);
    return this.asNumber(token);
  });

  protected asNumber(token: IToken): NumberLiteral {
    const image = token.image;
    return {
      kind: "number-literal",
      start: token.startOffset,
      end: endOf(token),
      value: readNumber(image),
      money: image.startsWith("$"),
    };
  }

  /** A number that counts days or such: whole, or reported. */
  protected wholeNumber(token: IToken): number {
    const value = readNumber(token.image);
    if (!Number.isInteger(value))
      this.complain(() =>
        report(syntax, "whole-number", this.stretch(token.startOffset, endOf(token)), { seen: token.image }),
      );
    return Math.floor(value);
  }

  readonly duration = this.RULE("duration", (): DurationLiteral => {
    const number = this.CONSUME(numberWord);
    const count = this.wholeNumber(number);
    let unit: DurationLiteral["unit"] | null = null;
    this.OPTION(() => {
      unit = unitOf(this.CONSUME(durationUnit).image);
    });
    if (unit === null) {
      const at = this.stretch(number.startOffset, endOf(number));
      this.complain(() =>
        report(
          syntax,
          "duration-without-unit",
          at,
          { count: number.image },
          { fixes: [{ title: `write ${number.image} days`, edits: [{ at, text: `${number.image} days` }] }] },
        ),
      );
    }
    return { kind: "duration-literal", start: number.startOffset, end: this.endSoFar, count, unit: unit ?? "days" };
  });

  readonly declaringName = this.RULE("declaringName", (): DeclaringName => {
    const token = this.CONSUME(declaredWord);
    return { kind: "declaring-name", start: token.startOffset, end: endOf(token), text: token.image };
  });

  /** The name of something declared elsewhere. */
  readonly nameReference = this.RULE("nameReference", (): NameReference => {
    const token = this.CONSUME(freeName);
    return { kind: "name-reference", start: token.startOffset, end: endOf(token), text: token.image };
  });

  readonly nameReferences = this.RULE("nameReferences", (): NameReference[] => {
    const names = [this.SUBRULE(this.nameReference)];
    this.MANY(() => {
      this.CONSUME(comma);
      names.push(this.SUBRULE2(this.nameReference));
    });
    return names;
  });

  readonly rowReference = this.RULE("rowReference", (): RowReference => {
    const row = this.CONSUME(word("row"));
    this.CONSUME(dot);
    const token = this.CONSUME(anyName);
    return {
      kind: "row-reference",
      start: row.startOffset,
      end: endOf(token),
      column: { kind: "name-reference", start: token.startOffset, end: endOf(token), text: token.image },
    };
  });

  /** A code, diagnosis, modifier, number or name as it is written. */
  readonly word = this.RULE("word", (): Word => {
    return wordOf(this.CONSUME(itemWord));
  });

  readonly wordOrRange = this.RULE("wordOrRange", (): Word | RangeLiteral => {
    const first = wordOf(this.CONSUME(itemWord));
    return (
      this.OPTION(() => {
        this.CONSUME(dots);
        const last = wordOf(this.CONSUME2(itemWord));
        return { kind: "range-literal" as const, start: first.start, end: last.end, first, last };
      }) ?? first
    );
  });

  readonly wordOrRow = this.RULE("wordOrRow", (): Word | RowReference =>
    this.OR<Word | RowReference>([
      { ALT: () => this.SUBRULE(this.rowReference) },
      { ALT: () => this.SUBRULE(this.word) },
    ]),
  );

  readonly numberOrRow = this.RULE("numberOrRow", (): NumberLiteral | RowReference =>
    this.OR<NumberLiteral | RowReference>([
      { ALT: () => this.SUBRULE(this.rowReference) },
      { ALT: () => this.SUBRULE(this.numberLiteral) },
    ]),
  );

  /** A field by its words; `primary diagnosis` is two. */
  readonly field = this.RULE("field", (): FieldReference => {
    const first = this.CONSUME(anyName);
    const second = this.OPTION({
      GATE: () => first.image === "primary",
      DEF: () => this.SUBRULE(this.diagnosisWords),
    });
    return {
      kind: "field-reference",
      start: first.startOffset,
      end: this.endSoFar,
      text: second === undefined ? first.image : "primary diagnosis",
    };
  });

  readonly diagnosisWords = this.RULE("diagnosisWords", (): IToken =>
    this.OR<IToken>([{ ALT: () => this.CONSUME(word("diagnosis")) }, { ALT: () => this.CONSUME(word("diagnoses")) }]),
  );

  /** A value after `is` and `in`, in `given` and in a test line. Digits stay words: their zeros may matter. */
  readonly value = this.RULE("value", (): Value =>
    this.OR<Value>([
      { ALT: () => this.SUBRULE(this.rowReference) },
      { ALT: () => this.SUBRULE(this.wordOrRange) },
      { ALT: () => this.SUBRULE(this.textLiteral) },
      { ALT: () => this.SUBRULE(this.dateLiteral) },
      { ALT: () => this.asNumber(this.CONSUME(money)) },
      { ALT: () => this.asNumber(this.CONSUME(decimal)) },
    ]),
  );
}

function unitOf(image: string): DurationLiteral["unit"] {
  for (const [said, unit] of Object.entries(durationUnits)) if (said === image) return unit;
  return "days";
}

/** A token as a word. */
export function wordOf(token: IToken): Word {
  return { kind: "word", start: token.startOffset, end: endOf(token), text: token.image };
}

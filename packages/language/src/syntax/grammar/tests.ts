/** The timeline of a test and what is expected of it (`language.md` section 5, ruling 17). */
import type {
  DateLiteral,
  Expectation,
  FieldSetting,
  NumberLiteral,
  TimelineLine,
  Value,
  When,
  Word,
} from "../../ast/nodes.js";
import {
  anyName,
  codeLike,
  codeWithModifiers,
  comma,
  date,
  decimal,
  itemWord,
  money,
  numberWord,
  text,
  unitsDecimal,
  unitsName,
  word,
} from "../tokens.js";
import type { IToken } from "chevrotain";
import { readNumber } from "../literals.js";
import { Clauses } from "./clauses.js";
import { wordOf } from "./phrases.js";

/** What stands in a test after its title. */
export interface TestParts {
  readonly given: readonly FieldSetting[];
  readonly starting: DateLiteral | null;
  readonly lines: readonly TimelineLine[];
  readonly expectations: readonly Expectation[];
}

type BilledCode = Pick<TimelineLine, "code" | "modifiers">;
type Given = Pick<TestParts, "given" | "starting">;

export abstract class Tests extends Clauses {
  readonly testParts = this.RULE("testParts", (): TestParts => {
    const given = this.OPTION(() => {
      this.openPart = this.LA(1);
      const settings = this.SUBRULE(this.given);
      this.openPart = null;
      return settings;
    }) ?? { given: [], starting: null };
    const lines: TimelineLine[] = [];
    const expectations: Expectation[] = [];
    this.MANY(() => {
      this.openPart = this.LA(1);
      this.OR([
        { ALT: () => expectations.push(this.SUBRULE(this.expected)) },
        { ALT: () => lines.push(this.SUBRULE(this.timelineLine)) },
      ]);
      this.openPart = null;
    });
    return { given: given.given, starting: given.starting, lines, expectations };
  });

  /** `given payer Medicare, place 22, starting 2026-03-02` */
  readonly given = this.RULE("given", (): Given => {
    this.CONSUME(word("given"));
    const given: FieldSetting[] = [];
    let starting: DateLiteral | null = null;
    const part = (setting: FieldSetting | DateLiteral): void => {
      if (this.RECORDING_PHASE) return;
      if (setting.kind === "date-literal") starting = setting;
      else given.push(setting);
    };
    part(this.SUBRULE(this.givenPart));
    this.MANY({
      GATE: () => this.sees(1, comma) || this.seesStarting(1) || this.seesSetting(1),
      DEF: () => {
        this.OPTION(() => this.CONSUME(comma));
        part(this.SUBRULE2(this.givenPart));
      },
    });
    return { given, starting };
  });

  readonly givenPart = this.RULE("givenPart", (): FieldSetting | DateLiteral =>
    this.OR<FieldSetting | DateLiteral>([
      {
        GATE: () => this.seesStarting(1),
        ALT: () => {
          this.CONSUME(word("starting"));
          return this.SUBRULE(this.dateLiteral);
        },
      },
      { ALT: () => this.SUBRULE(this.fieldSetting) },
    ]),
  );

  private seesStarting(ahead: number): boolean {
    return this.sees(ahead, word("starting")) && !this.sees(ahead + 1, text);
  }

  /** A field and its values, further values after commas. */
  readonly fieldSetting = this.RULE("fieldSetting", (): FieldSetting => {
    const field = this.SUBRULE(this.field);
    const values: Value[] = [this.SUBRULE(this.value)];
    this.MANY({
      GATE: () => this.sees(1, comma) && !this.seesStarting(2) && !this.seesSetting(2),
      DEF: () => {
        this.CONSUME(comma);
        values.push(this.SUBRULE2(this.value));
      },
    });
    return { kind: "field-setting", start: field.start, end: this.endSoFar, field, values };
  });

  /** A field word followed by a value; `day 3`, `expect RO-101` and `weekdays 1` start the next line. */
  private seesSetting(ahead: number): boolean {
    if (!this.sees(ahead, anyName) || this.seesLineStart(ahead)) return false;
    const valueAt = this.sees(ahead, word("primary")) && !this.sees(ahead + 2, date) ? ahead + 2 : ahead + 1;
    const primary = valueAt === ahead + 2 && /^diagnos[ie]s$/.test(this.LA(ahead + 1).image);
    return this.seesValue(primary ? valueAt : ahead + 1);
  }

  private seesValue(ahead: number): boolean {
    if (this.seesLineStart(ahead)) return false;
    return this.seesOneOf(ahead, [itemWord, text, date, money, decimal, word("row")]);
  }

  protected seesLineStart(ahead: number): boolean {
    if (this.sees(ahead, word("expect"))) return true;
    if (this.sees(ahead, date)) return this.sees(ahead + 1, codeLike);
    return this.seesOneOf(ahead, [word("day"), word("days"), word("weekdays")]) && this.sees(ahead + 1, numberWord);
  }

  /** `day 20  77427-26 x2 diagnosis C61` */
  readonly timelineLine = this.RULE("timelineLine", (): TimelineLine => {
    const start = this.LA(1).startOffset;
    const when = this.SUBRULE(this.when);
    const { code, modifiers } = this.SUBRULE(this.codeAndModifiers);
    const units =
      this.OPTION({
        // `x2` and a value after it would be a field of that name, but right after the code it is units.
        DEF: () => this.SUBRULE(this.units),
      }) ?? null;
    const fields: FieldSetting[] = [];
    this.MANY({
      GATE: () => (this.sees(1, comma) ? this.seesSetting(2) : !this.seesLineStart(1)),
      DEF: () => {
        this.OPTION2(() => this.CONSUME(comma));
        fields.push(this.SUBRULE(this.fieldSetting));
      },
    });
    return { kind: "timeline-line", start, end: this.endSoFar, when, code, modifiers, units, fields };
  });

  readonly codeAndModifiers = this.RULE("codeAndModifiers", (): BilledCode => {
    const token = this.CONSUME(codeLike);
    return this.ACTION(() => splitModifiers(token));
  });

  readonly units = this.RULE("units", (): NumberLiteral => {
    const token = this.OR([{ ALT: () => this.CONSUME(unitsName) }, { ALT: () => this.CONSUME(unitsDecimal) }]);
    return {
      kind: "number-literal",
      start: token.startOffset,
      end: this.endSoFar,
      value: this.ACTION(() => readNumber(token.image.slice(1))),
      money: false,
    };
  });

  /** `day N`, `days N to M`, `weekdays N to M`, or a date. */
  readonly when = this.RULE("when", (): When =>
    this.OR<When>([{ ALT: () => this.SUBRULE(this.dateLiteral) }, { ALT: () => this.SUBRULE(this.days) }]),
  );

  readonly days = this.RULE("days", (): When => {
    const said = this.OR([
      { ALT: () => this.CONSUME(word("day")) },
      { ALT: () => this.CONSUME(word("days")) },
      { ALT: () => this.CONSUME(word("weekdays")) },
    ]);
    const first = this.wholeNumber(this.CONSUME(numberWord));
    const last =
      this.OPTION(() => {
        this.CONSUME(word("to"));
        return this.wholeNumber(this.CONSUME2(numberWord));
      }) ?? first;
    return {
      kind: "days",
      start: said.startOffset,
      end: this.endSoFar,
      first,
      last,
      weekdaysOnly: said.image === "weekdays",
    };
  });

  /** `expect RO-101 on 77290 day 1`, `expect no RO-201`, `expect nothing else` */
  readonly expected = this.RULE("expected", (): Expectation => {
    const start = this.CONSUME(word("expect")).startOffset;
    return this.OR<Expectation>([
      {
        ALT: () => {
          this.CONSUME(word("nothing"));
          const more = this.OPTION(() => this.CONSUME(word("else"))) !== undefined;
          return { kind: "expect-nothing", start, end: this.endSoFar, words: more ? "nothing else" : "nothing" };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("no"));
          const rule = this.SUBRULE(this.nameReference);
          return { kind: "expect-no", start, end: this.endSoFar, rule };
        },
      },
      {
        ALT: () => {
          const rule = this.SUBRULE2(this.nameReference);
          this.CONSUME(word("on"));
          const { code, modifiers } = this.SUBRULE(this.codeAndModifiers);
          const when = this.SUBRULE(this.when);
          return { kind: "expect-finding", start, end: this.endSoFar, rule, code, modifiers, when };
        },
      },
    ]);
  });
}

/** `77427-26-59` as its code and its modifiers, each with its own place. */
function splitModifiers(token: IToken): BilledCode {
  if (token.tokenType !== codeWithModifiers) return { code: wordOf(token), modifiers: [] };
  const [code = "", ...modifiers] = token.image.split("-");
  const start = token.startOffset;
  let at = start + code.length;
  const codeWord: Word = { kind: "word", start, end: at, text: code };
  return {
    code: codeWord,
    modifiers: modifiers.map((text): Word => {
      const from = at + 1;
      at = from + text.length;
      return { kind: "word", start: from, end: at, text };
    }),
  };
}

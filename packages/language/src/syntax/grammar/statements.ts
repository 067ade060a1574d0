/** The statements of a rule (`language.md` section 4, "Statements"). */
import type {
  BundleStatement,
  CodeExpression,
  DurationLiteral,
  ExpectStatement,
  FieldReference,
  ForbidStatement,
  ForEvery,
  LimitStatement,
  NumberLiteral,
  Per,
  Quantity,
  ReplaceStatement,
  RequiresStatement,
  RowReference,
  SequenceLink,
  SequenceStatement,
} from "../../ast/nodes.js";
import { comma, measure, perWord, pick, word } from "../tokens.js";
import { Scopes } from "./scopes.js";

type Required = RequiresStatement["requires"];
type Companion = Extract<Required, { kind: "companion" }>;

export abstract class Statements extends Scopes {
  readonly bundle = this.RULE("bundle", (): BundleStatement => {
    const start = this.CONSUME(word("bundle")).startOffset;
    const subject = this.SUBRULE(this.codes);
    this.CONSUME(word("into"));
    const into = this.SUBRULE2(this.codes);
    const scopes = this.SUBRULE(this.scopes);
    return { kind: "bundle", start, end: this.endSoFar, subject, into, scopes };
  });

  readonly forbid = this.RULE("forbid", (): ForbidStatement => {
    const start = this.CONSUME(word("forbid")).startOffset;
    const subject = this.SUBRULE(this.codes);
    const companion =
      this.OPTION(() => {
        this.CONSUME(word("with"));
        return this.SUBRULE(this.companion);
      }) ?? null;
    return {
      kind: "forbid",
      start,
      end: this.endSoFar,
      subject,
      with:
        companion === null ? null : { atLeast: companion.atLeast, codes: companion.codes, scopes: companion.scopes },
    };
  });

  /** `at least N days of B SCOPE`, `B SCOPE` */
  readonly companion = this.RULE("companion", (): Companion => {
    const atLeast =
      this.OPTION(() => {
        this.SUBRULE(this.atLeastWords);
        const quantity = this.SUBRULE(this.quantity);
        this.CONSUME(word("of"));
        return quantity;
      }) ?? null;
    const codes = this.SUBRULE(this.codes);
    const scopes = this.SUBRULE(this.scopes);
    return { kind: "companion", atLeast, codes, scopes };
  });

  readonly atLeastWords = this.RULE("atLeastWords", (): void => {
    this.CONSUME(word("at"));
    this.CONSUME(word("least"));
  });

  readonly requires = this.RULE("requires", (): RequiresStatement => {
    const first = this.CONSUME(pick);
    const subject = this.SUBRULE(this.codes);
    this.CONSUME(word("requires"));
    const requires = this.OR<Required>([
      { GATE: () => this.seesRowOf(), ALT: () => this.SUBRULE(this.requiredRow) },
      {
        GATE: () => this.seesCondition(),
        ALT: () => ({ kind: "condition", condition: this.SUBRULE(this.condition) }),
      },
      { ALT: () => this.SUBRULE(this.companion) },
    ]);
    return {
      kind: "requires",
      start: first.startOffset,
      end: this.endSoFar,
      pick: first.image === "first" ? "first" : first.image === "last" ? "last" : "each",
      subject,
      requires,
    };
  });

  private seesRowOf(): boolean {
    return this.sees(1, word("a")) && this.sees(2, word("row"));
  }

  /** After `requires`: what is followed by a comparison is a condition, all else a set of codes. */
  private seesCondition(): boolean {
    let ahead = 1;
    while (this.LA(ahead).image === "(") ahead++;
    if (this.sees(ahead, word("not"))) return true;
    if (this.sees(ahead, word("row")) && !this.seesComparison(ahead + 1)) ahead += 2;
    if (this.sees(ahead, word("primary")) && !this.seesComparison(ahead + 1)) ahead++;
    if (!this.seesComparison(ahead + 1)) return false;
    // `requires Simulation in the same Course`
    return !(this.sees(ahead + 1, word("in")) && this.seesSame(ahead + 2));
  }

  readonly requiredRow = this.RULE("requiredRow", (): Required => {
    this.CONSUME(word("a"));
    this.CONSUME(word("row"));
    this.CONSUME(word("of"));
    const table = this.SUBRULE(this.nameReference);
    this.CONSUME(word("where"));
    const condition = this.SUBRULE(this.condition);
    return { kind: "row", table, condition };
  });

  readonly sequence = this.RULE("sequence", (): SequenceStatement => {
    const start = this.CONSUME(word("sequence")).startOffset;
    const opening = this.SUBRULE(this.codes);
    const links: SequenceLink[] = [];
    this.AT_LEAST_ONE({
      DEF: () => {
        this.CONSUME(comma);
        links.push(this.SUBRULE(this.sequenceLink));
      },
      ERR_MSG: "Comma",
    });
    const episode = this.OPTION({ GATE: () => this.seesSame(2), DEF: () => this.SUBRULE(this.episodeScope) }) ?? null;
    return { kind: "sequence", start, end: this.endSoFar, opening, links, episode };
  });

  readonly sequenceLink = this.RULE("sequenceLink", (): SequenceLink => {
    const start = this.CONSUME(word("then")).startOffset;
    const first = this.OPTION(() => this.CONSUME(word("first"))) !== undefined;
    const codes = this.SUBRULE(this.codes);
    const within = this.OPTION2(() => this.SUBRULE(this.within)) ?? null;
    return { kind: "sequence-link", start, end: this.endSoFar, pick: first ? "first" : "each", codes, within };
  });

  readonly limit = this.RULE("limit", (): LimitStatement => {
    const start = this.CONSUME(word("limit")).startOffset;
    const subject = this.SUBRULE(this.codes);
    this.CONSUME(word("to"));
    const quantity = this.SUBRULE(this.quantity);
    const ratio = this.SUBRULE(this.optionalForEvery);
    const per = this.SUBRULE(this.per);
    const forEvery = this.SUBRULE(this.floorAfterPer, { ARGS: [ratio] });
    const allLines =
      this.OPTION(() => {
        this.CONSUME(word("all"));
        this.OR([{ ALT: () => this.CONSUME(word("lines")) }, { ALT: () => this.CONSUME(word("line")) }]);
        return true;
      }) ?? false;
    return { kind: "limit", start, end: this.endSoFar, subject, quantity, forEvery, per, allLines };
  });

  readonly expectation = this.RULE("expectation", (): ExpectStatement => {
    const start = this.CONSUME(word("expect")).startOffset;
    const subject = this.SUBRULE(this.codes);
    this.SUBRULE(this.atLeastWords);
    const quantity = this.SUBRULE(this.quantity);
    const ratio = this.SUBRULE(this.optionalForEvery);
    const per = this.SUBRULE(this.per);
    const forEvery = this.SUBRULE(this.floorAfterPer, { ARGS: [ratio] });
    return { kind: "expect", start, end: this.endSoFar, subject, quantity, forEvery, per };
  });

  /** `but at least J` may stand behind PER as well as before it; the ratio is the same. */
  readonly floorAfterPer = this.RULE("floorAfterPer", (ratio: ForEvery | null): ForEvery | null => {
    const floor = this.OPTION({
      GATE: () => ratio !== null && ratio.atLeast === null,
      DEF: () => {
        this.CONSUME(word("but"));
        this.SUBRULE(this.atLeastWords);
        return this.SUBRULE(this.numberOrRow);
      },
    });
    return floor === undefined || ratio === null ? ratio : { ...ratio, end: this.endSoFar, atLeast: floor };
  });

  readonly replacement = this.RULE("replacement", (): ReplaceStatement => {
    const start = this.CONSUME(word("replace")).startOffset;
    const subject = this.SUBRULE(this.codes);
    this.CONSUME(word("with"));
    const other = this.SUBRULE(this.wordOrRow);
    return { kind: "replace", start, end: this.endSoFar, subject, with: other };
  });

  /** `N units` */
  readonly quantity = this.RULE("quantity", (): Quantity => {
    const start = this.LA(1).startOffset;
    const amount = this.SUBRULE(this.numberOrRow);
    const counted = this.CONSUME(measure);
    const said = counted.image;
    return {
      kind: "quantity",
      start,
      end: this.endSoFar,
      amount,
      measure: said.startsWith("u") ? "units" : said.startsWith("l") ? "lines" : "days",
    };
  });

  readonly optionalForEvery = this.RULE(
    "optionalForEvery",
    (): ForEvery | null => this.OPTION(() => this.SUBRULE(this.forEvery)) ?? null,
  );

  readonly forEvery = this.RULE("forEvery", (): ForEvery => {
    const start = this.CONSUME(word("for")).startOffset;
    this.CONSUME(word("every"));
    const quantity = this.SUBRULE(this.quantity);
    this.CONSUME(word("of"));
    const codes: CodeExpression = this.SUBRULE(this.codes);
    let remainder: NumberLiteral | RowReference | null = null;
    let atLeast: NumberLiteral | RowReference | null = null;
    this.OPTION(() => {
      this.CONSUME(word("counting"));
      this.CONSUME(word("a"));
      this.CONSUME(word("remainder"));
      this.CONSUME2(word("of"));
      remainder = this.SUBRULE(this.numberOrRow);
      this.CONSUME(word("or"));
      this.CONSUME(word("more"));
    });
    this.OPTION2(() => {
      this.CONSUME(word("but"));
      this.SUBRULE(this.atLeastWords);
      atLeast = this.SUBRULE2(this.numberOrRow);
    });
    return { kind: "for-every", start, end: this.endSoFar, quantity, codes, remainder, atLeast };
  });

  readonly per = this.RULE("per", (): Per => {
    const start = this.CONSUME(word("per")).startOffset;
    const by = this.OR<Per["by"]>({
      DEF: [
        { ALT: () => ({ kind: perKind(this.CONSUME(perWord).image) }) },
        { ALT: () => ({ kind: "window", length: this.SUBRULE<[], DurationLiteral>(this.duration) }) },
        { ALT: () => ({ kind: "episode", episode: this.SUBRULE(this.nameReference) }) },
      ],
      ERR_MSG: "PerWord",
    });
    const and: FieldReference[] = [];
    this.MANY(() => {
      this.CONSUME(word("and"));
      and.push(this.SUBRULE(this.field));
    });
    return { kind: "per", start, end: this.endSoFar, by, and };
  });
}

function perKind(image: string): "line" | "day" | "claim" | "patient" {
  return image === "line" || image === "claim" || image === "patient" ? image : "day";
}

/** Scope words: where a companion stands, and windows of days (`language.md` section 4, "Statements"). */
import type { FieldReference, NameReference, ScopeWord, WindowScope, Within } from "../../ast/nodes.js";
import { readNumber } from "../literals.js";
import { numberWord, word } from "../tokens.js";
import { CodeLists } from "./code-lists.js";

/** What ends `on the same`. */
type SameKind = "same-day" | "same-claim";

export abstract class Scopes extends CodeLists {
  readonly scopes = this.RULE("scopes", (): ScopeWord[] => {
    const scopes: ScopeWord[] = [];
    this.MANY({
      // `in hospital` is a clause, `in the same Course` a scope.
      GATE: () => !this.sees(1, word("in")) || this.seesSame(2),
      DEF: () => scopes.push(this.SUBRULE(this.scopeWord)),
    });
    return scopes;
  });

  /** `the same`, or either word of it where the other is misspelt. */
  protected seesSame(ahead: number): boolean {
    return this.sees(ahead, word("the")) || this.sees(ahead + 1, word("same"));
  }

  readonly scopeWord = this.RULE("scopeWord", (): ScopeWord =>
    this.OR<ScopeWord>([
      { ALT: () => this.SUBRULE(this.onTheSame) },
      { ALT: () => this.SUBRULE(this.inTheSame) },
      { ALT: () => this.SUBRULE(this.byTheSame) },
      { ALT: () => this.SUBRULE(this.withTheSame) },
      { ALT: () => this.SUBRULE(this.window) },
    ]),
  );

  readonly theSame = this.RULE("theSame", (): void => {
    this.CONSUME(word("the"));
    this.CONSUME(word("same"));
  });

  readonly onTheSame = this.RULE("onTheSame", (): ScopeWord => {
    const start = this.CONSUME(word("on")).startOffset;
    this.SUBRULE(this.theSame);
    const kind = this.OR<SameKind>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word("day"));
            return "same-day";
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("claim"));
            return "same-claim";
          },
        },
      ],
      ERR_MSG: "same-day-or-claim",
    });
    return { kind, start, end: this.endSoFar };
  });

  readonly episodeScope = this.RULE("episodeScope", (): NameReference => {
    this.CONSUME(word("in"));
    this.SUBRULE(this.theSame);
    return this.SUBRULE(this.nameReference);
  });

  readonly inTheSame = this.RULE("inTheSame", (): ScopeWord => {
    const start = this.LA(1).startOffset;
    const episode = this.SUBRULE(this.episodeScope);
    return { kind: "same-episode", start, end: this.endSoFar, episode };
  });

  readonly byTheSame = this.RULE("byTheSame", (): ScopeWord => {
    const start = this.CONSUME(word("by")).startOffset;
    this.SUBRULE(this.theSame);
    const provider = this.CONSUME(word("provider"));
    const end = this.endSoFar;
    const field: FieldReference = { kind: "field-reference", start: provider.startOffset, end, text: "provider" };
    return { kind: "same-field", start, end, field };
  });

  readonly withTheSame = this.RULE("withTheSame", (): ScopeWord => {
    const start = this.CONSUME(word("with")).startOffset;
    this.SUBRULE(this.theSame);
    const field = this.SUBRULE(this.field);
    return { kind: "same-field", start, end: this.endSoFar, field };
  });

  readonly window = this.RULE("window", (): WindowScope => {
    const start = this.LA(1).startOffset;
    return this.OR<WindowScope>([
      {
        ALT: () => {
          const within = this.SUBRULE(this.within);
          const direction = this.OPTION(() => this.SUBRULE(this.beforeOrAfter)) ?? null;
          return { kind: "window", start, end: this.endSoFar, within, word: direction };
        },
      },
      {
        ALT: () => {
          const direction = this.SUBRULE2(this.beforeOrAfter);
          return { kind: "window", start, end: this.endSoFar, within: null, word: direction };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("that"));
          const direction = this.SUBRULE(this.followsOrPrecedes);
          const within = this.OPTION2(() => this.SUBRULE2(this.within)) ?? null;
          return { kind: "window", start, end: this.endSoFar, within, word: direction };
        },
      },
    ]);
  });

  readonly beforeOrAfter = this.RULE("beforeOrAfter", (): "before" | "after" =>
    this.OR<"before" | "after">([
      {
        ALT: () => {
          this.CONSUME(word("before"));
          return "before";
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("after"));
          return "after";
        },
      },
    ]),
  );

  readonly followsOrPrecedes = this.RULE("followsOrPrecedes", (): "follows" | "precedes" =>
    this.OR<"follows" | "precedes">({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word("follows"));
            return "follows";
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("precedes"));
            return "precedes";
          },
        },
      ],
      ERR_MSG: "follows-or-precedes",
    }),
  );

  /** `within 30 days`, `within 1 to 30 days` */
  readonly within = this.RULE("within", (): Within => {
    const start = this.CONSUME(word("within")).startOffset;
    const min =
      this.OPTION({
        GATE: () => this.sees(2, word("to")),
        DEF: () => {
          const lower = this.CONSUME(numberWord);
          this.CONSUME(word("to"));
          return this.ACTION(() => readNumber(lower.image));
        },
      }) ?? null;
    const max = this.SUBRULE(this.duration);
    return { kind: "within", start, end: this.endSoFar, min, max };
  });
}

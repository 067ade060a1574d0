/** The clauses of a rule, in any order (`language.md` section 4). */
import type {
  BecauseClause,
  Clause,
  DateLiteral,
  EffectiveClause,
  ForClause,
  InClause,
  OutcomeClause,
  RowReference,
  RowsClause,
  SuggestClause,
  UnlessClause,
  WhenClause,
} from "../../ast/nodes.js";
import { itemWord, severity, word } from "../tokens.js";
import { wordOf } from "./phrases.js";
import { Statements } from "./statements.js";

type Bound = DateLiteral | RowReference;
type Suggestion = SuggestClause["suggestion"];

export abstract class Clauses extends Statements {
  readonly clauses = this.RULE("clauses", (): Clause[] => {
    const clauses: Clause[] = [];
    this.MANY(() => {
      this.openPart = this.LA(1);
      clauses.push(this.SUBRULE(this.clause));
      this.openPart = null;
    });
    return clauses;
  });

  readonly clause = this.RULE("clause", (): Clause =>
    this.OR<Clause>([
      { GATE: () => this.sees(2, word("each")), ALT: () => this.SUBRULE(this.rowsClause) },
      { ALT: () => this.SUBRULE(this.forClause) },
      { ALT: () => this.SUBRULE(this.inClause) },
      { ALT: () => this.SUBRULE(this.effectiveClause) },
      { ALT: () => this.SUBRULE(this.becauseClause) },
      { ALT: () => this.SUBRULE(this.bundle) },
      { ALT: () => this.SUBRULE(this.forbid) },
      { ALT: () => this.SUBRULE(this.requires) },
      { ALT: () => this.SUBRULE(this.sequence) },
      { ALT: () => this.SUBRULE(this.limit) },
      { ALT: () => this.SUBRULE(this.expectation) },
      { ALT: () => this.SUBRULE(this.replacement) },
      { ALT: () => this.SUBRULE(this.whenClause) },
      { ALT: () => this.SUBRULE(this.unlessClause) },
      { ALT: () => this.SUBRULE(this.outcome) },
      { ALT: () => this.SUBRULE(this.suggest) },
    ]),
  );

  readonly rowsClause = this.RULE("rowsClause", (): RowsClause => {
    const start = this.CONSUME(word("for")).startOffset;
    this.CONSUME(word("each"));
    this.CONSUME(word("row"));
    this.CONSUME(word("of"));
    const table = this.SUBRULE(this.nameReference);
    return { kind: "rows", start, end: this.endSoFar, table };
  });

  readonly forClause = this.RULE("forClause", (): ForClause => {
    const start = this.CONSUME(word("for")).startOffset;
    const payers = this.SUBRULE(this.nameReferences);
    return { kind: "for", start, end: this.endSoFar, payers };
  });

  readonly inClause = this.RULE("inClause", (): InClause => {
    const start = this.CONSUME(word("in")).startOffset;
    const settings = this.SUBRULE(this.nameReferences);
    return { kind: "in", start, end: this.endSoFar, settings };
  });

  readonly effectiveClause = this.RULE("effectiveClause", (): EffectiveClause => {
    const start = this.CONSUME(word("effective")).startOffset;
    let from: Bound | null = null;
    let to: Bound | null = null;
    this.OR({
      DEF: [
        {
          ALT: () => {
            from = this.SUBRULE(this.bound);
            this.OPTION(() => {
              this.CONSUME(word("to"));
              to = this.SUBRULE2(this.bound);
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME2(word("to"));
            to = this.SUBRULE3(this.bound);
          },
        },
      ],
      ERR_MSG: "Date",
    });
    return { kind: "effective", start, end: this.endSoFar, from, to };
  });

  readonly bound = this.RULE("bound", (): Bound =>
    this.OR<Bound>({
      DEF: [{ ALT: () => this.SUBRULE(this.dateLiteral) }, { ALT: () => this.SUBRULE(this.rowReference) }],
      ERR_MSG: "Date",
    }),
  );

  readonly becauseClause = this.RULE("becauseClause", (): BecauseClause => {
    const start = this.CONSUME(word("because")).startOffset;
    const authority = this.SUBRULE(this.nameReference);
    const detail = this.OPTION(() => this.SUBRULE(this.textLiteral)) ?? null;
    return { kind: "because", start, end: this.endSoFar, authority, detail };
  });

  readonly whenClause = this.RULE("whenClause", (): WhenClause => {
    const start = this.CONSUME(word("when")).startOffset;
    const condition = this.SUBRULE(this.condition);
    return { kind: "when", start, end: this.endSoFar, condition };
  });

  readonly unlessClause = this.RULE("unlessClause", (): UnlessClause => {
    const start = this.CONSUME(word("unless")).startOffset;
    const condition = this.SUBRULE(this.condition);
    return { kind: "unless", start, end: this.endSoFar, condition };
  });

  readonly outcome = this.RULE("outcome", (): OutcomeClause => {
    const said = this.CONSUME(severity);
    let carc: OutcomeClause["carc"] = null;
    let rarc: OutcomeClause["rarc"] = null;
    this.OPTION(() => {
      this.CONSUME(word("as"));
      this.CONSUME(word("CARC"));
      carc = wordOf(this.CONSUME(itemWord));
      this.OPTION2(() => {
        this.CONSUME(word("RARC"));
        rarc = wordOf(this.CONSUME2(itemWord));
      });
    });
    const message = this.OPTION3(() => this.SUBRULE(this.textLiteral)) ?? null;
    return {
      kind: "outcome",
      start: said.startOffset,
      end: this.endSoFar,
      severity: severityOf(said.image),
      carc,
      rarc,
      message,
    };
  });

  readonly suggest = this.RULE("suggest", (): SuggestClause => {
    const start = this.CONSUME(word("suggest")).startOffset;
    const suggestion = this.OR<Suggestion>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word("remove"));
            return { kind: "remove" };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("modifier"));
            return { kind: "modifier", modifier: wordOf(this.CONSUME(itemWord)) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("replace"));
            this.CONSUME(word("with"));
            return { kind: "replace", code: this.SUBRULE(this.wordOrRow) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("units"));
            return { kind: "units" };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("nearest"));
            this.CONSUME(word("code"));
            return { kind: "nearest-code" };
          },
        },
        { ALT: () => ({ kind: "text", text: this.SUBRULE(this.textLiteral) }) },
      ],
      ERR_MSG: "suggestion",
    });
    return { kind: "suggest", start, end: this.endSoFar, suggestion };
  });
}

function severityOf(image: string): OutcomeClause["severity"] {
  return image === "hold" || image === "review" || image === "advise" ? image : "deny";
}

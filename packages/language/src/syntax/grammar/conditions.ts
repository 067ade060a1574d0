/** Conditions: `and`, `or`, `not` and parentheses over comparisons (`language.md` section 4, "Conditions"). */
import type { IToken } from "chevrotain";
import { isBuiltInField } from "@edict/rulebook";
import type {
  ComparisonCondition,
  Condition,
  FieldReference,
  Node,
  Operand,
  SideWord,
  Value,
} from "../../ast/nodes.js";
import { report } from "../../diagnostics/report.js";
import { syntax } from "../../diagnostics/syntax.js";
import {
  anyName,
  closeParenthesis,
  comma,
  comparison,
  conjunction,
  decimal,
  endOf,
  freeName,
  itemWord,
  money,
  openParenthesis,
  word,
} from "../tokens.js";
import { groupByAnd, mixedFixes } from "./and-or.js";
import { Phrases, wordOf } from "./phrases.js";

/** A condition with the stretch that its parentheses, if any, take up. */
interface Placed extends Node {
  readonly condition: Condition;
}

export abstract class Conditions extends Phrases {
  readonly condition = this.RULE("condition", (): Condition => {
    const operands: Placed[] = [this.SUBRULE(this.negation)];
    const joints: IToken[] = [];
    this.MANY(() => {
      joints.push(this.CONSUME(conjunction));
      operands.push(this.SUBRULE2(this.negation));
    });
    return this.ACTION(() => this.joined(operands, joints));
  });

  private joined(operands: readonly Placed[], joints: readonly IToken[]): Condition {
    const first = operands[0];
    const last = operands.at(-1);
    if (first === undefined || last === undefined) throw new Error("a condition has at least one operand");
    if (joints.length === 0) return first.condition;
    const words = joints.map((joint) => (joint.image === "or" ? "or" : "and"));
    const kind = words[0] ?? "and";
    if (words.every((said) => said === kind))
      return { kind, start: first.start, end: last.end, of: operands.map((operand) => operand.condition) };
    const joint = joints.find((token) => token.image !== kind) ?? this.LA(0);
    this.complain(() =>
      report(
        syntax,
        "mixed-and-or",
        this.stretch(joint.startOffset, endOf(joint)),
        {},
        { fixes: mixedFixes(this.source, operands, words) },
      ),
    );
    return groupByAnd(operands, words);
  }

  readonly negation = this.RULE("negation", (): Placed => {
    const start = this.LA(1).startOffset;
    const negations: IToken[] = [];
    this.MANY({
      GATE: () => !this.seesComparison(2),
      DEF: () => negations.push(this.CONSUME(word("not"))),
    });
    const operand = this.OR<Placed>([
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => placed(this.SUBRULE(this.simpleCondition)) },
    ]);
    let condition = operand.condition;
    for (const not of negations.toReversed())
      condition = { kind: "not", start: not.startOffset, end: operand.end, of: condition };
    return { start, end: operand.end, condition };
  });

  readonly group = this.RULE("group", (): Placed => {
    const open = this.CONSUME(openParenthesis);
    const condition = this.SUBRULE(this.condition);
    const close = this.CONSUME(closeParenthesis);
    this.OPTION({
      GATE: () => this.seesSide(),
      DEF: () => {
        const start = this.LA(1).startOffset;
        this.SUBRULE(this.side);
        this.complain(() => report(syntax, "side-after-group", this.stretch(start, this.endSoFar), {}));
      },
    });
    return { start: open.startOffset, end: endOf(close), condition };
  });

  /** `on the other line`, `on either line`; `on the same day` is a scope. */
  protected seesSide(): boolean {
    return this.sees(1, word("on")) && (this.sees(2, word("either")) || !this.sees(3, word("same")));
  }

  readonly side = this.RULE("side", (): SideWord => {
    this.CONSUME(word("on"));
    const side = this.OR<SideWord>([
      {
        ALT: () => {
          this.CONSUME(word("the"));
          this.CONSUME(word("other"));
          return "other";
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("either"));
          return "either";
        },
      },
    ]);
    this.CONSUME(word("line"));
    return side;
  });

  /** One comparison, membership or presence, with its side. */
  readonly simpleCondition = this.RULE("simpleCondition", (): Condition =>
    this.OR<Condition>([
      { GATE: () => this.seesField(), ALT: () => this.SUBRULE(this.fieldCondition) },
      { ALT: () => this.SUBRULE(this.comparisonCondition) },
    ]),
  );

  // A word that always means itself (`row`, or the next clause's keyword) is a field only with a comparison after it.
  private seesField(): boolean {
    return this.sees(1, freeName) || (this.sees(1, anyName) && this.seesComparison(2));
  }

  readonly fieldCondition = this.RULE("fieldCondition", (): Condition => {
    const field = this.SUBRULE(this.field);
    return this.OR<Condition>({
      ERR_MSG: "field-comparison",
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word("is"));
            return this.SUBRULE(this.afterIs, { ARGS: [field] });
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("in"));
            const values = this.SUBRULE(this.values);
            const side = this.SUBRULE(this.optionalSide);
            return { kind: "membership", start: field.start, end: this.endSoFar, field, word: "in", values, side };
          },
        },
        { ALT: () => this.SUBRULE(this.comparedWith, { ARGS: [field] }) },
      ],
    });
  });

  readonly afterIs = this.RULE("afterIs", (field: FieldReference): Condition =>
    this.OR<Condition>([
      {
        ALT: () => {
          this.CONSUME(word("missing"));
          const side = this.SUBRULE(this.optionalSide);
          return { kind: "presence", start: startOf(field), end: this.endSoFar, field, is: "missing", side };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word("present"));
          const side = this.SUBRULE2(this.optionalSide);
          return { kind: "presence", start: startOf(field), end: this.endSoFar, field, is: "present", side };
        },
      },
      {
        ALT: () => {
          const values = this.SUBRULE(this.values);
          const side = this.SUBRULE3(this.optionalSide);
          return { kind: "membership", start: startOf(field), end: this.endSoFar, field, word: "is", values, side };
        },
      },
    ]),
  );

  readonly comparisonCondition = this.RULE("comparisonCondition", (): Condition => {
    const left = this.SUBRULE(this.operand);
    return this.SUBRULE(this.comparedWith, { ARGS: [left] });
  });

  readonly comparedWith = this.RULE("comparedWith", (left: Operand): Condition => {
    const sign = this.CONSUME(comparison);
    const right = this.SUBRULE(this.operand);
    const side = this.SUBRULE(this.optionalSide);
    return {
      kind: "comparison",
      start: startOf(left),
      end: this.endSoFar,
      left,
      comparison: signOf(sign.image),
      right,
      side,
    };
  });

  readonly optionalSide = this.RULE(
    "optionalSide",
    (): SideWord | null => this.OPTION({ GATE: () => this.seesSide(), DEF: () => this.SUBRULE(this.side) }) ?? null,
  );

  /** A side of a comparison. A name is a field on the left; on the right only the words of the built-in fields are. */
  readonly operand = this.RULE("operand", (): Operand =>
    this.OR<Operand>([
      { ALT: () => this.SUBRULE(this.rowReference) },
      { GATE: () => this.seesBuiltInField(), ALT: () => this.SUBRULE(this.field) },
      { ALT: () => this.operandWord(this.CONSUME(itemWord)) },
      { ALT: () => this.SUBRULE(this.textLiteral) },
      { ALT: () => this.SUBRULE(this.dateLiteral) },
      { ALT: () => this.asNumber(this.CONSUME(money)) },
      { ALT: () => this.asNumber(this.CONSUME(decimal)) },
    ]),
  );

  private seesBuiltInField(): boolean {
    const image = this.LA(1).image;
    return isFieldWord(image) || (image === "primary" && /^diagnos[ie]s$/.test(this.LA(2).image));
  }

  // Digits are a number here, but for those whose leading zeros a number would lose.
  private operandWord(token: IToken): Operand {
    return /^(?:0|[1-9]\d*)$/.test(token.image) ? this.asNumber(token) : wordOf(token);
  }

  /** Values after `is` and `in`, in parentheses or not. */
  readonly values = this.RULE("values", (): Value[] =>
    this.OR<Value[]>([
      {
        ALT: () => {
          this.CONSUME(openParenthesis);
          const values = this.SUBRULE(this.valueList);
          this.CONSUME(closeParenthesis);
          return values;
        },
      },
      { ALT: () => this.SUBRULE2(this.valueList) },
    ]),
  );

  readonly valueList = this.RULE("valueList", (): Value[] => {
    const values = [this.SUBRULE(this.value)];
    this.MANY({
      GATE: this.anotherItem,
      DEF: () => {
        this.CONSUME(comma);
        values.push(this.SUBRULE2(this.value));
      },
    });
    return values;
  });
}

/** True of a word that names a built-in field, in the singular too. */
function isFieldWord(said: string): boolean {
  return said === "modifier" || said === "diagnosis" || isBuiltInField(said);
}

function placed(condition: Condition): Placed {
  return { start: startOf(condition), end: condition === undefined ? 0 : condition.end, condition };
}

// While the grammar is recorded, rules are called without what they ask for.
function startOf(node: Node | undefined): number {
  return node === undefined ? 0 : node.start;
}

function signOf(image: string): ComparisonCondition["comparison"] {
  switch (image) {
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return image;
    default:
      return "=";
  }
}

/** Lists of codes, diagnoses and modifiers: in declarations, and as the A or B of a statement with `having`. */
import type { CodeExpression, Condition, DateLiteral, SetExpression, SetItem } from "../../ast/nodes.js";
import { report } from "../../diagnostics/report.js";
import { syntax } from "../../diagnostics/syntax.js";
import { closeParenthesis, comma, conjunction, openParenthesis, word } from "../tokens.js";
import { Conditions } from "./conditions.js";

/** What stands before `having`, with or without parentheses. */
type Choice = Pick<CodeExpression, "any" | "items" | "except">;

export abstract class CodeLists extends Conditions {
  readonly setItem = this.RULE("setItem", (): SetItem => {
    const start = this.LA(1).startOffset;
    const value = this.OR<SetItem["value"]>([
      { ALT: () => this.SUBRULE(this.rowReference) },
      { ALT: () => this.SUBRULE(this.wordOrRange) },
    ]);
    let from: DateLiteral | null = null;
    let until: DateLiteral | null = null;
    this.OPTION(() => {
      this.CONSUME(word("from"));
      from = this.SUBRULE(this.dateLiteral);
    });
    this.OPTION2(() => {
      this.CONSUME(word("until"));
      until = this.SUBRULE2(this.dateLiteral);
    });
    return { kind: "set-item", start, end: this.endSoFar, value, from, until };
  });

  readonly itemList = this.RULE("itemList", (): SetItem[] => {
    const items = [this.SUBRULE(this.setItem)];
    this.MANY({
      GATE: this.anotherItem,
      DEF: () => {
        this.CONSUME(comma);
        items.push(this.SUBRULE2(this.setItem));
      },
    });
    return items;
  });

  readonly setExpression = this.RULE("setExpression", (): SetExpression => {
    const start = this.LA(1).startOffset;
    const items = this.SUBRULE(this.itemList);
    const except = this.SUBRULE(this.exceptions);
    return { kind: "set-expression", start, end: this.endSoFar, items, except };
  });

  readonly exceptions = this.RULE(
    "exceptions",
    (): SetItem[] =>
      this.OPTION(() => {
        this.CONSUME(word("except"));
        return this.SUBRULE(this.itemList);
      }) ?? [],
  );

  readonly codeChoice = this.RULE("codeChoice", (): Choice => {
    const items = this.OR<SetItem[] | null>([
      {
        ALT: () => {
          this.CONSUME(word("any"));
          this.CONSUME(word("code"));
          return null;
        },
      },
      { ALT: () => this.SUBRULE(this.itemList) },
    ]);
    const except = this.SUBRULE(this.exceptions);
    return { any: items === null, items: items ?? [], except };
  });

  /** The A or B of a statement. */
  readonly codes = this.RULE("codes", (): CodeExpression => {
    const start = this.LA(1).startOffset;
    let grouped = false;
    let inner: Condition | null = null;
    const choice = this.OR<Choice>([
      {
        ALT: () => {
          grouped = true;
          this.CONSUME(openParenthesis);
          const within = this.SUBRULE(this.codeChoice);
          inner = this.OPTION(() => this.SUBRULE(this.having)) ?? null;
          this.CONSUME(closeParenthesis);
          return within;
        },
      },
      { ALT: () => this.SUBRULE2(this.codeChoice) },
    ]);
    const listEnd = this.endSoFar;
    const outer =
      this.OPTION2({
        GATE: () => inner === null,
        DEF: () => {
          const at = this.LA(1).startOffset;
          const condition = this.SUBRULE2(this.having);
          this.ACTION(() => {
            if (!grouped && choice.items.length + choice.except.length > 1)
              this.listNeedsParentheses(start, listEnd, at);
          });
          return condition;
        },
      }) ?? null;
    return { kind: "code-expression", start, end: this.endSoFar, ...choice, having: outer ?? inner };
  });

  private listNeedsParentheses(start: number, end: number, having: number): void {
    this.complain(() =>
      report(
        syntax,
        "having-after-list",
        this.stretch(having, having + "having".length),
        {},
        {
          fixes: [
            {
              title: "put parentheses round the list",
              edits: [
                { at: this.stretch(start, start), text: "(" },
                { at: this.stretch(end, end), text: ")" },
              ],
            },
          ],
        },
      ),
    );
  }

  /** `having` takes one comparison, or a condition in parentheses. */
  readonly having = this.RULE("having", (): Condition => {
    this.CONSUME(word("having"));
    const start = this.LA(1).startOffset;
    const { condition } = this.SUBRULE(this.negation);
    this.OPTION(() => {
      const joint = this.CONSUME(conjunction);
      this.SUBRULE(this.condition);
      const end = this.endSoFar;
      this.complain(() =>
        report(
          syntax,
          "having-without-parentheses",
          this.stretch(joint.startOffset, joint.startOffset + joint.image.length),
          { word: joint.image },
          {
            fixes: [
              {
                title: "put parentheses round the condition",
                edits: [
                  { at: this.stretch(start, start), text: "(" },
                  { at: this.stretch(end, end), text: ")" },
                ],
              },
            ],
          },
        ),
      );
    });
    return condition;
  });
}

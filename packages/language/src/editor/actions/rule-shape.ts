/**
 * The shape of a rule: its text below the title with gaps where single codes, numbers and dates stand. Rules of one
 * shape say the same of different values, and can be rows of a table.
 */
import { codeShape } from "@edict/rulebook";
import type { Clause, Node, RuleDeclaration, SetItem } from "../../ast/nodes.js";
import type { ColumnTypeWord } from "../../ast/nodes.js";
import { itemsOf, partsOf } from "../../names/statement-parts.js";
import { isStatement } from "../../names/versions.js";
import type { Source } from "../../source/source.js";

/** A value that may differ between rules of one shape. */
export interface Gap extends Node {
  readonly text: string;
  readonly type: Extract<ColumnTypeWord, "code" | "number" | "date">;
  /** What a column of such values is best called. */
  readonly column: string;
}

export interface RuleShape {
  /** Equal for rules of one shape. */
  readonly key: string;
  readonly gaps: readonly Gap[];
}

/** The shape of a rule that was read without mistakes. */
export function shapeOf(source: Source, rule: RuleDeclaration): RuleShape {
  const gaps = rule.clauses.flatMap((clause) => gapsOf(source, clause)).sort((left, right) => left.start - right.start);
  let key = "";
  let from = rule.title.end;
  for (const gap of gaps) {
    key += `${source.text.slice(from, gap.start)}\u0000${gap.type}`;
    from = gap.end;
  }
  key += source.text.slice(from, rule.end);
  return { key: key.replace(/\s+/g, " "), gaps };
}

function gapsOf(source: Source, clause: Clause): readonly Gap[] {
  const gap = ({ start, end }: Node, type: Gap["type"], column: string): Gap => ({
    start,
    end,
    type,
    column,
    text: source.text.slice(start, end),
  });
  if (clause.kind === "effective") {
    return [
      ...(clause.from?.kind === "date-literal" ? [gap(clause.from, "date", "starts")] : []),
      ...(clause.to?.kind === "date-literal" ? [gap(clause.to, "date", "ends")] : []),
    ];
  }
  if (clause.kind === "suggest") {
    const { suggestion } = clause;
    return suggestion.kind === "replace" && suggestion.code.kind === "word"
      ? [gap(suggestion.code, "code", "suggested")]
      : [];
  }
  if (!isStatement(clause)) return [];
  const parts = partsOf(clause);
  const gaps = parts.codes.flatMap((codes, at) =>
    itemsOf(codes)
      .filter(isPlainCode)
      .map(({ value }) => gap(value, "code", at === 0 ? "code" : "other")),
  );
  for (const { amount, measure } of parts.quantities) {
    if (amount.kind === "number-literal" && !amount.money) gaps.push(gap(amount, "number", measure));
  }
  if (parts.replacement?.kind === "word") gaps.push(gap(parts.replacement, "code", "new"));
  return gaps;
}

function isPlainCode({ value, from, until }: SetItem): boolean {
  return value.kind === "word" && codeShape.test(value.text) && from === null && until === null;
}

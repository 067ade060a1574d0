/** The mentions of a rule's, an override's or a waiver's clauses. */
import type { Clause, CodeExpression, NumberLiteral, RowReference, SetItem, Statement, Word } from "../../ast/nodes.js";
import type { SetKind } from "../../names/sets/blocks.js";
import { itemsOf, partsOf } from "../../names/statement-parts.js";
import type { Source } from "../../source/source.js";
import type { ConditionPlace } from "./of-condition.js";
import { mentionOfRow, mentionsOfCondition } from "./of-condition.js";
import type { RowsOf, Take } from "./mention.js";
import { mentionsOfMessage } from "./quoted.js";

/** Takes what the clauses of a declaration mention; `rule` is the rule that they are of. */
export function mentionsOfClauses(source: Source, rule: string, clauses: readonly Clause[], take: Take): void {
  const own = clauses.find((clause) => clause.kind === "rows");
  const rows: RowsOf = own === undefined ? { kind: "rule", name: rule } : { kind: "table", name: own.table.text };
  for (const clause of clauses) ofClause({ source, rows }, clause, take);
}

/** Takes an item of a list of codes, diagnoses or modifiers. */
export function mentionsOfItem(of: SetKind, { value }: SetItem, rows: RowsOf | null, take: Take): void {
  switch (value.kind) {
    case "word":
      take(value, value.text, { kind: "item", of });
      return;
    case "range-literal":
      take(value.first, value.first.text, { kind: "item", of });
      take(value.last, value.last.text, { kind: "item", of });
      return;
    case "row-reference":
      if (rows !== null) mentionOfRow(value, rows, null, take);
      return;
  }
}

function ofClause(place: ConditionPlace, clause: Clause, take: Take): void {
  switch (clause.kind) {
    case "for":
      for (const payer of clause.payers) take(payer, payer.text, { kind: "name" });
      return;
    case "in":
      for (const setting of clause.settings) take(setting, setting.text, { kind: "name" });
      return;
    case "rows":
      take(clause.table, clause.table.text, { kind: "name" });
      return;
    case "effective":
      for (const bound of [clause.from, clause.to]) {
        if (bound?.kind === "row-reference") mentionOfRow(bound, place.rows, null, take);
      }
      return;
    case "because":
      take(clause.authority, clause.authority.text, { kind: "name" });
      return;
    case "when":
    case "unless":
      mentionsOfCondition(place, clause.condition, take);
      return;
    case "outcome":
      if (clause.message !== null) mentionsOfMessage(place.source, clause.message, place.rows, take);
      return;
    case "suggest":
      if (clause.suggestion.kind === "modifier") {
        const { modifier } = clause.suggestion;
        take(modifier, modifier.text, { kind: "item", of: "modifiers" });
      } else if (clause.suggestion.kind === "replace") ofCode(place, clause.suggestion.code, take);
      return;
    case "bundle":
    case "forbid":
    case "requires":
    case "sequence":
    case "limit":
    case "expect":
    case "replace":
      ofStatement(place, clause, take);
      return;
  }
}

function ofStatement(place: ConditionPlace, statement: Statement, take: Take): void {
  const parts = partsOf(statement);
  for (const codes of parts.codes) ofCodes(place, codes, take);
  for (const amount of parts.amounts) ofAmount(place, amount, take);
  for (const episode of parts.episodes) take(episode, episode.text, { kind: "name" });
  for (const field of parts.fields) take(field, field.text, { kind: "field" });
  if (parts.condition !== null) {
    const { of, table } = parts.condition;
    if (table !== null) take(table, table.text, { kind: "name" });
    const rows: RowsOf = table === null ? place.rows : { kind: "table", name: table.text };
    mentionsOfCondition({ ...place, rows }, of, take);
  }
  if (parts.replacement !== null) ofCode(place, parts.replacement, take);
}

function ofCodes(place: ConditionPlace, codes: CodeExpression, take: Take): void {
  for (const item of itemsOf(codes)) mentionsOfItem("codes", item, place.rows, take);
  if (codes.having !== null) mentionsOfCondition(place, codes.having, take);
}

function ofAmount({ rows }: ConditionPlace, amount: NumberLiteral | RowReference, take: Take): void {
  if (amount.kind === "row-reference") mentionOfRow(amount, rows, null, take);
}

function ofCode({ rows }: ConditionPlace, code: Word | RowReference, take: Take): void {
  if (code.kind === "row-reference") mentionOfRow(code, rows, null, take);
  else take(code, code.text, { kind: "item", of: "codes" });
}

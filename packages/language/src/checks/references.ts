/** The names in a version's clauses: payers, settings, tables, authorities, episodes, fields, sets and columns. */
import { codeShape } from "@edict/rulebook";
import type { NameReference } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import type { Book } from "../names/book.js";
import { itemsOf, partsOf } from "../names/statement-parts.js";
import type { ClauseGroup, RuleVersion } from "../names/versions.js";
import { tableOf } from "../names/versions.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { checkColumn } from "./columns.js";
import { findField } from "./conditions.js";
import { checkExcept, checkItem } from "./sets.js";
import { checkName, checkValue } from "./words.js";

/** Reports names that are not declared, or are not what must stand there. */
export function checkReferences(book: Book, version: RuleVersion): void {
  checkReach(book, version.clauses);
  const { rows, statement, suggest } = version.clauses;
  const table = tableOf(book, version);
  if (rows !== null) checkName(book, rows.source, rows.node.table, ["table"], "a table");
  if (statement !== null) {
    const { source } = statement;
    const parts = partsOf(statement.node);
    for (const codes of parts.codes) {
      for (const item of itemsOf(codes)) checkItem(book, "codes", source, item, table);
      if (!codes.any) checkExcept(book, "codes", source, codes.items, codes.except);
    }
    for (const amount of parts.amounts) {
      if (amount.kind === "row-reference") checkColumn(book, source, amount, table, ["number"], "numbers");
    }
    for (const episode of parts.episodes) {
      if (!reportLength(book, source, episode)) checkName(book, source, episode, ["episode"], "an episode");
    }
    for (const field of parts.fields) findField(book, source, field);
    const named = parts.condition?.table ?? null;
    if (named !== null) checkName(book, source, named, ["table"], "a table");
    if (parts.replacement?.kind === "word") checkValue(book, "codes", source, parts.replacement);
    if (parts.replacement?.kind === "row-reference")
      checkColumn(book, source, parts.replacement, table, ["code"], "codes");
  }
  if (suggest === null) return;
  const { suggestion } = suggest.node;
  if (suggestion.kind === "modifier") checkValue(book, "modifiers", suggest.source, suggestion.modifier);
  if (suggestion.kind !== "replace") return;
  const { code } = suggestion;
  if (code.kind === "row-reference") checkColumn(book, suggest.source, code, table, ["code"], "codes");
  else if (!codeShape.test(code.text)) checkValue(book, "codes", suggest.source, code);
}

/** Reports unknown payers, settings and authorities. */
export function checkReach(book: Book, clauses: ClauseGroup): void {
  for (const payer of clauses.for?.node.payers ?? []) {
    if (clauses.for !== null) checkName(book, clauses.for.source, payer, ["payer", "payers"], "a payer");
  }
  for (const setting of clauses.in?.node.settings ?? []) {
    if (clauses.in !== null) checkName(book, clauses.in.source, setting, ["setting"], "a setting");
  }
  for (const { source, node } of clauses.because)
    checkName(book, source, node.authority, ["authority"], "an authority");
}

/** `per week`: a window has a number, and what has none is the name of an episode. */
function reportLength(book: Book, source: Source, { text, ...at }: NameReference): boolean {
  if (!["week", "month", "year"].includes(text) || book.declared.has(text)) return false;
  if (!/\bper\s+$/.test(source.text.slice(0, at.start).slice(-20))) return false;
  const place = stretchOf(source, at);
  const meant = `1 ${text}`;
  const fixes = [{ title: `write ${meant}`, edits: [{ at: place, text: meant }] }];
  book.diagnostics.push(report(syntax, "spelt-otherwise", place, { seen: text, meant }, { fixes }));
  return true;
}

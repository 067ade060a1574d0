/** The placeholders of a message: does the language know them, and can the statement fill them? */
import { placeholders } from "@edict/rulebook";
import type { Statement } from "../ast/nodes.js";
import { nearest } from "../diagnostics/near.js";
import { names } from "../diagnostics/names.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import { messagePieces, placeholderPlaces } from "../names/placeholders.js";
import { partsOf } from "../names/statement-parts.js";
import { columnNamed } from "../names/tables.js";
import type { RuleVersion } from "../names/versions.js";
import { tableOf } from "../names/versions.js";
import { stretchOf } from "../source/source.js";

/** Reports placeholders of a version's message that are unknown or stay empty. */
export function checkPlaceholders(book: Book, version: RuleVersion): void {
  const { outcome, statement } = version.clauses;
  if (outcome === null || outcome.node.message === null) return;
  const { source } = outcome;
  const { message } = outcome.node;
  const places = placeholderPlaces(source.text.slice(message.start, message.end));
  const used = messagePieces(message.text).flatMap((piece) => (piece.kind === "placeholder" ? [piece.name] : []));
  for (const [index, name] of used.entries()) {
    const place = places[index];
    const node = place === undefined ? message : { start: message.start + place.start, end: message.start + place.end };
    const at = stretchOf(source, node);
    const problem = problemOf(book, version, statement?.node ?? null, name);
    if (problem === null) continue;
    if (problem.kind === "unknown") {
      const near = nearest(name, placeholders);
      const fixes = near === null ? [] : [{ title: `write {${near}}`, edits: [{ at, text: `{${near}}` }] }];
      const facts = { name, near, known: placeholders };
      book.diagnostics.push(report(rules, "unknown-placeholder", at, facts, { fixes }));
    } else if (problem.kind === "empty") {
      book.diagnostics.push(report(rules, "unfillable-placeholder", at, { name, needs: problem.needs }));
    } else {
      const near = nearest(problem.column, problem.columns);
      const fixes = near === null ? [] : [{ title: `write {row.${near}}`, edits: [{ at, text: `{row.${near}}` }] }];
      const facts = { name: problem.column, table: problem.table, columns: problem.columns, near };
      book.diagnostics.push(report(names, "unknown-column", at, facts, { fixes }));
    }
  }
}

type Problem =
  | { readonly kind: "unknown" }
  | { readonly kind: "empty"; readonly needs: string }
  | { readonly kind: "column"; readonly column: string; readonly table: string; readonly columns: readonly string[] };

function problemOf(book: Book, version: RuleVersion, statement: Statement | null, name: string): Problem | null {
  if (name.startsWith("row.")) {
    const table = tableOf(book, version);
    const column = name.slice("row.".length);
    if (table === null) return { kind: "empty", needs: "a rule with for each row of TABLE" };
    if (table === "unknown" || table.declaration.node.broken || columnNamed(table, column) !== null) return null;
    return { kind: "column", column, table: table.name, columns: table.columns.map((one) => one.name) };
  }
  const known = placeholders.find((one) => one === name);
  if (known === undefined) return { kind: "unknown" };
  if (statement === null) return null;
  const parts = partsOf(statement);
  switch (known) {
    case "code":
    case "date":
    case "units":
    case "payer":
      return null;
    case "other.code":
    case "other.date":
    case "days":
      return parts.pair ? null : { kind: "empty", needs: "bundle and forbid … with" };
    case "count":
    case "allowed": {
      const counted = parts.counts || parts.quantities.length > 0;
      return counted ? null : { kind: "empty", needs: "limit, expect and at least N" };
    }
  }
}

/** Reason codes of an outcome, and a suggestion that the statement cannot make. */
import type { Statement, Word } from "../ast/nodes.js";
import { report } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import type { Book } from "../names/book.js";
import { carcShape, rarcShape } from "../names/shapes.js";
import { partsOf } from "../names/statement-parts.js";
import type { RuleVersion } from "../names/versions.js";
import type { Source } from "../source/source.js";
import { stretchOf } from "../source/source.js";
import { isOdd } from "./words.js";

/** Reports reason codes that are none, `suggest units` without an allowance and `suggest nearest code` without a list. */
export function checkOutcome(book: Book, { clauses }: RuleVersion): void {
  const { outcome, suggest, statement } = clauses;
  if (outcome !== null) {
    checkReason(book, outcome.source, outcome.node.carc, "not-a-carc", carcShape);
    checkReason(book, outcome.source, outcome.node.rarc, "not-a-rarc", rarcShape);
  }
  if (suggest === null || statement === null) return;
  const at = stretchOf(suggest.source, suggest.node);
  const { kind } = suggest.node.suggestion;
  if (kind === "units" && !partsOf(statement.node).counts)
    book.diagnostics.push(report(rules, "units-without-allowance", at, {}));
  if (kind === "nearest-code" && !mayListCodes(book, statement.node))
    book.diagnostics.push(report(rules, "nearest-without-list", at, {}));
}

/** Whether a statement asks for a row of a list of valid codes; true also where the table is unknown, which is reported. */
function mayListCodes(book: Book, statement: Statement): boolean {
  const table = partsOf(statement).condition?.table ?? null;
  if (table === null) return false;
  const facts = book.tables.get(table.text);
  return facts === undefined || facts.declaration.node.broken || facts.declaration.node.lists !== null;
}

function checkReason(
  book: Book,
  source: Source,
  word: Word | null,
  code: "not-a-carc" | "not-a-rarc",
  shape: RegExp,
): void {
  if (word === null || shape.test(word.text) || isOdd(word.text)) return;
  // Remittances show a reason with its group before it: CO-97.
  const bare = word.text.toUpperCase().replace(/^(?:CO|CR|OA|PI|PR)-?(?=.)/, "");
  const proposal = shape.test(bare) ? bare : null;
  const at = stretchOf(source, word);
  const fixes = proposal === null ? [] : [{ title: `write ${proposal}`, edits: [{ at, text: proposal }] }];
  book.diagnostics.push(report(rules, code, at, { seen: word.text, proposal }, { fixes }));
}

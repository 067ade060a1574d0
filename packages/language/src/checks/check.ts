/** All checks of a rulebook, in order and in units. What one check reports never keeps another from looking. */
import type { Declaration } from "../ast/nodes.js";
import type { Unit, UnitGroup } from "../incremental/units.js";
import { unitsByFile } from "../incremental/units-by-file.js";
import type { Book, RuleParts } from "../names/book.js";
import type { Placed } from "../names/declared.js";
import { versionsOf } from "../names/versions.js";
import { checkAlways } from "./always.js";
import { checkAmounts } from "./amounts.js";
import { checkClauses } from "./clauses.js";
import { checkConditions } from "./conditions.js";
import { checkDeclaredSet } from "./declared-sets.js";
import { checkEffective } from "./effective.js";
import { checkLayout } from "./layouts.js";
import { checkOutcome } from "./outcome.js";
import { checkChangedRule, checkOverrides } from "./overrides.js";
import { checkParty } from "./parties.js";
import { checkPlaceholders } from "./placeholders.js";
import { checkReferences } from "./references.js";
import { checkScope } from "./scope.js";
import { checkSetDates } from "./set-dates.js";
import type { FileLookup } from "./tables.js";
import { checkTable } from "./tables.js";
import { checkTest } from "./tests.js";
import { checkUnused } from "./unused.js";
import { checkWindows } from "./windows.js";

/** What is asked of each version of a rule. */
const versionChecks = [
  checkReferences,
  checkConditions,
  checkEffective,
  checkOutcome,
  checkPlaceholders,
  checkScope,
  checkWindows,
  checkAmounts,
  checkAlways,
  checkSetDates,
];

/** All that is to be looked at, file by file. `isFile` tells whether a table's file is there. */
export function checkUnits(book: Book, isFile: FileLookup): readonly UnitGroup[] {
  return unitsByFile(book, {
    ofDeclaration: (declaration) => {
      const look = lookAtDeclaration(declaration, isFile);
      // What files there are may change without a text that changes.
      const { node } = declaration;
      return look === null ? null : { look, always: node.kind === "table" && node.source.kind === "file-table" };
    },
    ofRule: (parts) => (watched) => checkRule(watched, parts),
  });
}

/** What needs all that the units said: what nothing uses. */
export function checkWhole(book: Book): void {
  // A slip in a name would else be told twice: as unknown where it is used, and as unused where it is declared.
  if (!book.diagnostics.some(({ severity }) => severity === "error")) checkUnused(book);
}

function lookAtDeclaration({ source, node }: Placed<Declaration>, isFile: FileLookup): Unit["look"] | null {
  switch (node.kind) {
    case "codes":
    case "diagnoses":
    case "modifiers":
    case "episode":
      return (book) => checkDeclaredSet(book, source, node);
    case "payer":
    case "payers":
    case "setting":
    case "field":
      return (book) => checkParty(book, source, node);
    case "layout":
      return (book) => checkLayout(book, source, node);
    case "table":
      return (book) => checkTable(book, { source, node }, isFile);
    case "override":
    case "waive":
      return (book) => checkChangedRule(book, source, node);
    case "test":
      return (book) => checkTest(book, source, node);
    case "use":
    case "authority":
    case "rule":
      return null;
  }
}

/** A rule with what changes it elsewhere. */
function checkRule(book: Book, parts: RuleParts): void {
  checkClauses(book, parts);
  for (const version of versionsOf(parts)) for (const look of versionChecks) look(book, version);
  checkOverrides(book, parts);
}

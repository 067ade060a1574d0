/** All checks of a rulebook, in order. What one check reports never keeps another from looking. */
import type { Book } from "../names/book.js";
import { versionsOf } from "../names/versions.js";
import { checkAlways } from "./always.js";
import { checkAmounts } from "./amounts.js";
import { checkClauses } from "./clauses.js";
import { checkConditions } from "./conditions.js";
import { checkDeclaredSets } from "./declared-sets.js";
import { checkEffective } from "./effective.js";
import { checkLayouts } from "./layouts.js";
import { checkOutcome } from "./outcome.js";
import { checkChangedRules, checkOverrides } from "./overrides.js";
import { checkParties } from "./parties.js";
import { checkPlaceholders } from "./placeholders.js";
import { checkReferences } from "./references.js";
import { checkScope } from "./scope.js";
import { checkSetDates } from "./set-dates.js";
import type { FileLookup } from "./tables.js";
import { checkTables } from "./tables.js";
import { checkTests } from "./tests.js";
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

/** Looks at everything that is declared. */
export function check(book: Book, isFile: FileLookup): void {
  checkDeclaredSets(book);
  checkParties(book);
  checkLayouts(book);
  checkTables(book, isFile);
  checkChangedRules(book);
  for (const parts of book.rules) {
    checkClauses(book, parts);
    for (const version of versionsOf(parts)) for (const look of versionChecks) look(book, version);
    checkOverrides(book, parts);
  }
  checkTests(book);
  // A slip in a name would else be told twice: as unknown where it is used, and as unused where it is declared.
  if (!book.diagnostics.some(({ severity }) => severity === "error")) checkUnused(book);
}

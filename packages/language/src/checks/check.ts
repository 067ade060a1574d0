/** All checks of a rulebook, in order and in units. What one check reports never keeps another from looking. */
import type { Unit } from "../incremental/units.js";
import type { Book, RuleParts } from "../names/book.js";
import { allOf } from "../names/declared.js";
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

/** All that is to be looked at, in order. `isFile` tells whether a table's file is there. */
export function checkUnits(book: Book, isFile: FileLookup): readonly Unit[] {
  const { sets, parties, layouts, changes, tests } = declarationUnits(book);
  const tables = allOf(book.declared, "table").map((placed): Unit => {
    const look = (watched: Book): void => checkTable(watched, placed, isFile);
    return { ...unit("table", placed.node, look), always: placed.node.source.kind === "file-table" };
  });
  return [...sets, ...parties, ...layouts, ...tables, ...changes, ...book.rules.map(ruleUnit), ...tests];
}

/** What needs all that the units said: what nothing uses. */
export function checkWhole(book: Book): void {
  // A slip in a name would else be told twice: as unknown where it is used, and as unused where it is declared.
  if (!book.diagnostics.some(({ severity }) => severity === "error")) checkUnused(book);
}

function declarationUnits(book: Book) {
  const found = { sets: unitList(), parties: unitList(), layouts: unitList(), changes: unitList(), tests: unitList() };
  for (const { source, node: file } of book.files) {
    for (const node of file.declarations) {
      switch (node.kind) {
        case "codes":
        case "diagnoses":
        case "modifiers":
        case "episode":
          found.sets.push(unit("set", node, (watched) => checkDeclaredSet(watched, source, node)));
          break;
        case "payer":
        case "payers":
        case "setting":
        case "field":
          found.parties.push(unit("party", node, (watched) => checkParty(watched, source, node)));
          break;
        case "layout":
          found.layouts.push(unit("layout", node, (watched) => checkLayout(watched, source, node)));
          break;
        case "override":
        case "waive":
          found.changes.push(unit("change", node, (watched) => checkChangedRule(watched, source, node)));
          break;
        case "test":
          found.tests.push(unit("test", node, (watched) => checkTest(watched, source, node)));
          break;
        case "use":
        case "authority":
        case "table":
        case "rule":
          break;
      }
    }
  }
  return found;
}

/** A rule with what changes it elsewhere. */
function ruleUnit(parts: RuleParts): Unit {
  const look = (book: Book): void => {
    checkClauses(book, parts);
    for (const version of versionsOf(parts)) for (const look of versionChecks) look(book, version);
    checkOverrides(book, parts);
  };
  const others = [...parts.overrides, ...parts.waivers].map(({ node }) => node);
  return { ...unit("rule", parts.rule.node, look), others };
}

function unit(check: string, node: object, look: Unit["look"]): Unit {
  return { check, node, others: [], always: false, look };
}

function unitList(): Unit[] {
  return [];
}

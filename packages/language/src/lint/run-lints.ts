/**
 * What `edict check` says of a rulebook: the errors of the language, and with them its warnings and the lints, as the
 * project's settings and the comments in the text have them. Nothing here keeps a rulebook from being run.
 */
import type { Diagnostic } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import { severities } from "../diagnostics/catalogues.js";
import { inOrder } from "../diagnostics/in-order.js";
import { changesBetween } from "../incremental/changes.js";
import type { History } from "../incremental/facts.js";
import { advance, newHistory } from "../incremental/facts.js";
import type { Memory, UnitGroup } from "../incremental/units.js";
import { lookAt } from "../incremental/units.js";
import { unitsByFile } from "../incremental/units-by-file.js";
import type { Book } from "../names/book.js";
import type { RowsOfTable, ValidCodes } from "../names/valid-codes.js";
import { areSameCodes, validCodesOf } from "../names/valid-codes.js";
import { versionsOf } from "../names/versions.js";
import { lints } from "./families.js";
import { noSettings, type SettingsOf } from "./settings/settings.js";
import { quiet } from "./silences/quiet.js";

/**
 * The diagnostics of an analysis together with those of the lints, by file, position and code. `rowsOf` gives the rows of
 * tables that list valid codes and stand in files.
 */
export function lint(
  analysis: Analysis,
  settingsOf: SettingsOf = () => noSettings,
  rowsOf: RowsOfTable = () => null,
): readonly Diagnostic[] {
  const steps = lintInSteps(analysis, settingsOf, { rowsOf });
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/**
 * The same, to be walked through step by step: after each, something else may be done, or all left. `previous` is an
 * earlier analysis of the same rulebook that was linted too; what was found then and still holds is taken over.
 */
export function* lintInSteps(
  analysis: Analysis,
  settingsOf: SettingsOf,
  { previous = null, rowsOf = () => null }: { readonly previous?: Analysis | null; readonly rowsOf?: RowsOfTable } = {},
): Generator<undefined, readonly Diagnostic[]> {
  const { diagnostics } = analysis;
  const book = { ...analysis.book, validCodes: validCodesOf(analysis.book, rowsOf) };
  const before = previous === null ? undefined : memories.get(previous);
  const earlier =
    previous === null || before === undefined || !areSameCodes(before.validCodes, book.validCodes)
      ? null
      : { memory: before.memory, changes: changesBetween(previous.book, book) };
  const looked = yield* lookAt(lintUnits(book), book, earlier);
  memories.set(analysis, { memory: looked.memory, validCodes: book.validCodes });
  const history = (previous === null ? undefined : histories.get(previous)) ?? newHistory();
  histories.set(analysis, history);
  advance(history, book);
  const whole = !diagnostics.some(({ severity }) => severity === "error");
  const found = [...diagnostics, ...looked.diagnostics];
  // One book for all of them: some keep by it what they share.
  const remembering = { ...book, history };
  for (const one of whole ? byWhat.book : []) {
    for (const diagnostic of one.look(remembering, null)) found.push(diagnostic);
    yield;
  }
  const isOff = (code: string, file: string): boolean => settingsOf(file).lint.get(code) === "off";
  return settle(analysis, found, settingsOf, { whole, isOff });
}

// What the lints of an analysis found, and what facts they asked for, for the next one.
const memories = new WeakMap<Analysis, { readonly memory: Memory; readonly validCodes: ValidCodes | null }>();
const histories = new WeakMap<Analysis, History>();

/** The diagnostics of an analysis without the lints, as the settings and the comments have them. */
export function settled(analysis: Analysis, settingsOf: SettingsOf): readonly Diagnostic[] {
  return settle(analysis, analysis.diagnostics, settingsOf, { whole: false, isOff: () => false });
}

function settle(
  { files }: Analysis,
  found: readonly Diagnostic[],
  settingsOf: SettingsOf,
  looked: Parameters<typeof quiet>[2],
): readonly Diagnostic[] {
  const said = quiet(files.values(), found, looked).flatMap((diagnostic): readonly Diagnostic[] => {
    // The errors of the language are what they are, whatever a file says.
    if (severities.get(diagnostic.code) === "error") return [diagnostic];
    const severity = settingsOf(diagnostic.span.file).lint.get(diagnostic.code) ?? diagnostic.severity;
    if (severity === "off") return [];
    // The same object where it is the same: so it can be seen that a list did not change.
    return [severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity }];
  });
  return inOrder(said);
}

const byWhat = {
  declaration: lints.filter(isLookingAt("declaration")),
  rule: lints.filter(isLookingAt("rule")),
  version: lints.filter(isLookingAt("version")),
  book: lints.filter(isLookingAt("book")),
};

/**
 * What is to be looked at, but for what needs the whole rulebook. What could not be read in full was reported, and nothing
 * more is said of it.
 */
function lintUnits(book: Book): readonly UnitGroup[] {
  return unitsByFile(book, {
    ofDeclaration: ({ source, node }) => {
      if (node.broken) return null;
      const look = (watched: Book): void => {
        for (const one of byWhat.declaration) add(watched, one.look(watched, { source, node }));
      };
      return { look, always: false };
    },
    ofRule: (parts) => {
      if (parts.rule.node.broken) return null;
      return (watched) => {
        for (const one of byWhat.rule) add(watched, one.look(watched, parts));
        for (const version of versionsOf(parts)) {
          if (version.override?.node.broken === true) continue;
          for (const one of byWhat.version) add(watched, one.look(watched, version));
        }
      };
    },
  });
}

function add(book: Book, found: readonly Diagnostic[]): void {
  for (const one of found) book.diagnostics.push(one);
}

function isLookingAt<K extends (typeof lints)[number]["looksAt"]>(
  looksAt: K,
): (lint: (typeof lints)[number]) => lint is Extract<(typeof lints)[number], { readonly looksAt: K }> {
  return (lint): lint is Extract<(typeof lints)[number], { readonly looksAt: K }> => lint.looksAt === looksAt;
}

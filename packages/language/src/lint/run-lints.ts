/**
 * What `edict check` says of a rulebook: the errors of the language, and with them its warnings and the lints, as the
 * project's settings and the comments in the text have them. Nothing here keeps a rulebook from being run.
 */
import type { Diagnostic } from "@edict/rulebook";
import type { Analysis } from "../analyse.js";
import { severities } from "../diagnostics/catalogues.js";
import { inOrder } from "../diagnostics/in-order.js";
import type { Book } from "../names/book.js";
import { versionsOf } from "../names/versions.js";
import { lints } from "./families.js";
import { noSettings, type SettingsOf } from "./settings/settings.js";
import { quiet } from "./silences/quiet.js";

/** What an editor may leave out, for the sake of an answer at once. */
export interface LintRequest {
  /** The files whose declarations are looked at; all of them where it is not there. */
  readonly files?: ReadonlySet<string>;
  /** Whether what needs the whole rulebook is left for later. */
  readonly withoutBook?: boolean;
}

/** The diagnostics of an analysis together with those of the lints, by file, position and code. */
export function lint(
  analysis: Analysis,
  settingsOf: SettingsOf = () => noSettings,
  request: LintRequest = {},
): readonly Diagnostic[] {
  const { book, diagnostics } = analysis;
  const wrong = diagnostics.some(({ severity }) => severity === "error");
  const found = [...diagnostics, ...look(book, request, wrong)];
  const whole = !wrong && request.files === undefined && request.withoutBook !== true;
  const isOff = (code: string, file: string): boolean => settingsOf(file).lint.get(code) === "off";
  return settle(analysis, found, settingsOf, { whole, isOff });
}

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
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
  return inOrder(said);
}

/** What the lints find. What could not be read in full was reported, and nothing more is said of it. */
function look(book: Book, { files, withoutBook }: LintRequest, wrong: boolean): readonly Diagnostic[] {
  const isAsked = (path: string): boolean => files === undefined || files.has(path);
  const found: Diagnostic[] = [];
  const add = (diagnostics: readonly Diagnostic[]): void => {
    for (const one of diagnostics) found.push(one);
  };
  const by = <K extends (typeof lints)[number]["looksAt"]>(looksAt: K) => lints.filter(isLookingAt(looksAt));
  for (const { source, node } of book.files) {
    if (!isAsked(source.path)) continue;
    for (const declaration of node.declarations) {
      if (declaration.broken) continue;
      for (const one of by("declaration")) add(one.look(book, { source, node: declaration }));
    }
  }
  for (const parts of book.rules) {
    const { rule, overrides, waivers } = parts;
    if (rule.node.broken || ![rule, ...overrides, ...waivers].some(({ source }) => isAsked(source.path))) continue;
    for (const one of by("rule")) add(one.look(book, parts));
    for (const version of versionsOf(parts)) {
      if (version.override?.node.broken === true) continue;
      for (const one of by("version")) add(one.look(book, version));
    }
  }
  if (!wrong && withoutBook !== true) for (const one of by("book")) add(one.look(book, null));
  return found;
}

function isLookingAt<K extends (typeof lints)[number]["looksAt"]>(
  looksAt: K,
): (lint: (typeof lints)[number]) => lint is Extract<(typeof lints)[number], { readonly looksAt: K }> {
  return (lint): lint is Extract<(typeof lints)[number], { readonly looksAt: K }> => lint.looksAt === looksAt;
}

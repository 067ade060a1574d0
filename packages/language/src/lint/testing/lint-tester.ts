/**
 * Tests of lints and their fixes over rule text: `<|range|>` marks what a lint must find, and it must find nothing else.
 * A preferred fix is held to what it promises: the compiled rulebook says the same as before.
 */
import type { Diagnostic, Rulebook } from "@edict/rulebook";
import { expect } from "vitest";
import { memoryHost } from "../../../../../test/hosts/memory-host.js";
import { analyse } from "../../analyse.js";
import { lower } from "../../compile.js";
import { filesOf, marked } from "../../editor/testing/marked-text.js";
import { applyPreferred } from "../fixes/apply-fixes.js";
import type { RowsOfTable } from "../../names/valid-codes.js";
import { lint } from "../run-lints.js";
import { noSettings } from "../settings/settings.js";

/** Asserts that the diagnostics of a code stand at the marks of a text, and that the text has no error. */
export function expectFound(code: string, written: string): void {
  const marks = new Map([...filesOf(written)].map(([path, text]) => [path, marked(text)]));
  const texts = new Map([...marks].map(([path, { text }]) => [path, text]));
  const found = diagnosticsOf(texts).filter((one) => one.code === code);
  const shown = new Map([...texts].map(([path, text]) => [path, withMarks(text, path, found)]));
  expect(shown).toEqual(new Map(filesOf(written)));
}

/** Asserts what a fix of the first diagnostic of a code makes of a text: the one with that title, or the only one. */
export function expectFix(code: string, before: string, after: string, title?: string): void {
  const texts = new Map(filesOf(before));
  const [own] = diagnosticsOf(texts).filter((one) => one.code === code);
  const fixes = own?.fixes.filter((fix) => title === undefined || fix.title === title) ?? [];
  expect(fixes.map((fix) => fix.title)).toHaveLength(1);
  const [fix] = fixes;
  if (own === undefined || fix === undefined) throw new Error("the fix was counted just now");
  const mended = applyPreferred(texts, [{ ...own, fixes: [{ ...fix, preferred: true }] }]);
  const left = new Map([...texts, ...mended.texts]);
  expect(left).toEqual(new Map(filesOf(after)));
  const still = diagnosticsOf(left).filter((one) => one.code === code && one.message === own.message);
  expect(still.map(({ at, message }) => `${at.line}: ${message}`)).toEqual([]);
  if (fix.preferred === true) expect(meaning(left)).toEqual(meaning(texts));
}

/** What the diagnostics of a code say, where tables in files have these rows. */
export function messagesOf(code: string, written: string, rowsOf: RowsOfTable): readonly string[] {
  const analysis = analyse(["rules.edict"], memoryHost(new Map(filesOf(written))));
  const found = lint(analysis, () => noSettings, rowsOf).filter((one) => one.code === code);
  return found.map(({ message }) => message);
}

function diagnosticsOf(texts: ReadonlyMap<string, string>): readonly Diagnostic[] {
  const analysis = analyse([""], memoryHost(texts));
  const errors = analysis.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ at, message }) => `${at.file}:${at.line}: ${message}`)).toEqual([]);
  return lint(analysis);
}

function withMarks(text: string, path: string, found: readonly Diagnostic[]): string {
  const spans = found.flatMap(({ span }) => (span.file === path ? [span] : []));
  const signs = spans.flatMap(({ start, end }) => [
    { at: start, sign: "<|" },
    { at: end, sign: "|>" },
  ]);
  return signs
    .sort((a, b) => b.at - a.at || (a.sign < b.sign ? -1 : 1))
    .reduce((so, { at, sign }) => so.slice(0, at) + sign + so.slice(at), text);
}

/** The compiled rulebook without places, and without the words in which a list of codes was written. */
function meaning(texts: ReadonlyMap<string, string>): unknown {
  const rulebook: Rulebook | null = lower(analyse([""], memoryHost(texts)));
  const words = new Set(["at", "label"]);
  return JSON.parse(JSON.stringify(rulebook, (key, value: unknown) => (words.has(key) ? undefined : value)));
}

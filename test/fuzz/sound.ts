/**
 * What holds of compiling and of the lints whatever the text: they answer, each diagnostic points into the text and says
 * something, and preferred fixes leave what can be run as it is.
 */
import type { Analysis } from "@edict/language";
import { analyse, applyPreferred, lint, lower } from "@edict/language";
import type { Diagnostic, Place } from "@edict/rulebook";
import { printRulebook } from "@edict/rulebook";
import { memoryHost } from "../hosts/memory-host.js";

/** Compiles a text as the only file of a rulebook, and throws where what must hold does not. */
export function soundly(text: string): readonly Diagnostic[] {
  const analysis = analysed(text);
  const { diagnostics } = analysis;
  const rulebook = lower(analysis);
  const starts = lineStarts(text);
  for (const one of diagnostics) checkDiagnostic(one, text, starts);
  const isBroken = diagnostics.some(({ severity }) => severity === "error");
  if ((rulebook === null) !== isBroken) throw new Error("a rulebook comes exactly where no diagnostic is an error");
  if (rulebook !== null) printRulebook(rulebook);
  checkLints(analysis, text, starts);
  return diagnostics;
}

function checkLints(analysis: Analysis, text: string, starts: readonly number[]): void {
  const diagnostics = lint(analysis);
  for (const one of diagnostics) checkDiagnostic(one, text, starts);
  const mended = applyPreferred(new Map([["a.edict", text]]), diagnostics).texts.get("a.edict");
  if (mended === undefined) return;
  const again = analysed(mended);
  const [before, after] = [analysis, again].map((one) => one.diagnostics.filter(isError).length);
  // In a text that is broken, one mended mistake may uncover others.
  if (before === 0 && after !== 0) throw new Error(`mending brings an error:\n${text}\n=>\n${mended}`);
  if (before === 0 && meaning(analysis) !== meaning(again)) {
    throw new Error(`mending changes what the rules say:\n${text}\n=>\n${mended}`);
  }
}

function analysed(text: string): Analysis {
  return analyse(["a.edict"], memoryHost(new Map([["a.edict", text]])));
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** The compiled rulebook without places, without the words in which lists were written, and without messages made from them. */
function meaning(analysis: Analysis): string {
  const words = new Set(["at", "label", "message"]);
  return JSON.stringify(lower(analysis), (key, value: unknown) => (words.has(key) ? undefined : value));
}

function checkDiagnostic(diagnostic: Diagnostic, text: string, starts: readonly number[]): void {
  const { at, span, message, related, fixes } = diagnostic;
  const fail = (why: string): never => {
    throw new Error(`${why}: ${JSON.stringify(diagnostic)}`);
  };
  if (message.trim() === "" || /undefined|NaN|\[object/.test(message)) fail("a message says nothing");
  if (!(0 <= span.start && span.start <= span.end && span.end <= text.length)) fail("a span lies outside of its text");
  if (offsetOf(at, starts) !== span.start) fail("a place and its span differ");
  for (const other of related) if (offsetOf(other.at, starts) > text.length) fail("a related place lies outside");
  for (const { span: edited } of fixes.flatMap(({ edits }) => edits)) {
    if (!(0 <= edited.start && edited.start <= edited.end && edited.end <= text.length)) fail("an edit lies outside");
  }
}

/** The offset of a place: columns count UTF-16 units from 1. */
function offsetOf({ line, column }: Place, starts: readonly number[]): number {
  return (starts[line - 1] ?? NaN) + column - 1;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

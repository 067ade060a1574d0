/** What holds of `compile` whatever the text: it answers, and each diagnostic points into the text and says something. */
import { compile } from "@edict/language";
import type { Diagnostic, Place } from "@edict/rulebook";
import { printRulebook } from "@edict/rulebook";
import { memoryHost } from "../hosts/memory-host.js";

/** Compiles a text as the only file of a rulebook, and throws where what must hold does not. */
export function soundly(text: string): readonly Diagnostic[] {
  const { rulebook, diagnostics } = compile(["a.edict"], memoryHost(new Map([["a.edict", text]])));
  const starts = lineStarts(text);
  for (const one of diagnostics) checkDiagnostic(one, text, starts);
  const isBroken = diagnostics.some(({ severity }) => severity === "error");
  if ((rulebook === null) !== isBroken) throw new Error("a rulebook comes exactly where no diagnostic is an error");
  if (rulebook !== null) printRulebook(rulebook);
  return diagnostics;
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

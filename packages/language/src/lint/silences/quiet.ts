/**
 * Diagnostics less those that a comment silences, and what is wrong with such comments. An error of the language is
 * never silenced, nor is what is said of the comments themselves.
 */
import type { Diagnostic } from "@edict/rulebook";
import { settableCodes, severities } from "../../diagnostics/catalogues.js";
import { nearest } from "../../diagnostics/near.js";
import type { ProposedFix } from "../../diagnostics/report.js";
import { report } from "../../diagnostics/report.js";
import { silences } from "../../diagnostics/silences.js";
import type { ParsedFile } from "../../names/declared.js";
import type { Stretch } from "../../source/source.js";
import { lineOf } from "../fixes/whole-lines.js";
import type { Silence } from "./comments.js";
import { silencesOf } from "./comments.js";

/** What is known when comments are judged. */
export interface Looked {
  /** True where everything was looked at, so that a comment without effect is known to have none. */
  readonly whole: boolean;
  /** True of a code that is switched off for a file. */
  readonly isOff: (code: string, file: string) => boolean;
}

/** Takes out what is silenced, and adds what is to be said of the silences. */
export function quiet(
  files: Iterable<ParsedFile>,
  found: readonly Diagnostic[],
  looked: Looked,
): readonly Diagnostic[] {
  const silencesByFile = new Map<string, readonly Silence[]>();
  for (const file of files) {
    const own = silencesOf(file);
    if (own.length > 0) silencesByFile.set(file.source.path, own);
  }
  if (silencesByFile.size === 0) return found;
  const used = new Set<Silence>();
  const left = found.filter((diagnostic) => {
    if (severities.get(diagnostic.code) === "error") return true;
    const own = silencesByFile.get(diagnostic.span.file) ?? [];
    const silencing = own.filter((silence) => isSilenced(diagnostic, silence));
    for (const one of silencing) used.add(one);
    return silencing.length === 0;
  });
  const said = [...silencesByFile.values()].flat().flatMap((silence) => judge(silence, used.has(silence), looked));
  return [...left, ...said];
}

/** A comment without a reason silences all the same: it is told once, for what it lacks. */
function isSilenced({ code, span }: Diagnostic, silence: Silence): boolean {
  const { covers } = silence;
  return silence.code?.text === code && covers !== null && covers.start <= span.start && span.start <= covers.end;
}

function judge(silence: Silence, used: boolean, { whole, isOff }: Looked): readonly Diagnostic[] {
  const { code, at } = silence;
  if (code === null) return [report(silences, "silence-of-nothing", at, {})];
  const severity = severities.get(code.text);
  if (severity === undefined) return [unknown(code)];
  if (severity === "error") {
    return [report(silences, "silence-of-an-error", at, { code: code.text }, { fixes: [takeOut(at)] })];
  }
  if (!used) {
    if (!whole || isOff(code.text, at.source.path)) return [];
    return [report(silences, "silence-without-effect", at, { code: code.text }, { fixes: [takeOut(at)] })];
  }
  return silence.reason === null ? [report(silences, "silence-without-reason", at, { code: code.text })] : [];
}

function unknown(code: { readonly text: string; readonly at: Stretch }): Diagnostic {
  const near = nearest(code.text, settableCodes);
  const fixes = near === null ? [] : [{ title: `write ${near}`, edits: [{ at: code.at, text: near }] }];
  return report(silences, "silence-of-unknown-code", code.at, { code: code.text, near }, { fixes });
}

/** Takes a comment out, with its line where it stands there alone. */
function takeOut(at: Stretch): ProposedFix {
  return { title: "take the comment out", edits: [{ at: lineOf(at), text: "" }], preferred: true };
}

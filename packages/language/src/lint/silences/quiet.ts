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
import { lastWhile } from "../../source/last-while.js";
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
  const all: Silence[] = [];
  // By file and code, so that a file of nothing but silences is read as fast as it is long.
  const byCode = new Map<string, Silence[]>();
  for (const file of files) {
    for (const silence of silencesOf(file)) {
      all.push(silence);
      const key = `${file.source.path}\n${silence.code?.text ?? ""}`;
      const known = byCode.get(key);
      if (known === undefined) byCode.set(key, [silence]);
      else known.push(silence);
    }
  }
  if (all.length === 0) return found;
  const finders = new Map([...byCode].map(([key, own]) => [key, covering(own)]));
  const used = new Set<Silence>();
  const left = found.filter(({ code, span }) => {
    if (severities.get(code) === "error") return true;
    // A comment without a reason silences all the same: it is told once, for what it lacks.
    const silencing = finders.get(`${span.file}\n${code}`)?.(span.start) ?? [];
    for (const one of silencing) used.add(one);
    return silencing.length === 0;
  });
  const said = all.flatMap((silence) => judge(silence, used.has(silence), looked));
  return [...left, ...said];
}

/** Finds the silences that cover an offset. A line lies within a declaration, and nothing else lies within another. */
function covering(silences: readonly Silence[]): (offset: number) => readonly Silence[] {
  const inOrder = silences
    .flatMap((silence) => (silence.covers === null ? [] : [{ silence, covers: silence.covers }]))
    .sort((one, other) => one.covers.start - other.covers.start || other.covers.end - one.covers.end);
  // The farthest end of all up to a place: beyond it nothing before reaches.
  let farthest = -1;
  const reach = inOrder.map(({ covers: { end } }) => (farthest = Math.max(farthest, end)));
  return (offset) => {
    const found: Silence[] = [];
    for (
      let at = lastWhile(inOrder, ({ covers }) => covers.start <= offset);
      at >= 0 && (reach[at] ?? -1) >= offset;
      at--
    ) {
      const one = inOrder[at];
      if (one !== undefined && one.covers.end >= offset) found.push(one.silence);
    }
    return found;
  };
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
  // Several codes are no slip in one.
  const near = code.text.includes(",") ? null : nearest(code.text, settableCodes);
  const fixes = near === null ? [] : [{ title: `write ${near}`, edits: [{ at: code.at, text: near }] }];
  return report(silences, "silence-of-unknown-code", code.at, { code: code.text, near }, { fixes });
}

/** Takes a comment out, with its line where it stands there alone. */
function takeOut(at: Stretch): ProposedFix {
  return { title: "take the comment out", edits: [{ at: lineOf(at), text: "" }], preferred: true };
}

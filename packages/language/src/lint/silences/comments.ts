/**
 * The comments of a file that silence a diagnostic: `# edict allow CODE: reason`, directly above a declaration for all of
 * it, or at the end of a line for that line.
 */
import type { ParsedFile } from "../../names/declared.js";
import type { Source, Stretch } from "../../source/source.js";
import { commentsOf } from "../../syntax/comments-of.js";
import { isSilence } from "../../syntax/silence-comments.js";

/** One such comment. */
export interface Silence {
  /** The comment from its sign to its end. */
  readonly at: Stretch;
  /** The code that it names, with its place; null where it names none. */
  readonly code: { readonly text: string; readonly at: Stretch } | null;
  readonly reason: string | null;
  /** Diagnostics that start here are silenced, at `end` too; null where it stands above nothing. */
  readonly covers: { readonly start: number; readonly end: number } | null;
}

/** The silencing comments of a file, in order. */
export function silencesOf(file: ParsedFile): readonly Silence[] {
  const known = silencesOfFiles.get(file);
  if (known !== undefined) return known;
  const found = readSilences(file);
  silencesOfFiles.set(file, found);
  return found;
}

// A file that did not change is the same object from one analysis to the next.
const silencesOfFiles = new WeakMap<ParsedFile, readonly Silence[]>();

function readSilences({ source, node }: ParsedFile): readonly Silence[] {
  if (!/edict[ \t]+allow/.test(source.text)) return [];
  const declared = new Map(node.declarations.map((declaration) => [declaration.start, declaration] as const));
  const { text } = source;
  const silences: Silence[] = [];
  // From below, so that a line of comments knows what the one under it stands above.
  let under = -1;
  let above: Silence["covers"] = null;
  for (const { start, end, alone } of commentsOf(source).toReversed()) {
    const comment = text.slice(start, end);
    const line = { start: text.lastIndexOf("\n", start) + 1, end: lineEnd(text, end) };
    if (!alone) {
      if (isSilence(comment)) silences.push(readSilence(source, start, comment, line));
      continue;
    }
    const next = firstSign(text, line.end + 1);
    if (next !== under) above = declared.get(next) ?? null;
    under = start;
    if (isSilence(comment)) silences.push(readSilence(source, start, comment, above));
  }
  return silences.reverse();
}

function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed < 0 ? text.length : feed;
}

/** The first sign of a line that is no blank; its end where there is none. */
function firstSign(text: string, lineStart: number): number {
  let at = lineStart;
  while (at < text.length && text.charAt(at) !== "\n" && text.charAt(at).trim() === "") at++;
  return at;
}

function readSilence(source: Source, start: number, comment: string, covers: Silence["covers"]): Silence {
  const parts = /^(?<lead>#[ \t]*edict[ \t]+allow[ \t]*)(?<code>[^\s:]*)[ \t]*:?[ \t]*(?<reason>.*)$/.exec(
    comment,
  )?.groups;
  const { lead = "", code = "", reason = "" } = parts ?? {};
  const codeStart = start + lead.length;
  return {
    at: { source, start, end: start + comment.length },
    code: code === "" ? null : { text: code, at: { source, start: codeStart, end: codeStart + code.length } },
    reason: reason.trim() === "" ? null : reason.trim(),
    covers,
  };
}

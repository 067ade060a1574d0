/**
 * The comments of a file that silence a diagnostic: `# edict allow CODE: reason`, directly above a declaration for all of
 * it, or at the end of a line for that line.
 */
import type { ParsedFile } from "../../names/declared.js";
import type { Source, Stretch } from "../../source/source.js";
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

/** A line of a text, by offsets; `comment` is where one starts, or -1. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Its first sign that is no blank; the end where there is none. */
  readonly first: number;
  readonly comment: number;
}

function readSilences({ source, node }: ParsedFile): readonly Silence[] {
  if (!/edict[ \t]+allow/.test(source.text)) return [];
  const declared = new Map(node.declarations.map((declaration) => [declaration.start, declaration] as const));
  const lines = linesOf(source.text);
  const silences: Silence[] = [];
  // From below, so that a line of comments knows what it stands above.
  let below: Silence["covers"] = null;
  for (const line of lines.toReversed()) {
    const alone = line.comment === line.first && line.comment >= 0;
    const comment = line.comment < 0 ? "" : source.text.slice(line.comment, line.end).trimEnd();
    if (isSilence(comment)) silences.push(readSilence(source, line.comment, comment, alone ? below : line));
    if (!alone) below = declared.get(line.first) ?? null;
  }
  return silences.reverse();
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

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, end);
    const comment = commentIn(line);
    lines.push({
      start,
      end,
      first: start + (line.length - line.trimStart().length),
      comment: comment < 0 ? -1 : start + comment,
    });
    start = end + 1;
  }
  return lines;
}

/** Where a comment starts on a line, or -1. A sign within a text or a row of a table starts none; a text ends with its line. */
function commentIn(line: string): number {
  if (line.trimStart().startsWith("|")) return -1;
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (quoted && sign === "\\") at++;
    else if (sign === '"') quoted = !quoted;
    else if (sign === "#" && !quoted) return at;
  }
  return -1;
}

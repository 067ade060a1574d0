/** Diagnostics in one line each: as the server sent them, and as a fresh check of the same texts has them. */
import { analyse, lint } from "@edict/language";
import { memoryHost } from "../hosts/memory-host.js";
import type { Message } from "./client.js";

/** A list as the server sent it. */
export interface Published {
  readonly uri: string;
  readonly version: number | null;
  readonly lines: readonly string[];
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface SentDiagnostic {
  readonly code: string;
  readonly severity: number;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** The diagnostics of a message; null where it is of something else. */
export function published({ method, params }: Message): Published | null {
  if (method !== "textDocument/publishDiagnostics") return null;
  const sent: { uri: string; version?: number; diagnostics: SentDiagnostic[] } = JSON.parse(JSON.stringify(params));
  return { uri: sent.uri, version: sent.version ?? null, lines: sent.diagnostics.map(sentLine) };
}

/** What a fresh check of these files says, by path; files without diagnostics are left out. */
export function freshly(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const diagnostics = lint(analyse([""], memoryHost(files.size === 0 ? new Map([["empty/", ""]]) : files)));
  const found = new Map<string, string[]>();
  for (const { code, severity, message, span } of diagnostics) {
    const text = files.get(span.file);
    if (text === undefined) continue;
    const range = { start: positionOf(text, span.start), end: positionOf(text, span.end) };
    const line = sentLine({ code, severity: severities[severity], message, range });
    found.set(span.file, [...(found.get(span.file) ?? []), line]);
  }
  return found;
}

const severities = { error: 1, warning: 2, info: 3 } as const;

function sentLine({ code, severity, message, range: { start, end } }: SentDiagnostic): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${code} ${severity} ${message}`;
}

/** Lines end at `\n`, `\r\n` and a lone `\r`; counted anew each time, in the plainest way. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  // Between the two signs of one line end nobody stands; it counts as before them.
  const lines = before.split(/\r\n|\r(?!$)|\n|\r$/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

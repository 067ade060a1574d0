/** The commands behind the lenses of the server, as the editor knows them. */
import type { CodeLens, ProviderResult } from "vscode";
import { Location, Position, Range, Uri } from "vscode";

/** What the server may put behind a lens; all else stands there as a text to read. */
export const lensCommands: readonly string[] = ["edict.showReferences", "edict.runTests", "edict.tryOnCharges"];

/** A lens whose references the editor itself shows. */
export async function withEditorsCommand(asked: ProviderResult<CodeLens>): Promise<CodeLens | null | undefined> {
  const lens = await asked;
  if (lens?.command?.command !== "edict.showReferences") return lens;
  const [uri, position, places]: readonly unknown[] = lens.command.arguments ?? [];
  const at = positionOf(position);
  if (typeof uri !== "string" || at === null || !Array.isArray(places)) return lens;
  const found = places.map(locationOf).filter((place) => place !== null);
  lens.command = { ...lens.command, command: "editor.action.showReferences", arguments: [Uri.parse(uri), at, found] };
  return lens;
}

function locationOf(sent: unknown): Location | null {
  if (typeof sent !== "object" || sent === null || !("uri" in sent) || !("range" in sent)) return null;
  const { uri, range } = sent;
  if (typeof uri !== "string" || typeof range !== "object" || range === null) return null;
  const start = "start" in range ? positionOf(range.start) : null;
  const end = "end" in range ? positionOf(range.end) : null;
  return start === null || end === null ? null : new Location(Uri.parse(uri), new Range(start, end));
}

function positionOf(sent: unknown): Position | null {
  if (typeof sent !== "object" || sent === null || !("line" in sent) || !("character" in sent)) return null;
  const { line, character } = sent;
  return typeof line === "number" && typeof character === "number" ? new Position(line, character) : null;
}

/** Lines as they were before a file, for who begins to read it again. */
import { setCount } from "./batch-lines.js";
import type { LineStore } from "./line-store.js";
import { storesOf } from "./line-store.js";

/** How far the lines were. */
export interface LinesState {
  readonly count: number;
  readonly files: number;
  readonly rejected: number;
  readonly others: ReadonlySet<string>;
}

/** How far the lines are, before a file is read. */
export function stateOf(lines: LineStore): LinesState {
  const { row, files, rejected, others } = lines;
  return { count: row.length, files: files.length, rejected: rejected.length, others: new Set(others.keys()) };
}

/** Forgets what was read since. Values that no line has stay in the dictionaries; nobody sees them. */
export function goBack(lines: LineStore, state: LinesState): void {
  if (lines.files.length === state.files) return;
  for (const field of lines.others.keys()) if (!state.others.has(field)) lines.others.delete(field);
  for (const store of storesOf(lines)) if (store.kind === "own-text") store.texts.cut(state.count);
  setCount(lines, state.count);
  lines.files.length = state.files;
  lines.unitsHeaders.length = state.files;
  lines.rejected.length = state.rejected;
  for (const line of lines.creditCells.keys()) if (line >= state.count) lines.creditCells.delete(line);
}

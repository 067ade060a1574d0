/** Whether edits can be made together. */
import type { Edit } from "@edict/rulebook";

/** True where none of `added` touches one of `edits`: two texts put in at one place have no order of their own. */
export function apart(edits: readonly Edit[], added: readonly Edit[]): boolean {
  return !added.some(({ span: one }) =>
    edits.some(({ span: other }) => one.file === other.file && one.start <= other.end && other.start <= one.end),
  );
}

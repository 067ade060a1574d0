/** Comments that are said to the linter and not to the reader: `# edict allow CODE: reason`. They document nothing. */

const shape = /^#[ \t]*edict[ \t]+allow\b/;

/** True of a comment, from its sign on, that silences a diagnostic. */
export function isSilence(comment: string): boolean {
  return shape.test(comment);
}

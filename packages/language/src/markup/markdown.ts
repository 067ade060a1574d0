/** Markdown of what rulebooks say: nothing of a rule file is ever read as markup. */

/** A text with every sign escaped that Markdown or HTML would read. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>&~]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "  \n");
}

/** Language text in a block of its own. */
export function edict(text: string): string {
  // A fence is longer than every run of its sign within.
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}edict\n${text}\n${fence}`;
}

/** Bare words of the language within a sentence. */
export function inline(text: string): string {
  return /`/.test(text) ? plain(text) : `\`${text}\``;
}

/** A list, cut where it is long; what is left out is counted. */
export function listed(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(", ");
  return items.length > most ? `${shown} and ${String(items.length - most)} more` : shown;
}

/** Parts with a blank line between, without those that are empty. */
export function paragraphs(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join("\n\n");
}

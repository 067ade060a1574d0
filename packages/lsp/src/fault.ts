/** What is said of a fault of ours: its kind and where in our code it came about, and nothing of any file. */

/** One line for the log. The error's own message may hold a piece of a rulebook and is left out. */
export function faultText(where: string, error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const frame = error instanceof Error ? /^\s+at (.*)$/m.exec(error.stack ?? "")?.[1] : undefined;
  // The folders of the machine are nobody's business either.
  const place = frame === undefined ? "" : ` at ${frame.replace(/(?:file:\/\/)?[^\s()]*[\\/](?=[^\\/\s()]+$)/, "")}`;
  return `internal fault, please report: ${kind} in ${where}${place}`;
}

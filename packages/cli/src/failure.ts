/**
 * What is said of an error that ends a command. An error that we foresaw says what was seen and what to do. Any other is
 * a fault of ours: it is said to be one, without a stack trace, and without its message, which might hold a value of a
 * charge file.
 */
import { ChargeFileError } from "@edict/charges";
import { safeText } from "./output/safe-text.js";
import { UsageError } from "./usage-error.js";
import { version } from "./version.js";

/** The lines for standard error. */
export function failureText(error: unknown): string {
  if (error instanceof UsageError) return `edict: ${safeText(error.message)}\n`;
  if (error instanceof ChargeFileError) return `edict: ${safeText(placeOf(error))}${safeText(error.message)}\n`;
  return (
    `edict: internal fault (${nameOf(error)}${frameOf(error)}, version ${version}): this is a mistake in edict, not in your files.\n` +
    "The results above, if any, are not complete. Please report the command you ran and this line; send no charge file.\n"
  );
}

function placeOf({ file, row, column }: ChargeFileError): string {
  const parts = [file, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`];
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? "" : `${known.join(", ")}: `;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error;
}

/** The innermost place in our own text, so that a report can be acted on. */
function frameOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frame = /([^/\\\s(]+\.[jt]s:\d+:\d+)\)?$/m.exec(stack)?.[1];
  return frame === undefined ? "" : ` at ${frame}`;
}

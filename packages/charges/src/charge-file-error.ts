/**
 * The error of a file that cannot be read at all: thrown, because nothing of the run can go on without the file, and
 * caught by whoever shows messages. The message is for the user; it names columns and rows, never a value of a charge.
 */
import type { DiagnosticKind } from "@edict/rulebook";
import { messageOf } from "./diagnostics.js";

/** A charge or table file that cannot be used, or a setting that no charge file can take. */
export class ChargeFileError extends Error {
  override readonly name = "ChargeFileError";

  constructor(
    /** Code of the error in `docs/charge-files/reasons.md`. */
    readonly code: string,
    /** What is wrong and what to do, without the file's name. */
    message: string,
    /** The file as it was named; null where the mistake is in no file but in `--set` or `--layout`. */
    readonly file: string | null,
    /** The record's number, the header being row 1, where the error has a row. */
    readonly row: number | null = null,
    /** The column's header, where the error has one. */
    readonly column: string | null = null,
  ) {
    super(message);
  }
}

/** Where an error stands. */
export interface ErrorPlace {
  readonly file: string | null;
  readonly row?: number;
  readonly column?: string;
}

/** The error `code` of `catalogue` at a place. */
export function fileError<K extends string, P>(
  catalogue: { readonly [C in K]: DiagnosticKind<NoInfer<P>> },
  code: K,
  place: ErrorPlace,
  parameters: P,
): ChargeFileError {
  const message = messageOf(catalogue, code, parameters);
  return new ChargeFileError(code, message, place.file, place.row ?? null, place.column ?? null);
}

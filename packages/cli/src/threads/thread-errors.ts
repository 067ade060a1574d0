/** Errors on their way from one thread to another: those of charge files arrive as what they were. */
import { ChargeFileError } from "@edict/charges";
import type { ThreadError } from "./thread-messages.js";

/** The error as data. */
export function toThreadError(error: unknown): ThreadError {
  if (!(error instanceof ChargeFileError)) return { kind: "other", error };
  const { code, message, file, row, column } = error;
  return { kind: "file", code, message, file, row, column };
}

/** The error that it was. */
export function fromThreadError(said: ThreadError): unknown {
  if (said.kind === "other") return said.error;
  return new ChargeFileError(said.code, said.message, said.file, said.row, said.column);
}

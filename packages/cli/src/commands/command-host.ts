/** What every command is given, and the pieces that several commands share. */
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";

export interface CommandHost {
  readonly io: Io;
  /** Told the exit code, once. */
  readonly done: (code: ExitCode) => void;
}

/** How rule arguments are named in the help of every command. */
export const rulesArgument = "rule files, folders of them, or one compiled rulebook (.json)";

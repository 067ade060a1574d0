/** The lints of the family `messages`. */
import type { Lint } from "../lint.js";

export const messages: readonly Lint[] = [];

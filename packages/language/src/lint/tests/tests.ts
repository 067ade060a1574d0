/** The lints of the family `tests`. */
import type { Lint } from "../lint.js";

export const tests: readonly Lint[] = [];

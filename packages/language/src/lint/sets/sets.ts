/** The lints of the family `sets`. */
import type { Lint } from "../lint.js";

export const sets: readonly Lint[] = [];

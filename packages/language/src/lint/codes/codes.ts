/** The lints of the family `codes`. */
import type { Lint } from "../lint.js";

export const codes: readonly Lint[] = [];

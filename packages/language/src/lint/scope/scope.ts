/** The lints of the family `scope`. */
import type { Lint } from "../lint.js";

export const scope: readonly Lint[] = [];

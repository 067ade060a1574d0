/** The lints of the family `tables`. */
import type { Lint } from "../lint.js";

export const tables: readonly Lint[] = [];

/** The lints of the family `style`. */
import type { Lint } from "../lint.js";

export const style: readonly Lint[] = [];

/** The lints of the family `dates`: when rules, codes and sources hold, and whether they hold together. */
import type { Lint } from "../lint.js";
import { unlikelyDate } from "./unlikely-date.js";
import { waiverWithoutEnd } from "./waiver-without-end.js";

export const dates: readonly Lint[] = [unlikelyDate, waiverWithoutEnd];

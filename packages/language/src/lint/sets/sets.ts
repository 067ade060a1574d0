/** The lints of the family `sets`: one name for one thing, and one thing for one name. */
import type { Lint } from "../lint.js";
import { listWithoutAName } from "./list-without-a-name.js";
import { nameDiffersByCase } from "./name-differs-by-case.js";
import { setsAlike } from "./sets-alike.js";

export const sets: readonly Lint[] = [listWithoutAName, nameDiffersByCase, setsAlike];

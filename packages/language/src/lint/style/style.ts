/** The lints of the family `style`. */
import type { Lint } from "../lint.js";
import { titleTwice } from "./title-twice.js";
import { unfinishedWords } from "./unfinished-words.js";

export const style: readonly Lint[] = [titleTwice, unfinishedWords];

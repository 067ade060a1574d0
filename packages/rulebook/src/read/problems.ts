/** The problems found in a rulebook: at most fifty are told, and how many more there may be is not worth the search. */
import type { Path } from "./path.js";
import { spell } from "./path.js";

/** More than this helps nobody. */
const mostProblems = 50;

/** A list that fills up. */
export class Problems {
  readonly texts: string[] = [];

  /** Adds a problem at a place of the document. */
  add(path: Path, text: string): void {
    if (!this.full) this.texts.push(`${spell(path)}: ${text}`);
  }

  get full(): boolean {
    return this.texts.length >= mostProblems;
  }
}

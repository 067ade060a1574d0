/** The modifiers of lines as sets: sorted and without repeats, since their order on a line does not matter to any rule. */
import { compareBytes } from "@edict/rulebook";
import { Lists } from "./stores.js";

/** Sets of lists that grow in number. */
export class ModifierSets {
  /** True where every list is its own set, by the same number. */
  areLists = true;
  readonly #sets = new Lists();
  readonly #setOf: number[] = [];

  /** The sets. */
  get values(): readonly (readonly string[])[] {
    return this.#sets.values;
  }

  constructor(readonly lists: Lists) {}

  /** Takes up the lists that were added. */
  extend(): void {
    for (let list = this.#setOf.length; list < this.lists.values.length; list++) {
      const set = this.#sets.idOf([...new Set(this.lists.values[list])].sort(compareBytes));
      this.#setOf.push(set);
      if (set !== list) this.areLists = false;
    }
  }

  /** The set of a list, -1 of none. */
  setOf(list: number): number {
    return this.#setOf[list] ?? -1;
  }
}

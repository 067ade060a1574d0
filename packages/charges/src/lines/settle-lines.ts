/** Lines that were read into charge columns: their credits are netted, what stays is sorted. */
import type { Charges, Field, Rejected } from "@edict/rulebook";
import { sourceFields } from "@edict/rulebook";
import { RoomForInts } from "../columns/growing.js";
import { chargesOfLines } from "./charges-of-lines.js";
import type { LineStore } from "./line-store.js";
import { ModifierSets } from "./modifier-sets.js";
import type { NettedPair } from "./settle-credits.js";
import { settleCredits } from "./settle-credits.js";

/** What became of some lines. */
export interface SettledLines {
  readonly charges: Charges;
  readonly nettings: readonly NettedPair[];
  /** Credits with nothing to cancel. */
  readonly rejected: readonly Rejected[];
}

/** Settles the lines of a run, all at once or whole patients after whole patients. */
export class LineSettler {
  readonly #sources: readonly string[];
  #sets: ModifierSets;
  readonly #orders = new RoomForInts();
  /** Lines that were settled before. */
  #count = 0;

  constructor(
    private readonly lines: LineStore,
    declared: readonly Field[],
  ) {
    this.#sources = sourceFields(declared);
    this.#sets = new ModifierSets(lines.modifiers.lists);
  }

  /** Settles the lines that there are. `areLast`: they are not needed afterwards. */
  settle({ areLast }: { readonly areLast: boolean }): SettledLines {
    const { lines } = this;
    const count = lines.row.length;
    if (this.#sets.lists !== lines.modifiers.lists) this.#sets = new ModifierSets(lines.modifiers.lists);
    this.#sets.extend();
    const { out, nettings, rejected } = settleCredits(lines, this.#sets, this.#sources);
    const charges = chargesOfLines({ lines, sets: this.#sets, out, first: this.#count, areLast, orders: this.#orders });
    this.#count += count;
    if (charges.count + nettings.length * 2 + rejected.length !== count) {
      throw new Error("every line read is kept, netted or rejected, once; the three do not add up");
    }
    return { charges, nettings, rejected };
  }
}

/** Rejected rows in the order of files and rows. */
export function inOrder(rejected: readonly Rejected[], files: readonly { readonly name: string }[]): Rejected[] {
  const places = new Map(files.map((file, place) => [file.name, place]));
  const place = (row: Rejected): number => places.get(row.file) ?? 0;
  return [...rejected].sort((left, right) => place(left) - place(right) || left.row - right.row);
}

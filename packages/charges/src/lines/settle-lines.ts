/** Lines that were read into charge columns: their credits are netted, what stays is sorted. */
import type { Charges, Field, Rejected } from "@edict/rulebook";
import { sourceFields } from "@edict/rulebook";
import { BatchColumns } from "./charges-in-batches.js";
import { chargesOfLines, sortRequest } from "./charges-of-lines.js";
import type { LineStore } from "./line-store.js";
import { ModifierSets } from "./modifier-sets.js";
import type { NettedPair } from "./settle-credits.js";
import type { Settled } from "./settle-credits.js";
import { settleCredits } from "./settle-credits.js";
import { sortLines } from "./sort-lines.js";

/** What became of some lines. */
export interface SettledLines {
  readonly charges: Charges;
  readonly nettings: readonly NettedPair[];
  /** Credits with nothing to cancel. */
  readonly rejected: readonly Rejected[];
}

/** The same, batch by batch. */
export interface SettledBatches {
  /** How many lines the batches have together. */
  readonly evaluated: number;
  readonly nettings: readonly NettedPair[];
  readonly rejected: readonly Rejected[];
  /** Each is valid until the next one is asked for. */
  readonly batches: Iterable<Charges>;
}

/** Settles the lines of a run, all at once or whole patients after whole patients. */
export class LineSettler {
  readonly #sources: readonly string[];
  #sets: ModifierSets;
  /** Lines that were settled before. */
  #count = 0;
  readonly #columns = new BatchColumns();

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
    const { out, nettings, rejected } = this.#settleCredits();
    const charges = chargesOfLines({ lines, sets: this.#sets, out, first: this.#count, areLast });
    this.#pass(count, charges.count + nettings.length * 2 + rejected.length);
    return { charges, nettings, rejected };
  }

  /** Settles the lines that there are, in batches of so many lines, or of those of one patient. */
  settleInBatches(linesOfBatch: number): SettledBatches {
    const { lines } = this;
    const { out, nettings, rejected } = this.#settleCredits();
    const sorted = sortLines(sortRequest(lines, out));
    const evaluated = sorted.patientIds.length;
    const request = { lines, sets: this.#sets, sorted, first: this.#count, linesOfBatch };
    this.#pass(lines.row.length, evaluated + nettings.length * 2 + rejected.length);
    return { evaluated, nettings, rejected, batches: this.#columns.batches(request) };
  }

  #settleCredits(): Settled {
    const { lines } = this;
    if (this.#sets.lists !== lines.modifiers.lists) this.#sets = new ModifierSets(lines.modifiers.lists);
    this.#sets.extend();
    return settleCredits(lines, this.#sets, this.#sources);
  }

  #pass(count: number, settled: number): void {
    this.#count += count;
    if (settled !== count)
      throw new Error("every line read is kept, netted or rejected, once; the three do not add up");
  }
}

/** Rejected rows in the order of files and rows. */
export function inOrder(rejected: readonly Rejected[], files: readonly { readonly name: string }[]): Rejected[] {
  const places = new Map(files.map((file, place) => [file.name, place]));
  const place = (row: Rejected): number => places.get(row.file) ?? 0;
  return [...rejected].sort((left, right) => place(left) - place(right) || left.row - right.row);
}

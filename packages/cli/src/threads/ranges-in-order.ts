/**
 * What threads say of ranges, in the order of the ranges: findings of the range whose turn it is are written at once,
 * those of later ones wait. Until it is begun, it is no range's turn. An error of a range is thrown when everything before
 * it is written.
 */
import type { RowsAccount } from "@edict/charges";
import type { Rejected, Severity } from "@edict/rulebook";
import type { RangeAccount } from "./thread-messages.js";

/** How a range came to its end. */
export type RangeEnd =
  { readonly kind: "done"; readonly account: RangeAccount } | { readonly kind: "failed"; readonly error: unknown };

/** Some findings. */
export interface Piece {
  readonly bytes: () => Uint8Array;
  /** Hears that they are written. */
  readonly written: () => void;
}

/** Says to who waits for a turn that the run has failed; why is told elsewhere. */
class GivenUp extends Error {}

export class RangesInOrder {
  #turn = -1;
  readonly #pieces = new Map<number, Piece[]>();
  readonly #ends = new Map<number, RangeEnd>();
  #evaluated = 0;
  #netted = 0;
  readonly #rejected: Rejected[] = [];
  readonly #outcomes = new Map<Severity, number>();
  readonly #onTurn = new Map<number, { readonly come: () => void; readonly never: (why: unknown) => void }>();
  #isGivenUp = false;

  constructor(private readonly write: (bytes: Uint8Array) => void) {}

  /** The number of the range whose turn it is. */
  get turn(): number {
    return this.#turn;
  }

  findings(range: number, piece: Piece): void {
    if (range === this.#turn) {
      this.#write(piece);
      return;
    }
    const waiting = this.#pieces.get(range);
    if (waiting === undefined) this.#pieces.set(range, [piece]);
    else waiting.push(piece);
  }

  end(range: number, end: RangeEnd): void {
    this.#ends.set(range, end);
    this.#goOn();
  }

  /** When it is a range's turn; throws where it will never be. */
  async turnOf(range: number): Promise<void> {
    if (range <= this.#turn) return;
    await new Promise<void>((come, never) => {
      if (this.#isGivenUp) never(new GivenUp());
      else this.#onTurn.set(range, { come, never });
    });
  }

  /** No range has its turn any more. */
  giveUp(): void {
    this.#isGivenUp = true;
    for (const { never } of this.#onTurn.values()) never(new GivenUp());
    this.#onTurn.clear();
  }

  /** It is the first range's turn. */
  begin(): void {
    this.#nextTurn();
    this.#goOn();
  }

  #goOn(): void {
    for (;;) {
      const next = this.#ends.get(this.#turn);
      if (next === undefined) return;
      if (next.kind === "failed") throw next.error;
      this.#ends.delete(this.#turn);
      this.#add(next.account);
      this.#nextTurn();
    }
  }

  #nextTurn(): void {
    this.#turn++;
    for (const piece of this.#pieces.get(this.#turn) ?? []) this.#write(piece);
    this.#pieces.delete(this.#turn);
    this.#onTurn.get(this.#turn)?.come();
    this.#onTurn.delete(this.#turn);
  }

  #write({ bytes, written }: Piece): void {
    this.write(bytes());
    written();
  }

  /** What became of all rows. Ranges are in the order of files and rows, and so is what is rejected in them. */
  rows(): RowsAccount {
    const [evaluated, netted, rejected] = [this.#evaluated, this.#netted, this.#rejected];
    return { rows: evaluated + netted + rejected.length, evaluated, netted, rejected };
  }

  outcomes(): ReadonlyMap<Severity, number> {
    return this.#outcomes;
  }

  #add({ rows, outcomes }: RangeAccount): void {
    this.#evaluated += rows.evaluated;
    this.#netted += rows.netted;
    for (const row of rows.rejected) this.#rejected.push(row);
    for (const [outcome, count] of outcomes) this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + count);
  }
}

/**
 * Both versions of a rulebook over the same charges: which findings are gained, lost and changed. Hears the findings of
 * one patient after another, and keeps counts alone: a patient's lines come together, so that nothing of a patient need be
 * remembered to know how many there are.
 */
import type { Finding } from "@edict/rulebook";
import { compareBytes } from "@edict/rulebook";

/**
 * What became of a line under a rule: found by head alone, by base alone, or by both with another outcome, message or
 * suggestion.
 */
export const turns = ["gained", "lost", "changed"] as const;

export type Turn = (typeof turns)[number];

/** What turned in some cells together: each line, claim and patient once. */
export interface Turned {
  readonly lines: number;
  /** Claims by their patient; null where no line names one. */
  readonly claims: number | null;
  readonly patients: number;
  /** Of the lines that have an amount, its sum; null where none has. */
  readonly amount: number | null;
  /** Patients with an amount on a line that turned. */
  readonly patientsPriced: number;
  /** Whether every line has an amount. */
  readonly allPriced: boolean;
}

/** A rule and what became of lines under it; a rule has one finding at most on a line, so that lines are findings. */
export interface ReplayCell extends Turned {
  readonly rule: string;
  readonly turn: Turn;
  /** The first lines that turned, for whoever may see them. */
  readonly examples: readonly LineOfFile[];
}

/** Where a line stands. */
export interface LineOfFile {
  readonly file: string;
  readonly row: number;
}

/** So many lines of a cell are remembered. */
const mostExamples = 10;

/** In amounts of four decimals at most, whose sum is then the same in every order. */
const exact = 10_000;

/** Cells in which a line, a claim or a patient turned, by their places; the texts are in the order of places. */
type Together = string;

interface Money {
  lines: number;
  priced: number;
  amount: number;
}

interface Cell {
  readonly rule: string;
  readonly turn: Turn;
  readonly examples: LineOfFile[];
}

export class Replay {
  private readonly cells: Cell[] = [];
  private readonly places = new Map<string, number>();
  private readonly lines = new Map<Together, Money>();
  private readonly claims = new Map<Together, number>();
  private readonly patients = new Map<Together, number>();
  private readonly priced = new Map<Together, number>();

  /** `isCompared` says it of a rule: one that a version could not evaluate has neither gained nor lost anything. */
  constructor(private readonly isCompared: (rule: string) => boolean) {}

  /** Hears the findings of one patient under both versions. */
  patient(base: readonly Finding[], head: readonly Finding[]): void {
    const turned = new TurnedLines();
    const before = new Map(base.map((finding) => [keyOf(finding), finding]));
    for (const finding of head) {
      const key = keyOf(finding);
      const was = before.get(key);
      before.delete(key);
      if (was === undefined) this.turn("gained", finding, turned);
      else if (saysOtherwise(was, finding)) this.turn("changed", finding, turned);
    }
    for (const finding of before.values()) this.turn("lost", finding, turned);
    if (turned.lines.size > 0) this.count(turned);
  }

  /** By rule, and of each rule in the order of `turns`. */
  all(): readonly ReplayCell[] {
    return this.cells
      .map(({ rule, turn, examples }, place) => ({ rule, turn, examples, ...this.turnedIn(new Set([place])) }))
      .sort((one, other) => compareBytes(one.rule, other.rule) || turns.indexOf(one.turn) - turns.indexOf(other.turn));
  }

  /** What turned in any of the cells. */
  turned(cells: readonly Pick<ReplayCell, "rule" | "turn">[]): Turned {
    return this.turnedIn(new Set(cells.map(({ rule, turn }) => this.places.get(placeKey(rule, turn)) ?? -1)));
  }

  private turn(turn: Turn, finding: Finding, turned: TurnedLines): void {
    if (!this.isCompared(finding.rule)) return;
    const place = this.placeOf(finding.rule, turn);
    const { file, row } = finding.subject;
    const examples = this.cells[place]?.examples ?? [];
    if (examples.length < mostExamples) examples.push({ file, row });
    turned.add(place, finding);
  }

  private placeOf(rule: string, turn: Turn): number {
    const key = placeKey(rule, turn);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.cells.length);
    this.cells.push({ rule, turn, examples: [] });
    return this.cells.length - 1;
  }

  private count({ lines, claims, patient, priced }: TurnedLines): void {
    for (const { cells, amount } of lines.values()) {
      const together = togetherOf(cells);
      const money = this.lines.get(together) ?? { lines: 0, priced: 0, amount: 0 };
      this.lines.set(together, money);
      money.lines += 1;
      if (amount === null) continue;
      money.priced += 1;
      money.amount += Math.round(amount * exact);
    }
    for (const cells of claims.values()) addOne(this.claims, cells);
    addOne(this.patients, patient);
    if (priced.size > 0) addOne(this.priced, priced);
  }

  private turnedIn(cells: ReadonlySet<number>): Turned {
    const money = { lines: 0, priced: 0, amount: 0 };
    for (const [together, one] of this.lines) {
      if (!isIn(together, cells)) continue;
      money.lines += one.lines;
      money.priced += one.priced;
      money.amount += one.amount;
    }
    return {
      lines: money.lines,
      claims: this.claims.size === 0 ? null : sumIn(this.claims, cells),
      patients: sumIn(this.patients, cells),
      amount: money.priced === 0 ? null : money.amount / exact,
      patientsPriced: sumIn(this.priced, cells),
      allPriced: money.priced === money.lines,
    };
  }
}

/** What turned of one patient. */
class TurnedLines {
  readonly lines = new Map<string, { readonly cells: Set<number>; readonly amount: number | null }>();
  readonly claims = new Map<string, Set<number>>();
  readonly patient = new Set<number>();
  readonly priced = new Set<number>();

  add(cell: number, { subject }: Finding): void {
    const { file, row, claim, amount } = subject;
    const key = `${row}\n${file}`;
    const line = this.lines.get(key) ?? { cells: new Set(), amount };
    this.lines.set(key, line);
    line.cells.add(cell);
    this.patient.add(cell);
    if (amount !== null) this.priced.add(cell);
    if (claim === null) return;
    const cells = this.claims.get(claim) ?? new Set();
    this.claims.set(claim, cells);
    cells.add(cell);
  }
}

function keyOf({ rule, subject }: Finding): string {
  return `${subject.row}\n${rule}\n${subject.file}`;
}

function placeKey(rule: string, turn: Turn): string {
  return `${turn}\n${rule}`;
}

/** What a finding says of its line: who says so, and of which companion, is not asked. */
function saysOtherwise(one: Finding, other: Finding): boolean {
  return saidBy(one) !== saidBy(other);
}

function saidBy({ outcome, carc, rarc, message, suggestion }: Finding): string {
  return JSON.stringify([outcome, carc, rarc, message, suggestion]);
}

function togetherOf(cells: ReadonlySet<number>): Together {
  return [...cells].sort((one, other) => one - other).join(" ");
}

function addOne(counts: Map<Together, number>, cells: ReadonlySet<number>): void {
  const together = togetherOf(cells);
  counts.set(together, (counts.get(together) ?? 0) + 1);
}

function sumIn(counts: ReadonlyMap<Together, number>, cells: ReadonlySet<number>): number {
  let sum = 0;
  for (const [together, count] of counts) if (isIn(together, cells)) sum += count;
  return sum;
}

function isIn(together: Together, cells: ReadonlySet<number>): boolean {
  return together.split(" ").some((place) => cells.has(Number(place)));
}

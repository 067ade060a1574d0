/**
 * A column of codes beside the codes of the charge lines. Each has its dictionary; the two meet where a batch brings a
 * code that some cell has, so that a table is made ready once, whatever lines come.
 */
import type { CellIds, RowOrder } from "@edict/rulebook";
import type { CellTexts } from "../columns/cells.js";
import { longEnough } from "../columns/by-value.js";

export class CellCodes {
  /** The distinct cells, by their ids. */
  readonly values: readonly string[];
  /** How the rows stand by this column; null where nobody knows. */
  readonly order: RowOrder | null;
  /** Of each code of the lines: the id of the cells that have it, and one; 0 where none has. */
  private cellOfCode = new Int32Array(64);
  /** Told that the codes from one up to another have met their cells. */
  readonly onMeet: ((from: number, end: number) => void)[] = [];
  /** Called where the codes of the lines are forgotten. */
  readonly onForget: (() => void)[] = [];
  /** Of each cell: its code and one. */
  private readonly codeOfCell: Int32Array;

  constructor(private readonly cells: CellTexts) {
    this.values = cells.values;
    this.order = cells.order;
    this.codeOfCell = new Int32Array(cells.values.length);
  }

  /** Of each row the id of its cell; one without a value where it is empty. */
  get ids(): CellIds {
    return this.cells.ids;
  }

  /** The id of the cells that have a code of the lines; -1 where none has. */
  ofCode(code: number): number {
    return (this.cellOfCode[code] ?? 0) - 1;
  }

  /** The code of the lines that a cell has; -1 where no line has come with it. */
  codeOf(cell: number): number {
    return (this.codeOfCell[cell] ?? 0) - 1;
  }

  /** The same of the cell of a row; -1 where it is empty. */
  codeOfRow(row: number): number {
    return this.codeOf(this.ids[row] ?? -1);
  }

  /** The row's cell is this code. */
  isCell(code: number, row: number): boolean {
    const cell = this.ofCode(code);
    return cell >= 0 && cell === this.ids[row];
  }

  /** Makes room for the codes up to `end`, which are about to meet their cells. */
  expect(end: number): void {
    this.cellOfCode = longEnough(this.cellOfCode, end, (length) => new Int32Array(length));
  }

  /** A code of the lines is that of some cell. */
  meet(code: number, cell: number): void {
    this.cellOfCode[code] = cell + 1;
    this.codeOfCell[cell] = code + 1;
  }

  /** The codes from `from` up to `end` have met their cells. */
  met(from: number, end: number): void {
    for (const hear of this.onMeet) hear(from, end);
  }

  /** Forgets the codes of the lines. */
  forget(): void {
    this.codeOfCell.fill(0);
    this.cellOfCode.fill(0);
    for (const forget of this.onForget) forget();
  }
}

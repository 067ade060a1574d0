/**
 * A column of codes beside the codes of the charge lines. Each has its dictionary; the two meet where a batch brings a
 * code that some cell has, so that a table is made ready once, whatever lines come.
 */
import type { CellTexts } from "../columns/cells.js";
import { longEnough } from "../columns/by-value.js";

export interface CellCodes {
  /** Of each row the id of its cell, below 0 where empty. */
  readonly ids: Int32Array;
  /** The distinct cells, by their ids. */
  readonly values: readonly string[];
  /** The id of the cells that have a code of the lines; -1 where none has. */
  readonly ofCode: (code: number) => number;
  /** The code of the lines that a cell has; -1 where no line has come with it. */
  readonly codeOf: (cell: number) => number;
  /** The same of the cell of a row; -1 where it is empty. */
  readonly codeOfRow: (row: number) => number;
  /** The row's cell is this code. */
  readonly isCell: (code: number, row: number) => boolean;
  /** A code of the lines is that of some cell. */
  readonly meet: (code: number, cell: number) => void;
  /** Forgets the codes of the lines. */
  readonly forget: () => void;
}

export function cellCodesOf(cells: CellTexts): CellCodes {
  const { ids, values } = cells;
  // Both one higher than they are: 0 is none.
  const codeOfCell = new Int32Array(values.length);
  let cellOfCode = new Int32Array(64);
  const ofCode = (code: number): number => (cellOfCode[code] ?? 0) - 1;
  return {
    ids,
    values,
    ofCode,
    codeOf: (cell) => (codeOfCell[cell] ?? 0) - 1,
    codeOfRow: (row) => (codeOfCell[ids[row] ?? -1] ?? 0) - 1,
    isCell: (code, row) => {
      const cell = ofCode(code);
      return cell >= 0 && cell === ids[row];
    },
    meet: (code, cell) => {
      cellOfCode = longEnough(cellOfCode, code, (length) => new Int32Array(length));
      cellOfCode[code] = cell + 1;
      codeOfCell[cell] = code + 1;
    },
    forget: () => {
      codeOfCell.fill(0);
      cellOfCode.fill(0);
    },
  };
}

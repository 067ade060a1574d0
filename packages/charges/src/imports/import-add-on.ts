/**
 * NCCI add-on code edits, as CMS publishes them, to a table of add-on codes and their primary codes: each row has its own
 * dates, written as a year and a day of the year.
 */
import { noDate } from "@edict/rulebook";
import type { Unreadable } from "../values/unreadable.js";
import { unreadable } from "../values/unreadable.js";
import { codeCells, dayOfYearCell } from "./cells.js";
import { importReasons } from "./diagnostics.js";
import { importPairs } from "./import-pairs.js";
import type { ImportDone, ImportRequest } from "./import-request.js";
import type { PairRows } from "./pair-rows.js";
import { neverInForce } from "./pair-rows.js";
import type { PublishedColumn } from "./published-columns.js";
import type { RowReader } from "./read-rows.js";

const published: readonly PublishedColumn[] = [
  { name: "AOC_Edit_Type", header: /^aoc[_ ]edit[_ ]type/i },
  { name: "Add-On_Code", header: /^add[-_ ]?on[_ ]code$/i },
  { name: "Primary_Code", header: /^primary[_ ]code$/i },
  { name: "AOC_Edit_EffDT", header: /^aoc[_ ]edit[_ ]eff/i },
  { name: "AOC_Edit_DelDT", header: /^aoc[_ ]edit[_ ]del/i },
  { name: "AOC_DelDT", header: /^aoc[_ ]del/i, optional: true },
  { name: "Primary_Code_DelDT", header: /^primary[_ ]code[_ ]del/i, optional: true },
];

/** Stands for a primary code where whoever pays decides which codes are primary. */
const anyPrimary = "CCCCC";

const notAType = unreadable(importReasons, "type-unreadable", {});

/** Reads the files and writes the table and its record; throws a `ChargeFileError` where that cannot be done. */
export function importAddOn(request: ImportRequest): Promise<ImportDone> {
  return importPairs(request, { kind: "ncci-add-on", published, readerOf: rowReader });
}

function rowReader(rows: PairRows): RowReader {
  const code = codeCells((text) => rows.codes.idOf(text));
  const noCode = rows.codes.idOf("");
  const noRationale = rows.rationales.idOf("");
  return (cells) => {
    const [typeCell = "", addOnCell = "", primaryCell = "", ...dayCells] = cells;
    if (!/^[123]$/.test(typeCell)) return { column: 0, why: notAType };
    const addOn = code(addOnCell);
    if (typeof addOn !== "number") return { column: 1, why: addOn };
    const primary = primaryCell.toUpperCase() === anyPrimary ? noCode : code(primaryCell);
    if (typeof primary !== "number") return { column: 2, why: primary };
    const days: number[] = [];
    for (const [index, cell] of dayCells.entries()) {
      const day: number | Unreadable = dayOfYearCell(cell);
      if (typeof day !== "number") return { column: 3 + index, why: day };
      days.push(day);
    }
    const [effective = noDate, ...ends] = days;
    // The row ends with the edit or with either code, whichever is first.
    const deleted = ends.reduce(
      (first, day) => (first === noDate || (day !== noDate && day < first) ? day : first),
      noDate,
    );
    const held = deleted === noDate || deleted >= effective;
    rows.add(addOn, primary, effective, deleted, held ? Number(typeCell) : neverInForce, noRationale);
    return null;
  };
}

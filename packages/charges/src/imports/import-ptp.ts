/**
 * NCCI procedure-to-procedure edits, as CMS publishes them, to a pair table: each row has its own dates, so the files of
 * a quarter hold all history, and a newer quarter says what an older one did not know yet.
 */
import { noDate } from "@edict/rulebook";
import type { Unreadable } from "../values/unreadable.js";
import { unreadable } from "../values/unreadable.js";
import { codeCells, dayCell, openDayCell, textCell } from "./cells.js";
import { importReasons } from "./diagnostics.js";
import type { ImportDone, ImportRequest } from "./import-request.js";
import type { PairSource } from "./import-pairs.js";
import { importPairs } from "./import-pairs.js";
import type { PairRows } from "./pair-rows.js";
import { neverInForce } from "./pair-rows.js";
import type { PublishedColumn } from "./published-columns.js";
import { notPlain, plainDigit, PlainCodes, PlainDays, PlainTexts } from "./plain-cells.js";
import type { PlainRowReader, RowReader } from "./read-rows.js";

const published: readonly PublishedColumn[] = [
  { name: "Column 1", header: /^column ?1$/i },
  { name: "Column 2", header: /^column ?2$/i },
  { name: "Effective Date", header: /^effective/i },
  { name: "Deletion Date", header: /^deletion/i },
  { name: "Modifier", header: /^modifier/i },
  { name: "PTP Edit Rationale", header: /rationale/i, optional: true },
];

/** The edits as a source of pairs. */
export const ptpSource: PairSource = {
  kind: "ncci-ptp",
  published,
  readerOf: rowReader,
  plainReaderOf: plainRowReader,
};

const endsFirst = unreadable(importReasons, "deleted-before-effective", {});
const notAnIndicator = unreadable(importReasons, "indicator-unreadable", {});
const withoutEnd = unreadable(importReasons, "never-in-force-without-end", {});

/** Reads the files and writes the table and its record; throws a `ChargeFileError` where that cannot be done. */
export function importPtp(request: ImportRequest): Promise<ImportDone> {
  return importPairs(request, ptpSource);
}

/** Cell by cell. */
function rowReader(rows: PairRows, rationale: boolean): RowReader {
  const code = codeCells((text) => rows.codes.idOf(text));
  return (cells) => {
    const column1 = code(cells[0] ?? "");
    if (typeof column1 !== "number") return { column: 0, why: column1 };
    const column2 = code(cells[1] ?? "");
    if (typeof column2 !== "number") return { column: 1, why: column2 };
    const effective = dayCell(cells[2] ?? "");
    if (typeof effective !== "number") return { column: 2, why: effective };
    const deleted = openDayCell(cells[3] ?? "");
    if (typeof deleted !== "number") return { column: 3, why: deleted };
    const indicator = indicatorOf(cells[4] ?? "");
    if (typeof indicator !== "number") return { column: 4, why: indicator };
    const why = rationale ? textCell(cells[5] ?? "") : "";
    if (typeof why !== "string") return { column: 5, why };
    if (deleted !== noDate && deleted < effective) return { column: 3, why: endsFirst };
    if (indicator === neverInForce && deleted === noDate) return { column: 4, why: withoutEnd };
    rows.add(column1, column2, effective, deleted, indicator, rows.rationales.idOf(why));
    return null;
  };
}

/** The same of rows that are as they should be, which nearly all of millions are; what is not is left to `rowReader`. */
function plainRowReader(rows: PairRows, rationale: boolean): PlainRowReader {
  const codes = new PlainCodes((text) => rows.codes.idOf(text));
  const days = new PlainDays();
  const texts = new PlainTexts((text) => rows.rationales.idOf(text));
  const noRationale = rows.rationales.idOf("");
  return (line, [first = -1, second = -1, begins = -1, ends = -1, says = -1, because = -1]) => {
    const column1 = codes.read(line, first);
    if (column1 === notPlain) return false;
    const column2 = codes.read(line, second);
    if (column2 === notPlain) return false;
    const effective = days.read(line, begins, notPlain);
    if (effective === notPlain) return false;
    const deleted = days.read(line, ends, noDate);
    if (deleted === notPlain || (deleted !== noDate && deleted < effective)) return false;
    const indicator = plainDigit(line, says);
    if (indicator !== 0 && indicator !== 1 && (indicator !== neverInForce || deleted === noDate)) return false;
    const why = rationale && because !== -1 ? texts.read(line, because) : noRationale;
    if (why === notPlain) return false;
    rows.add(column1, column2, effective, deleted, indicator, why);
    return true;
  };
}

function indicatorOf(cell: string): number | Unreadable {
  return cell === "0" || cell === "1" || cell === "9" ? Number(cell) : notAnIndicator;
}

/** The rows of a rule's table that an explanation tries for a line: those that name its code, and in a pair another of the patient's. */
import type { TableData } from "@edict/rulebook";
import { cellOf } from "../table-data.js";
import type { Patient } from "../patient/patient.js";
import type { VersionPlan } from "../plan/rule-plan.js";
import { firstEntry, nextEntry, rowOfEntry } from "../plan/pair-index.js";
import { driversOf } from "../plan/rule-plan.js";
import { rowsOfPatient } from "../kernels/rule.js";

/** An explanation tries so many rows at most, in table order. */
const mostRows = 500;

export function candidateRows(
  version: VersionPlan,
  patient: Patient,
  line: number,
  isUnder: (row: number) => boolean,
): readonly number[] {
  const { rows } = version;
  const code = patient.plan.names.codes[line] ?? -1;
  switch (rows.kind) {
    case "none":
      return [];
    case "pairs": {
      const { index } = rows;
      const codes = patient.codeLists();
      const cell = index.subjects.ofCode(code);
      const found: number[] = [];
      for (let at = 0; at < codes.distinctCount; at++) {
        const other = index.companions.ofCode(codes.distinct[at] ?? 0);
        let entry = other < 0 || cell < 0 ? -1 : firstEntry(index, cell, other);
        for (; entry >= 0; entry = nextEntry(index, entry, cell, other)) found.push(rowOfEntry(index, entry));
      }
      return found
        .filter(isUnder)
        .sort((a, b) => a - b)
        .slice(0, mostRows);
    }
    case "by-code":
      return [...rowsOfPatient(rows.indexes, patient)]
        .filter((row) => isUnder(row) && looksAt(version, line, row))
        .slice(0, mostRows);
    case "all": {
      const found: number[] = [];
      for (let row = 0; row < (version.table?.count ?? 0) && found.length < mostRows; row++) {
        const isUsable = rows.usable === null || rows.usable[row] === 1;
        if (isUsable && isUnder(row) && looksAt(version, line, row)) found.push(row);
      }
      return found;
    }
  }
}

function looksAt(version: VersionPlan, line: number, row: number): boolean {
  return version.checks.some((check) => driversOf(check).some((lines) => lines.choice.includes(line, row)));
}

/** `row 17 of PtpEdits: column1 77301, column2 77290` */
export function rowWords(table: TableData, row: number, tried: number): string {
  const cells = [...table.columns].map(([name, column]) => `${name} ${String(cellOf(column, row) ?? "empty")}`);
  const more = tried > 1 ? `, of ${String(tried)} rows the one that comes furthest` : "";
  return `row ${String(row + 2)} of ${table.name}${more}: ${cells.join(", ")}`;
}

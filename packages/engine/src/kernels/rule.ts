/** One rule over one patient: its versions, the rows of its table that can say anything, its checks, in that order. */
import type { RuleRun } from "../findings/raised.js";
import { emptyList, push } from "../patient/line-list.js";
import type { Patient } from "../patient/patient.js";
import type { RowIndex } from "../plan/row-index.js";
import type { RowsPlan, RulePlan, VersionPlan } from "../plan/rule-plan.js";
import { companionKernel } from "./companion.js";
import { countKernel } from "./count.js";
import { dailyLimits } from "./daily-limits.js";
import { lineKernel, lineRows } from "./line.js";
import { pairKernel } from "./pairs.js";

export function evaluateRule(rule: RulePlan, patient: Patient, run: RuleRun): void {
  run.begin(rule, patient.start, patient.end);
  const { versions } = rule;
  // Here and where lines are judged, arrays are walked by index: until the loop is compiled, `for of` costs more than its body.
  for (let at = 0; at < versions.length; at++) {
    const version = versions[at];
    if (version === undefined) break;
    const { rows } = version;
    switch (rows.kind) {
      case "none":
        evaluateRow(rule, version, patient, -1, run);
        break;
      case "pairs":
        pairKernel(rows.check, rows.index, rule, version, patient, run);
        break;
      case "by-code":
        evaluateRows(rule, version, rows, patient, run);
        break;
      case "all":
        for (let row = 0; row < (version.table?.count ?? 0); row++) {
          if (rows.usable === null || rows.usable[row] === 1) evaluateRow(rule, version, patient, row, run);
        }
        break;
    }
  }
}

/** The checks in the order in which they are judged; a line that has its finding keeps it. */
function evaluateRow(rule: RulePlan, version: VersionPlan, patient: Patient, row: number, run: RuleRun): void {
  const { checks } = version;
  for (let at = 0; at < checks.length; at++) {
    const check = checks[at];
    if (check === undefined) break;
    switch (check.kind) {
      case "line":
        lineKernel(check, rule, version, patient, row, run);
        break;
      case "companion":
        companionKernel(check, rule, version, patient, row, run);
        break;
      case "count":
        countKernel(check, rule, version, patient, row, run);
        break;
    }
  }
}

/** The rows that name a code of the patient, in table order where a line may be the subject of several codes' rows. */
function evaluateRows(
  rule: RulePlan,
  version: VersionPlan,
  { indexes, apart, limits }: Extract<RowsPlan, { kind: "by-code" }>,
  patient: Patient,
  run: RuleRun,
): void {
  const [index] = indexes;
  if (!apart || index === undefined) {
    for (const row of rowsOfPatient(indexes, patient)) evaluateRow(rule, version, patient, row, run);
    return;
  }
  if (limits !== null) {
    dailyLimits(limits, rule, version, patient, run);
    return;
  }
  const [check] = version.checks;
  if (check?.kind === "line" && check.pick === "each" && check.subject.having === null) {
    lineRows(check, index, rule, version, patient, run);
    return;
  }
  const codes = patient.codeLists();
  for (let at = 0; at < codes.distinctCount; at++) {
    const cell = index.cells.ofCode(codes.distinct[at] ?? 0);
    if (cell >= 0) evaluateCell(rule, version, index, cell, patient, run);
  }
}

/** The rows of one cell. */
function evaluateCell(
  rule: RulePlan,
  version: VersionPlan,
  { starts, rows }: RowIndex,
  cell: number,
  patient: Patient,
  run: RuleRun,
): void {
  const end = starts[cell + 1] ?? 0;
  for (let entry = starts[cell] ?? 0; entry < end; entry++) {
    evaluateRow(rule, version, patient, rows[entry] ?? 0, run);
  }
}

/** The rows that name a code of the patient, in table order. */
export function rowsOfPatient(indexes: readonly RowIndex[], patient: Patient): Int32Array {
  const codes = patient.codeLists();
  const found = emptyList();
  for (const index of indexes) {
    for (let at = 0; at < codes.distinctCount; at++) {
      const cell = index.cells.ofCode(codes.distinct[at] ?? 0);
      if (cell < 0) continue;
      const end = index.starts[cell + 1] ?? 0;
      for (let entry = index.starts[cell] ?? 0; entry < end; entry++) push(found, index.rows[entry] ?? 0);
    }
  }
  const rows = found.items.subarray(0, found.to).sort();
  return indexes.length < 2 ? rows : rows.filter((row, at) => row !== rows[at - 1]);
}

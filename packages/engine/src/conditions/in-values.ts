/** `FIELD is VALUE` and `FIELD in VALUES`, by what the field holds. */
import type { InCondition, TableColumn, TableData } from "@edict/rulebook";
import { cellIds, cellText, columnOfTable } from "../columns/cells.js";
import type { DateRanges } from "../columns/date-ranges.js";
import { always, holdsOn, unionOf } from "../columns/date-ranges.js";
import type { ValueRanges } from "../columns/value-ranges.js";
import type { Names } from "../plan/names.js";
import { equalTo } from "./compare.js";
import type { LineTest } from "./condition.js";
import { startsWithBill, withoutLeadingZero } from "./settings.js";

export function inTest(condition: InCondition, names: Names, table: TableData | null): LineTest {
  const { field, values } = condition;
  const cells = values.columns.map((column) => columnOfTable(table, column));
  switch (values.kind) {
    case "codes":
      return either(
        scalarTest(field, names, names.codeRanges(field, values.sets, values.spans)),
        cells.map((column) => cellEquals(field, column, names, table)),
      );
    case "diagnoses":
      return either(
        datedTest(field, names, names.diagnosisRanges(field, values.sets, values.spans)),
        cells.map((column) => cellCovers(field, column, names)),
      );
    case "modifiers":
      return either(
        datedTest(field, names, names.modifierRanges(values.sets, values.spans)),
        cells.map((column) => equalTo(field, { kind: "cells", column }, names)),
      );
    case "payers": {
      const named = names.payers.named(values.names);
      const said = values.texts.map((text) => names.payers.said(text));
      return either(
        textTest("payer", names, (text) => {
          const lowered = text.toLowerCase();
          return named(lowered) || said.some((test) => test(lowered));
        }),
        cells.map((column) => equalTo(field, { kind: "cells", column }, names)),
      );
    }
    case "settings":
      return either(
        names.settings.test(values.names),
        cells.map((column) => settingOfCell(column, names)),
      );
    case "bills": {
      const prefixes = values.prefixes.map(withoutLeadingZero);
      return either(
        textTest(field, names, (text) => startsWithBill(text, prefixes)),
        cells.map((column) => billOfCell(field, column, names)),
      );
    }
    case "plain":
      return either(null, [
        ...values.values.map((value) => equalTo(field, { kind: "value", value, type: values.type }, names)),
        ...cells.map((column) => equalTo(field, { kind: "cells", column }, names)),
      ]);
  }
}

function either(first: LineTest | null, rest: readonly LineTest[]): LineTest {
  const tests = first === null ? rest : [first, ...rest];
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (line, row) => tests.some((test) => test(line, row));
}

/** A field of one value, or a list of which one value is enough. */
function datedTest(field: string, names: Names, ranges: ValueRanges): LineTest {
  return field === "modifiers" || field === "diagnoses"
    ? listTest(field, names, ranges)
    : scalarTest(field, names, ranges);
}

function scalarTest(field: string, names: Names, ranges: ValueRanges): LineTest {
  const column = names.fields.column(field);
  if (column.kind !== "text")
    throw new Error(`${field} is compared with codes or diagnoses, so it is a column of texts`);
  return onDays(
    column.ids,
    column.values.map((_, id) => ranges.get(id) ?? null),
    names.days,
  );
}

function listTest(field: "modifiers" | "diagnoses", names: Names, ranges: ValueRanges): LineTest {
  const lists = names.fields.members(field).lists;
  const byList = lists.map((list) => {
    let days: DateRanges | null = null;
    for (const member of list) {
      const more = ranges.get(member);
      if (more !== undefined) days = days === null ? more : unionOf(days, more);
    }
    return days;
  });
  return onDays(names.charges[field].ids, byList, names.days);
}

/** Dated items hold by the date of service of the line whose value is read (ruling 3). */
function onDays(ids: Int32Array, byId: readonly (DateRanges | null)[], days: Int32Array): LineTest {
  if (byId.every((ranges) => ranges === null || ranges === always)) {
    const holds = Uint8Array.from(byId, (ranges) => (ranges === null ? 0 : 1));
    return (line) => holds[ids[line] ?? -1] === 1;
  }
  return (line) => {
    const ranges = byId[ids[line] ?? -1] ?? null;
    return ranges !== null && holdsOn(ranges, days[line] ?? 0);
  };
}

function textTest(field: string, names: Names, test: (text: string) => boolean): LineTest {
  const column = names.fields.column(field);
  if (column.kind !== "text") throw new Error(`${field} is a column of texts in every charge file`);
  const ids = column.ids;
  const holds = Uint8Array.from(column.values, (text) => (test(text) ? 1 : 0));
  return (line) => holds[ids[line] ?? -1] === 1;
}

/** The code of the line is the cell's. */
function cellEquals(field: string, column: TableColumn, names: Names, table: TableData | null): LineTest {
  const lines = names.fields.column(field);
  if (lines.kind !== "text") return equalTo(field, { kind: "cells", column }, names);
  const ids = lines.ids;
  const cells = cellIds(column, table?.count ?? 0, names.dictionary(field));
  return (line, row) => ids[line] === cells[row];
}

/** A cell covers its diagnosis and everything more specific. */
function cellCovers(field: string, column: TableColumn, names: Names): LineTest {
  const lines = names.fields.column(field);
  return (line, row) => {
    const cell = cellText(column, row)?.replaceAll(".", "") ?? null;
    if (cell === null) return false;
    if (lines.kind === "list") return (lines.values[lines.ids[line] ?? -1] ?? []).some((one) => one.startsWith(cell));
    return lines.kind === "text" && (lines.values[lines.ids[line] ?? -1]?.startsWith(cell) ?? false);
  };
}

function settingOfCell(column: TableColumn, names: Names): LineTest {
  const byText = new Map<string, LineTest>();
  return (line, row) => {
    const text = cellText(column, row);
    if (text === null) return false;
    const test = byText.get(text) ?? names.settings.test([text]);
    byText.set(text, test);
    return test(line, row);
  };
}

function billOfCell(field: string, column: TableColumn, names: Names): LineTest {
  const bills = names.fields.column(field);
  return (line, row) => {
    const text = cellText(column, row);
    const bill = bills.kind === "text" ? bills.values[bills.ids[line] ?? -1] : undefined;
    return text !== null && bill !== undefined && startsWithBill(bill, [withoutLeadingZero(text)]);
  };
}

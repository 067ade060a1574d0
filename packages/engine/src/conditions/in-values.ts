/** `FIELD is VALUE` and `FIELD in VALUES`, by what the field holds. */
import type { InCondition, TableColumn, TableData } from "@edict/rulebook";
import { datedValueTest, valueNumber, valueTest } from "../columns/by-value.js";
import { cellText, columnOfTable } from "../columns/cells.js";
import type { DateRanges } from "../columns/date-ranges.js";
import { always, unionOf } from "../columns/date-ranges.js";
import type { SetOf } from "../columns/sets.js";
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
        scalarTest(field, names, names.codeSet(values.sets, values.spans)),
        cells.map((column) => cellEquals(field, column, names, table)),
      );
    case "diagnoses":
      return either(
        datedTest(field, names, names.diagnosisSet(values.sets, values.spans)),
        cells.map((column) => cellCovers(field, column, names)),
      );
    case "modifiers":
      return either(
        datedTest(field, names, names.modifierSet(values.sets, values.spans)),
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

/** A field of one value, or a list of which one value is enough; dated items hold by the line's date of service (ruling 3). */
function datedTest(field: string, names: Names, set: SetOf): LineTest {
  return field === "modifiers" || field === "diagnoses" ? listTest(field, names, set) : scalarTest(field, names, set);
}

function scalarTest(field: string, names: Names, set: SetOf): LineTest {
  return datedValueTest(names.fields.text(field), set, names);
}

/** So many values each test remembers, so that many tests of many values take no room to speak of. */
const mostKnown = 2048;

function listTest(field: "modifiers" | "diagnoses", names: Names, set: SetOf): LineTest {
  // Lists are many, and what stands in them is not.
  const known = new Map<string, DateRanges | null>();
  const daysOf = (list: readonly string[]): DateRanges | null => {
    let days: DateRanges | null = null;
    if (known.size > mostKnown) known.clear();
    for (let at = 0; at < list.length; at++) {
      const member = list[at] ?? "";
      let more = known.get(member);
      if (more === undefined) {
        more = set(member);
        known.set(member, more);
      }
      if (more !== null) days = days === null ? more : unionOf(days, more);
      if (days === always) break;
    }
    return days;
  };
  return datedValueTest(names.fields.list(field), daysOf, names);
}

function textTest(field: string, names: Names, test: (text: string) => boolean): LineTest {
  return valueTest(names.fields.text(field), test);
}

/** The code of the line is the cell's. */
function cellEquals(field: string, column: TableColumn, names: Names, table: TableData | null): LineTest {
  const lines = names.fields.column(field);
  if (lines.kind !== "text") return equalTo(field, { kind: "cells", column }, names);
  const cells = names.cells(column, table?.count ?? 0);
  const cellOf = valueNumber(lines, cells.idOf);
  return (line, row) => {
    const cell = cellOf(line);
    return cell >= 0 && cell === cells.ids[row];
  };
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

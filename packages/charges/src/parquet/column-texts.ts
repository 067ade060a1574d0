/**
 * The texts that the values of a Parquet column become, as SQL: what the cells of a file of text would hold. Everything is
 * read from texts, so that a file means the same whichever kind it is. What is blank is an empty text.
 */
import { listJoint } from "../values/lists.js";
import type { ParquetColumn } from "./open-parquet.js";
import { quoted } from "./open-parquet.js";

/** What a column holds. */
export type ColumnKind = "single" | "list" | "neither";

const list = /\[\d*\]$/;
const nested = /^(?:STRUCT|MAP|UNION|VARIANT)\b/;

/** Whether a type is one of single values, of lists of them, or of what no cell could hold. */
export function kindOfType(type: string): ColumnKind {
  if (!list.test(type)) return nested.test(type) ? "neither" : "single";
  const part = type.replace(list, "");
  return list.test(part) || nested.test(part) ? "neither" : "list";
}

/** The texts of a column, for a `SELECT`. */
export function textsOf({ name, type }: ParquetColumn): string {
  return `coalesce(${textOf(quoted(name, '"'), type)}, '')`;
}

function textOf(value: string, type: string): string {
  const text = `CAST(${value} AS VARCHAR)`;
  if (list.test(type)) return `array_to_string(CAST(${value} AS VARCHAR[]), chr(${listJoint}))`;
  if (type === "VARCHAR") return value;
  // A program that has no blank among whole numbers keeps them as 12.0.
  if (type === "DOUBLE" || type === "FLOAT") {
    const whole = `CASE WHEN ${value} = trunc(${value}) AND abs(${value}) < 1e15 THEN CAST(CAST(${value} AS BIGINT) AS VARCHAR)`;
    return `${whole} WHEN isnan(${value}) THEN NULL ELSE ${text} END`;
  }
  if (type.startsWith("DECIMAL")) {
    return `CASE WHEN ${value} = trunc(${value}) THEN CAST(CAST(${value} AS HUGEINT) AS VARCHAR) ELSE ${text} END`;
  }
  // An instant is told as the clocks of UTC show it.
  if (type === "TIMESTAMP WITH TIME ZONE") return textOf(`CAST(${value} AS TIMESTAMP)`, "TIMESTAMP");
  // A day that a program keeps as its midnight.
  if (type.startsWith("TIMESTAMP")) {
    return `CASE WHEN ${value} = date_trunc('day', ${value}) THEN CAST(CAST(${value} AS DATE) AS VARCHAR) ELSE ${text} END`;
  }
  return text;
}

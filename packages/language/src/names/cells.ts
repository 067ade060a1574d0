/** Cells of written tables: what type a column of texts has, and what a text is in a column of a type. */
import type { Cell, ColumnType } from "@edict/rulebook";
import { codeShape, diagnosisShape, looseDiagnosisShape, parseIsoDate, withDot } from "@edict/rulebook";

/**
 * The type of a column by its texts that are not empty: all dates, all codes (five digits are codes), all diagnoses, all
 * numbers, else text. A zero before other digits is no number: places and bills would lose it.
 */
export function inferType(texts: readonly string[]): ColumnType {
  const filled = texts.filter((text) => text !== "");
  if (filled.length === 0) return "text";
  if (filled.every((text) => parseIsoDate(text) !== null)) return "date";
  if (filled.every((text) => codeShape.test(text))) return "code";
  if (filled.every((text) => diagnosisShape.test(text))) return "diagnosis";
  if (filled.every((text) => numberOf(text) !== null && !/^-?\$?0\d/.test(text))) return "number";
  return "text";
}

/** The text as a cell of that type; undefined where the type cannot hold it. An empty text is an empty cell. */
export function cellOf(type: ColumnType, text: string): Cell | undefined {
  if (text === "") return null;
  switch (type) {
    case "text":
      return text;
    case "date":
      return parseIsoDate(text) === null ? undefined : text;
    case "number":
      return numberOf(text) ?? undefined;
    case "code": {
      const code = text.toUpperCase();
      return codeShape.test(code) ? code : undefined;
    }
    case "diagnosis":
      return dotted(text.toUpperCase()) ?? undefined;
  }
}

/** A diagnosis with its dot, where the text is one with or without it. */
export function dotted(text: string): string | null {
  if (!looseDiagnosisShape.test(text)) return null;
  return withDot(text.replace(".", ""));
}

/** `10`, `2.5`, `-1`, `$5,000`, `1,000` */
function numberOf(text: string): number | null {
  if (!/^-?\$?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(text)) return null;
  return Number(text.replace(/[$,]/g, ""));
}

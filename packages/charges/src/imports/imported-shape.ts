/** What the tables that imports write look like: their columns, and what each is for. */
import type { Column } from "@edict/rulebook";
import type { TableShape } from "../tables/table-changes.js";
import type { ImportKind } from "./import-record.js";

/** A column by its name, and what it holds. */
export interface ImportedColumn {
  readonly name: string;
  readonly type: Column["type"];
}

export interface ImportedShape extends TableShape {
  /** In the order in which they are written. */
  readonly columns: readonly ImportedColumn[];
  /**
   * True where the publisher gives no dates and each release is a picture of its first day: of the days before the first
   * release in a table, the table knows nothing.
   */
  readonly pictures: boolean;
}

/** The column that a table has where rationales were asked for. */
export const rationaleColumn: ImportedColumn = { name: "rationale", type: "text" };

const dates: readonly ImportedColumn[] = [
  { name: "effective", type: "date" },
  { name: "deleted", type: "date" },
];

/** The shape of the tables of a kind, without rationales. */
export function shapeOf(kind: ImportKind): ImportedShape {
  const dated = { from: "effective", to: "deleted" } as const;
  switch (kind) {
    case "ncci-ptp":
      return { ...dated, ...pairs("column1", "column2", "indicator"), pictures: false };
    case "ncci-add-on":
      return { ...dated, ...pairs("addon", "primary", "type"), pictures: false };
    case "code-list":
      return {
        columns: [
          { name: "code", type: "code" },
          { name: "effective", type: "date" },
          { name: "ended", type: "date" },
        ],
        keys: ["code"],
        values: [],
        from: "effective",
        to: "ended",
        pictures: false,
      };
    case "ncci-mue":
      return {
        ...dated,
        columns: [
          { name: "code", type: "code" },
          { name: "units", type: "number" },
          { name: "indicator", type: "number" },
          ...dates,
        ],
        keys: ["code"],
        values: ["units", "indicator"],
        pictures: true,
      };
  }
}

function pairs(first: string, second: string, says: string): Pick<ImportedShape, "columns" | "keys" | "values"> {
  return {
    columns: [{ name: first, type: "code" }, { name: second, type: "code" }, ...dates, { name: says, type: "number" }],
    keys: [first, second],
    values: [says],
  };
}

/**
 * The few names and values that random rulebooks and random charges are made of. They are few on purpose: lines must
 * collide with each other and with the rules, or nothing is ever found.
 */
import type { ColumnType } from "@edict/rulebook";

/** `06010` has the place among the plain codes that `G6010` has among the others. */
export const codes = ["77300", "77301", "77338", "77385", "77427", "06010", "G6002", "G6015", "0394T"] as const;

export const diagnoses = ["C50", "C50.911", "C50.912", "C51", "C61", "C7A.00", "Z51.0"] as const;

export const modifiers = ["26", "59", "TC", "XE"] as const;

/** Days at the ends of months and the ends of windows, so that lines fall on and beside every boundary. */
export const dates = [
  "2024-02-29",
  "2025-02-28",
  "2025-03-01",
  "2026-01-01",
  "2026-01-30",
  "2026-01-31",
  "2026-02-01",
  "2026-02-02",
  "2026-02-14",
  "2026-02-27",
  "2026-02-28",
  "2026-03-01",
  "2026-03-02",
  "2026-03-30",
  "2026-03-31",
  "2026-04-01",
  "2026-04-29",
  "2026-04-30",
] as const;

export const payers = ["Aetna", "Cigna", "Medicaid", "Medicare"] as const;

export const settings = ["clinic", "freestanding", "hospital"] as const;

export const tables = ["Covered", "Pairs"] as const;

export type TableName = (typeof tables)[number];

/** Declared fields, in the order of their names. */
export const declaredFields = [
  { name: "fractions", type: "number" },
  { name: "plan", type: "code" },
  { name: "planned", type: "date" },
  { name: "record", type: "source" },
  { name: "tumor_site", type: "text" },
] as const;

export const columns: { readonly [T in TableName]: readonly { readonly name: string; readonly type: ColumnType }[] } = {
  Covered: [
    { name: "code", type: "code" },
    { name: "payer", type: "text" },
    { name: "diagnosis", type: "diagnosis" },
    { name: "setting", type: "text" },
    { name: "bill", type: "text" },
    { name: "site", type: "text" },
    { name: "most", type: "number" },
    { name: "every", type: "number" },
    { name: "planned", type: "date" },
    { name: "replacement", type: "code" },
  ],
  Pairs: [
    { name: "column1", type: "code" },
    { name: "column2", type: "code" },
    { name: "effective", type: "date" },
    { name: "deleted", type: "date" },
    { name: "indicator", type: "number" },
    { name: "modifier", type: "text" },
  ],
};

/** Fields with one text in each line, and what random lines and rules write there. */
export const textFields = {
  line: ["1", "2", "3"],
  claim: ["C1", "C2"],
  payer: [
    "MEDICARE",
    "Medicare Part B of X",
    "mcr",
    "AETNA HMO",
    "Aetna",
    "CIGNA",
    "medicaid",
    "Medicare",
    "Government",
    "BCBS",
  ],
  form: ["professional", "institutional"],
  place: ["11", "19", "22"],
  bill: ["131", "0131", "0851", "13"],
  revenue: ["0333", "0360"],
  setting: ["hospital", "HOSPITAL", "Freestanding", "elsewhere"],
  provider: ["A", "B", "a"],
  authorization: ["AU1"],
  sex: ["F", "M"],
  record: ["hospital", "department"],
  tumor_site: ["prostate", "Breast", "5"],
} as const;

export const numberFields = {
  units: [0, 0.1, 0.2, 0.3, 0.7, 1, 1, 1, 2, 2.5, 3, 10],
  amount: [0, 12.5, 512.4, 5000],
  age: [0, 17, 18, 66],
  fractions: [0, 1, 5, 25.5],
} as const;

export const dateFields = {
  date: dates,
  birth: ["1959-03-02", "1960-02-29", "2008-03-01", "2008-03-02"],
  through: dates,
  planned: dates,
} as const;

export const codeFields = { code: codes, plan: codes } as const;

/** Every field that a charge file may have a column for. */
export const allFields: readonly string[] = [
  ...Object.keys(textFields),
  ...Object.keys(numberFields),
  ...Object.keys(dateFields),
  ...Object.keys(codeFields),
  "patient",
  "modifiers",
  "diagnoses",
];

/** The columns of a table that hold a type. */
export function columnsOf(table: TableName | null, type: ColumnType): string[] {
  return table === null ? [] : columns[table].filter((column) => column.type === type).map(({ name }) => name);
}

/** What a rule writes after `payer is`: names of payers and groups in any case, aliases, beginnings. */
export const payerTexts = ["medicare", "GOVERNMENT", "MCR", "Aet*", "bcbs", "mcr*"] as const;

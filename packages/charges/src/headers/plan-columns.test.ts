import type { Layout } from "@edict/rulebook";
import { expect, test } from "vitest";
import { ChargeFileError } from "../charge-file-error.js";
import { layoutNamed, layoutOfFile, requireColumns } from "./choose-layout.js";
import { planColumns } from "./plan-columns.js";

/** `patient=MRN date=DOS …`: each field with the headers that say it; an error's code where there is one. */
function plan(headers: string, layout: Layout | null = null, declared: string[] = []): string {
  const list = headers.split(" ").map((header) => header.replaceAll("~", " "));
  const fields = declared.map((name) => ({ name, type: "text" as const }));
  try {
    if (layout !== null) requireColumns(layout, list, "a.csv");
    const columns = planColumns({ file: "a.csv", headers: list, layout, fields });
    return [...columns]
      .map(([field, source]) => `${field}=${source.columns.map((column) => list[column]).join("+")}`)
      .sort()
      .join(" ");
  } catch (error) {
    if (error instanceof ChargeFileError) return error.code;
    throw error;
  }
}

function layout(name: string, entries: { [field: string]: string[] }): Layout {
  return {
    name,
    doc: null,
    at: { file: "a.edict", line: 1, column: 1 },
    entries: Object.entries(entries).map(([field, from]) => ({ field, from, as: null, splitBy: null })),
  };
}

test.each([
  ["the contract's own names", "patient date code units", "code=code date=date patient=patient units=units"],
  ["usual names", "MRN DOS CPT QTY", "code=CPT date=DOS patient=MRN units=QTY"],
  [
    "spaces and punctuation",
    "Patient~ID Date-of-Service CPT/HCPCS",
    "code=CPT/HCPCS date=Date-of-Service patient=Patient~ID",
  ],
  [
    "Epic",
    "PAT_MRN_ID LN_FROM_DT LN_PROC_CD LN_PROC_MOD LN_QTY LN_AMT LINE",
    "amount=LN_AMT code=LN_PROC_CD date=LN_FROM_DT line=LINE modifiers=LN_PROC_MOD patient=PAT_MRN_ID units=LN_QTY",
  ],
  ["Epic's words for numbers", "MODIFIER_TWO MODIFIER_ONE", "modifiers=MODIFIER_ONE+MODIFIER_TWO"],
  [
    "Cerner",
    "PERSON_ID SERVICE_DT_TM ITEM_QUANTITY PERF_PHYS_ID",
    "date=SERVICE_DT_TM patient=PERSON_ID provider=PERF_PHYS_ID units=ITEM_QUANTITY",
  ],
  [
    "CMS",
    "DESYNPUF_ID CLM_ID CLM_FROM_DT HCPCS_CD HCPCS_2ND_MDFR_CD HCPCS_1ST_MDFR_CD ICD_DGNS_CD2 ICD_DGNS_CD1",
    "claim=CLM_ID code=HCPCS_CD date=CLM_FROM_DT diagnoses=ICD_DGNS_CD1+ICD_DGNS_CD2 modifiers=HCPCS_1ST_MDFR_CD+HCPCS_2ND_MDFR_CD patient=DESYNPUF_ID",
  ],
  [
    "Synthea, whose place of service is a building",
    "ID CLAIMID CHARGEID PATIENTID AMOUNT FROMDATE PLACEOFSERVICE PROCEDURECODE MODIFIER1 MODIFIER2 UNITS PATIENTINSURANCEID PROVIDERID SUPERVISINGPROVIDERID",
    "amount=AMOUNT claim=CLAIMID code=PROCEDURECODE date=FROMDATE modifiers=MODIFIER1+MODIFIER2 patient=PATIENTID provider=PROVIDERID units=UNITS",
  ],
  ["a place of service elsewhere", "PLACEOFSERVICE", "place=PLACEOFSERVICE"],
  ["a list in the order of its numbers", "DX10 DX2 DX1", "diagnoses=DX1+DX2+DX10"],
  ["a first place without a number", "MOD2 MOD", "modifiers=MOD+MOD2"],
  ["a primary diagnosis", "DX2 Primary~Diagnosis", "diagnoses=Primary~Diagnosis+DX2"],
  ["the own name before a usual one", "DOS date", "date=date"],
  ["the own name of a list before its parts", "modifiers MOD1", "modifiers=modifiers"],
  ["names that mean nothing here", "__proto__ constructor toString hasOwnProperty MODEL DX1DESC", ""],
])("%s", (_, headers, expected) => expect(plan(headers)).toBe(expected.replaceAll("~", " ")));

test("nothing is chosen silently between two usual names", () => {
  expect(plan("CPT HCPCS")).toBe("column-ambiguous");
  expect(plan("NPI PROVIDER~ID")).toBe("column-ambiguous");
  expect(plan("MOD1 MODIFIER~1")).toBe("column-ambiguous");
  expect(plan("NPI PROVIDER~ID provider")).toBe("provider=provider");
});

test("two columns of one name are an error where they would be read, and only there", () => {
  expect(plan("CPT cpt")).toBe("column-twice");
  expect(plan("code CODE")).toBe("column-twice");
  expect(plan("MOD1 MOD1")).toBe("column-twice");
  expect(plan("CPT note note")).toBe("code=CPT");
  expect(plan("CPT CPT code")).toBe("code=code");
});

test("declared fields go by their names, before usual names", () => {
  expect(plan("tumor_site Plan", null, ["tumor_site"])).toBe("payer=Plan tumor_site=tumor_site");
  expect(plan("Tumor~Site", null, ["tumor_site"])).toBe("tumor_site=Tumor Site");
  expect(plan("Plan", null, ["plan"])).toBe("plan=Plan");
});

test("a layout says its fields, usual names the rest", () => {
  const mine = layout("Mine", { provider: ["NPI"], modifiers: ["M2", "M1"] });
  expect(plan("MRN NPI PROVIDER~ID M1 M2 MOD1", mine)).toBe("modifiers=M2+M1 patient=MRN provider=NPI");
  expect(plan("npi m1 m2", mine)).toBe("modifiers=m2+m1 provider=npi");
  expect(plan("NPI", mine)).toBe("layout-column-missing");
});

test("a column that the layout uses says nothing else", () => {
  expect(plan("MRN NPI", layout("Mine", { claim: ["MRN"] }))).toBe("claim=MRN provider=NPI");
});

test("a layout's columns must be told apart, and single for a single value", () => {
  expect(plan("NPI npi", layout("Mine", { provider: ["Npi"] }))).toBe("column-twice");
  expect(plan("NPI npi", layout("Mine", { provider: ["npi"] }))).toBe("provider=npi");
  expect(plan("A B", layout("Mine", { payer: ["A", "B"] }))).toBe("layout-one-column");
});

test("a layout names fields that a column can say", () => {
  expect(plan("A", layout("Mine", { "primary diagnosis": ["A"] }))).toBe("layout-field-unknown");
});

test("without a choice, the one layout whose headers are all there is used", () => {
  const [a, b] = [layout("A", { patient: ["X"] }), layout("B", { patient: ["X"], date: ["Y"] })];
  expect(layoutOfFile([a, b], ["x", "z"], "a.csv")?.name).toBe("A");
  expect(layoutOfFile([a, b], ["z"], "a.csv")).toBeNull();
  expect(() => layoutOfFile([a, b], ["X", "Y"], "a.csv")).toThrow(/A, B/);
  expect(layoutNamed([a, b], "B")).toBe(b);
  expect(() => layoutNamed([a, b], "C")).toThrow(/A, B/);
});

/**
 * The usual names of columns: which headers are known, for which field, and from whom. `docs/charge-files.md` has the
 * same list. A name is here only where it can mean nothing else: a paid amount is no charge, an account number is no
 * patient. Case, spaces and punctuation do not count. `#` stands for a number from 1.
 */
import type { BuiltInField } from "@edict/rulebook";

/** Whose extracts have the names. `usual`: anybody's. */
export type NameSource = "usual" | "Epic" | "Cerner" | "CMS" | "Synthea";

/** Names of one field. */
export interface UsualNames {
  readonly field: Exclude<BuiltInField, "primary diagnosis">;
  readonly from: NameSource;
  readonly names: readonly string[];
}

/** All usual names besides the fields' own. In a list field, a name without a number is the first place of the list. */
export const usualNames: readonly UsualNames[] = [
  {
    field: "patient",
    from: "usual",
    names: ["PATIENT ID", "PATIENT NUMBER", "PATIENT NO", "PAT ID", "PT ID", "MRN", "PATIENT MRN", "PT MRN"],
  },
  { field: "patient", from: "usual", names: ["MEDICAL RECORD NUMBER", "MEDICAL RECORD NO", "MED REC NO"] },
  { field: "patient", from: "Epic", names: ["PAT_MRN_ID"] },
  { field: "patient", from: "Cerner", names: ["PERSON_ID"] },
  { field: "patient", from: "CMS", names: ["DESYNPUF_ID", "BENE_ID"] },
  { field: "patient", from: "Synthea", names: ["PATIENTID"] },
  {
    field: "date",
    from: "usual",
    names: ["DOS", "DATE OF SERVICE", "SERVICE DATE", "SVC DATE", "SERV DATE", "DOS FROM", "FROM DOS", "FROM DATE"],
  },
  {
    field: "date",
    from: "usual",
    names: ["DATE OF SERVICE FROM", "SERVICE DATE FROM", "SERVICE FROM DATE", "SERVICE START DATE", "DATE FROM"],
  },
  { field: "date", from: "Epic", names: ["SERVICE_DATE", "SVC_DATE", "LN_FROM_DT"] },
  { field: "date", from: "Cerner", names: ["SERVICE_DT_TM", "SERVICE_DT"] },
  { field: "date", from: "CMS", names: ["CLM_FROM_DT", "LINE_1ST_EXPNS_DT", "REV_CNTR_DT"] },
  { field: "date", from: "Synthea", names: ["FROMDATE"] },
  {
    field: "code",
    from: "usual",
    names: ["CPT", "CPT CODE", "HCPCS", "HCPCS CODE", "CPT HCPCS", "HCPCS CPT", "CPT HCPCS CODE", "HCPCS CPT CODE"],
  },
  {
    field: "code",
    from: "usual",
    names: ["PROCEDURE", "PROCEDURE CODE", "PROC", "PROC CODE", "PROC CD", "CPT4", "CPT4 CODE", "CPT CD"],
  },
  { field: "code", from: "Epic", names: ["CPT_CODE", "PROC_CODE", "LN_PROC_CD"] },
  { field: "code", from: "Cerner", names: ["CPT4", "CPT_CODE", "HCPCS_CODE"] },
  { field: "code", from: "CMS", names: ["HCPCS_CD"] },
  { field: "code", from: "Synthea", names: ["PROCEDURECODE"] },
  {
    field: "line",
    from: "usual",
    names: ["LINE NUMBER", "LINE NO", "LINE NUM", "LINE NBR", "CLAIM LINE", "CLAIM LINE NUMBER"],
  },
  { field: "line", from: "CMS", names: ["LINE_NUM", "CLM_LINE_NUM"] },
  {
    field: "claim",
    from: "usual",
    names: ["CLAIM ID", "CLAIM NUMBER", "CLAIM NO", "CLAIM NUM", "CLAIM NBR", "CLM ID", "CLM NO", "CLM NUM"],
  },
  { field: "claim", from: "CMS", names: ["CLM_ID"] },
  { field: "claim", from: "Synthea", names: ["CLAIMID"] },
  {
    field: "modifiers",
    from: "usual",
    names: [
      "MODIFIER",
      "MODIFIER LIST",
      "MODIFIER CODES",
      "MOD",
      "MODS",
      "MOD LIST",
      "MODIFIER #",
      "MOD #",
      "MODIFIER CODE #",
    ],
  },
  {
    field: "modifiers",
    from: "usual",
    names: ["PROC MOD #", "CPT MOD #", "CPT MODIFIER #", "HCPCS MOD #", "HCPCS MODIFIER #", "PROCEDURE MODIFIER #"],
  },
  { field: "modifiers", from: "usual", names: ["CPT MODIFIERS", "HCPCS MODIFIERS", "PROCEDURE MODIFIERS"] },
  { field: "modifiers", from: "Epic", names: ["MOD#", "LN_PROC_MOD"] },
  { field: "modifiers", from: "Cerner", names: ["MOD#", "MODIFIER#"] },
  { field: "modifiers", from: "Synthea", names: ["MODIFIER#"] },
  {
    field: "units",
    from: "usual",
    names: [
      "UNIT",
      "QTY",
      "QUANTITY",
      "UNITS BILLED",
      "BILLED UNITS",
      "SERVICE UNITS",
      "UNITS OF SERVICE",
      "UNIT COUNT",
    ],
  },
  {
    field: "units",
    from: "usual",
    names: ["NUMBER OF UNITS", "DAYS OR UNITS", "CHARGE QUANTITY", "CHARGE QTY", "SERVICE QUANTITY", "BILLED QUANTITY"],
  },
  { field: "units", from: "Epic", names: ["PROCEDURE_QUANTITY", "LN_QTY"] },
  { field: "units", from: "Cerner", names: ["ITEM_QUANTITY"] },
  { field: "units", from: "CMS", names: ["LINE_SRVC_CNT", "REV_CNTR_UNIT_CNT"] },
  { field: "units", from: "Synthea", names: ["UNITS"] },
  {
    field: "diagnoses",
    from: "usual",
    names: [
      "DIAGNOSIS",
      "DX",
      "DX LIST",
      "DX CODES",
      "DIAGNOSIS LIST",
      "DIAGNOSIS CODES",
      "DIAG",
      "DIAG CODES",
      "ICD10",
    ],
  },
  {
    field: "diagnoses",
    from: "usual",
    names: [
      "DX #",
      "DX CODE #",
      "DIAG #",
      "DIAG CODE #",
      "DIAGNOSIS #",
      "DIAGNOSIS CODE #",
      "DX CODE",
      "DIAGNOSIS CODE",
    ],
  },
  { field: "diagnoses", from: "usual", names: ["ICD10 CODES", "ICD 10 CM", "ICD CODES", "ICD 10 CODE"] },
  { field: "diagnoses", from: "Epic", names: ["DX_LIST", "DX#"] },
  { field: "diagnoses", from: "Cerner", names: ["DIAG#", "DIAGNOSIS#"] },
  { field: "diagnoses", from: "CMS", names: ["ICD_DGNS_CD#", "LINE_ICD_DGNS_CD"] },
  {
    field: "payer",
    from: "usual",
    names: [
      "PAYOR",
      "PAYER NAME",
      "PAYOR NAME",
      "PLAN",
      "PLAN NAME",
      "INSURANCE",
      "INSURANCE NAME",
      "INSURANCE COMPANY",
    ],
  },
  {
    field: "payer",
    from: "usual",
    names: ["PRIMARY PAYER", "PRIMARY PAYOR", "PRIMARY INSURANCE", "HEALTH PLAN", "CARRIER"],
  },
  { field: "payer", from: "Epic", names: ["PAYOR_NAME", "BENEFIT_PLAN_NAME"] },
  { field: "payer", from: "Cerner", names: ["HEALTH_PLAN", "PAYER"] },
  { field: "form", from: "usual", names: ["CLAIM FORM", "FORM TYPE"] },
  {
    field: "place",
    from: "usual",
    names: ["POS", "POS CODE", "PLACE OF SERVICE", "PLACE OF SERVICE CODE", "PLACE OF SVC"],
  },
  { field: "place", from: "Epic", names: ["LN_POS_CD"] },
  { field: "place", from: "CMS", names: ["LINE_PLACE_OF_SRVC_CD"] },
  { field: "bill", from: "usual", names: ["TOB", "TYPE OF BILL", "TYPE OF BILL CODE", "BILL TYPE", "BILL TYPE CODE"] },
  { field: "revenue", from: "usual", names: ["REV", "REV CODE", "REV CD", "REVENUE CODE", "UB REVENUE CODE"] },
  { field: "revenue", from: "Epic", names: ["LN_REV_CD", "UB_REV_CODE"] },
  { field: "revenue", from: "CMS", names: ["REV_CNTR"] },
  {
    field: "provider",
    from: "usual",
    names: [
      "NPI",
      "PROVIDER ID",
      "PROVIDER NPI",
      "RENDERING",
      "RENDERING NPI",
      "RENDERING PROVIDER",
      "RENDERING PROVIDER ID",
    ],
  },
  {
    field: "provider",
    from: "usual",
    names: ["RENDERING PROVIDER NPI", "PERFORMING PROVIDER", "PERFORMING PROVIDER ID", "PERFORMING PROVIDER NPI"],
  },
  {
    field: "provider",
    from: "usual",
    names: ["PERFORMING NPI", "SERVICE PROVIDER", "SERVICE PROVIDER ID", "SERVICING PROVIDER"],
  },
  { field: "provider", from: "Epic", names: ["SERV_PROVIDER_ID", "LN_REND_NPI"] },
  { field: "provider", from: "Cerner", names: ["PERF_PHYS_ID"] },
  { field: "provider", from: "CMS", names: ["PRF_PHYSN_NPI", "RNDRNG_PHYSN_NPI"] },
  { field: "provider", from: "Synthea", names: ["PROVIDERID"] },
  {
    field: "authorization",
    from: "usual",
    names: [
      "AUTH",
      "AUTH NUMBER",
      "AUTH NO",
      "AUTH NUM",
      "AUTH ID",
      "AUTHORIZATION NUMBER",
      "PRIOR AUTH",
      "PRIOR AUTH NUMBER",
    ],
  },
  {
    field: "authorization",
    from: "usual",
    names: ["PRIOR AUTHORIZATION", "PRIOR AUTHORIZATION NUMBER", "PRIOR AUTH NO"],
  },
  {
    field: "amount",
    from: "usual",
    names: [
      "AMT",
      "CHARGES",
      "CHARGE AMOUNT",
      "CHARGE AMT",
      "LINE CHARGE",
      "TOTAL CHARGE",
      "TOTAL CHARGES",
      "GROSS CHARGES",
    ],
  },
  {
    field: "amount",
    from: "usual",
    names: ["BILLED AMOUNT", "BILLED AMT", "AMOUNT BILLED", "BILLED CHARGES", "GROSS CHARGE"],
  },
  { field: "amount", from: "Epic", names: ["AMOUNT", "LN_AMT"] },
  { field: "amount", from: "Cerner", names: ["ITEM_EXTENDED_PRICE"] },
  { field: "amount", from: "CMS", names: ["LINE_SBMTD_CHRG_AMT", "REV_CNTR_TOT_CHRG_AMT"] },
  { field: "amount", from: "Synthea", names: ["AMOUNT"] },
  {
    field: "birth",
    from: "usual",
    names: ["DOB", "DATE OF BIRTH", "BIRTH DATE", "PATIENT DOB", "PT DOB", "PATIENT BIRTH DATE"],
  },
  { field: "birth", from: "Epic", names: ["BIRTH_DATE"] },
  { field: "birth", from: "Cerner", names: ["BIRTH_DT_TM"] },
  { field: "birth", from: "CMS", names: ["BENE_BIRTH_DT", "DOB_DT"] },
  { field: "age", from: "usual", names: ["PATIENT AGE", "AGE AT SERVICE", "AGE IN YEARS"] },
  { field: "sex", from: "usual", names: ["GENDER", "PATIENT SEX", "PATIENT GENDER", "SEX CODE", "GENDER CODE"] },
  { field: "sex", from: "CMS", names: ["BENE_SEX_IDENT_CD", "GNDR_CD"] },
  {
    field: "through",
    from: "usual",
    names: ["THRU", "THROUGH DATE", "THRU DATE", "TO DATE", "DATE TO", "DOS TO", "TO DOS", "DOS THRU", "DOS THROUGH"],
  },
  {
    field: "through",
    from: "usual",
    names: ["DATE OF SERVICE TO", "SERVICE DATE TO", "SERVICE TO DATE", "SERVICE THROUGH DATE", "SERVICE END DATE"],
  },
  { field: "through", from: "Epic", names: ["LN_TO_DT"] },
  { field: "through", from: "CMS", names: ["CLM_THRU_DT", "LINE_LAST_EXPNS_DT"] },
  { field: "through", from: "Synthea", names: ["TODATE"] },
];

/** Names of a list's places that are no name with a number. */
export const listPlaces: readonly {
  readonly field: "modifiers" | "diagnoses";
  readonly from: NameSource;
  readonly names: readonly string[];
  /** From 1. */
  readonly place: number;
}[] = [
  { field: "modifiers", from: "Epic", names: ["MODIFIER_ONE"], place: 1 },
  { field: "modifiers", from: "Epic", names: ["MODIFIER_TWO"], place: 2 },
  { field: "modifiers", from: "Epic", names: ["MODIFIER_THREE"], place: 3 },
  { field: "modifiers", from: "Epic", names: ["MODIFIER_FOUR"], place: 4 },
  { field: "modifiers", from: "CMS", names: ["HCPCS_1ST_MDFR_CD"], place: 1 },
  { field: "modifiers", from: "CMS", names: ["HCPCS_2ND_MDFR_CD"], place: 2 },
  { field: "modifiers", from: "CMS", names: ["HCPCS_3RD_MDFR_CD"], place: 3 },
  { field: "modifiers", from: "CMS", names: ["HCPCS_4TH_MDFR_CD"], place: 4 },
  {
    field: "diagnoses",
    from: "usual",
    names: ["PRIMARY DX", "PRIMARY DIAGNOSIS", "PRINCIPAL DX", "PRINCIPAL DIAGNOSIS"],
    place: 1,
  },
  { field: "diagnoses", from: "usual", names: ["PRIMARY DX CODE", "PRIMARY DIAGNOSIS CODE"], place: 1 },
  {
    field: "diagnoses",
    from: "usual",
    names: ["SECONDARY DX", "SECONDARY DIAGNOSIS", "SECONDARY DIAGNOSES"],
    place: 2,
  },
];

/**
 * Headers that mean something else where others stand beside them: in Synthea's transactions, the place of service is
 * the id of a building.
 */
export const notBeside: readonly { readonly name: string; readonly beside: readonly string[] }[] = [
  { name: "PLACEOFSERVICE", beside: ["CHARGEID", "PATIENTINSURANCEID"] },
];

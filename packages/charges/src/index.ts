// Charge files.
export type { ChargesRead, ChargesRequest, SourceRequest, SourcesRead, SourcesRequest } from "./read-charges.js";
export type { NettedPair, NettedRow } from "./lines/settle-credits.js";
export { readCharges, readSources } from "./read-charges.js";
export type { BatchesRequest, ChargeBatches } from "./charge-batches.js";
export type { RowsAccount } from "./patient-batches.js";
export { chargeBatches } from "./charge-batches.js";

// Long files in ranges, for several threads.
export type { PatientRange, PatientRanges, RangedFile } from "./ranges/patient-ranges.js";
export type { RangesRequest } from "./ranges/range-reader.js";
export { RangeReader } from "./ranges/range-reader.js";

// Table files.
export type { TableReadOptions } from "./tables/read-table.js";
export { readTable } from "./tables/read-table.js";
export { compiledTable } from "./tables/write-compiled.js";

// Published tables, imported.
export type { RejectedRow } from "./imports/rejected-rows.js";
export { importErrors, importReasons } from "./imports/diagnostics.js";
export type { ImportCounts, ImportKind, ImportRecord, ImportedRelease } from "./imports/import-record.js";
export type { CodeListColumns } from "./imports/code-list-columns.js";
export type { CodeListRequest } from "./imports/import-code-list.js";
export type { AddOnGroup } from "./imports/add-on-groups.js";
export { addOnGroups } from "./imports/add-on-groups.js";
export { importAddOn } from "./imports/import-add-on.js";
export { importCodeList } from "./imports/import-code-list.js";
export { importMue } from "./imports/import-mue.js";
export { importPtp } from "./imports/import-ptp.js";
export type { ImportDone, ImportRequest, OlderRows } from "./imports/import-request.js";
export type { ImportedShape } from "./imports/imported-shape.js";

// What a newer table changes.
export type { ChangeKind, KeyCounts, TableChange, TableComparison, TableShape } from "./tables/table-changes.js";
export { tableChanges } from "./tables/table-changes.js";
export type { DiffSide, ImportDiff } from "./imports/diff-imports.js";
export { diffImports } from "./imports/diff-imports.js";

// Credits.
export type { CreditRequest, Netting } from "./net-credits.js";
export { netCredits } from "./net-credits.js";

// What can be wrong, and the usual names of columns.
export { ChargeFileError } from "./charge-file-error.js";
export { fileErrors, rowReasons } from "./diagnostics.js";
export type { NameSource, UsualNames } from "./headers/usual-names.js";
export { listPlaces, notBeside, usualNames } from "./headers/usual-names.js";

/** Files that are no text, known by their first bytes, each with a message that says what to do instead. */
import { fileError } from "../charge-file-error.js";
import { fileErrors } from "../diagnostics.js";

/** Throws where the first bytes, behind a byte order mark, are those of Parquet, of X12 or of a workbook. */
export function refuseOtherKinds(start: Buffer, file: string): void {
  const text = start.toString("latin1").trimStart();
  if (text.startsWith("PAR1")) throw fileError(fileErrors, "file-is-parquet", { file }, {});
  if (text.startsWith("ISA*")) throw fileError(fileErrors, "file-is-x12", { file }, {});
  const isZip = text.startsWith("PK\u0003\u0004");
  const isOldWorkbook = text.startsWith("\u00d0\u00cf\u0011\u00e0");
  if (isZip || isOldWorkbook) throw fileError(fileErrors, "file-is-workbook", { file }, {});
}

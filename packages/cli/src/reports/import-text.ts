/** What is said of an import: its rejected rows, what it wrote, and that all rows are accounted for. */
import type { RejectedRow, ImportDone, ImportKind } from "@edict/charges";
import { tallied, thousands } from "@edict/rulebook";
import { safeText } from "../output/safe-text.js";

/** The account of an import. */
export function importText(done: ImportDone, output: string, onto: string | null): string {
  const { record, imported, rejectedRows, older } = done;
  const lines = rejectedRows.map(rejectedRowLine);
  const more = imported.rejected - rejectedRows.length;
  if (more > 0) lines.push(`${tallied(more, "more rejected row")} not listed; --limit lists more`);
  const held = record.to === null ? `from ${record.from} on` : `from ${record.from} to ${record.to}`;
  const what = [record.kind, record.setting, imported.release].filter((word) => word !== null).join(" ");
  lines.push(`${safeText(output)}: ${tallied(record.rows, "row")} of ${safeText(what)}, in force ${held}`);
  lines.push(
    `${tallied(imported.rows, "row")} read = ${thousands(imported.written)} written + ` +
      `${thousands(imported.neverInForce)} never in force + ${thousands(imported.repeated)} repeated + ` +
      `${thousands(imported.rejected)} rejected`,
  );
  if (older !== null) {
    const changes = imported.written - older.again;
    lines.push(
      `onto ${safeText(onto ?? "")}: ${thousands(older.again)} as before, ${thousands(changes)} new or changed, ` +
        `${thousands(older.replaced)} replaced, ${thousands(older.kept)} kept that no file names`,
    );
    if (older.keptOpen > 0) {
      lines.push(`${tallied(older.keptOpen, "kept row")} still in force; were all files of the release named?`);
    }
  }
  return lines.map((line) => `${line}\n`).join("");
}

function rejectedRowLine({ file, row, column, value, reason }: RejectedRow): string {
  const place = column === null ? "" : `, column ${column}: ${safeText(value) || "blank"}`;
  return `${safeText(file)}, row ${row}${place}: ${reason}`;
}

/** A declaration of the table, as it stands in a rule file in the folder where the command runs. */
export function tableDeclaration({ record, rationale }: ImportDone, output: string): string {
  const columns = [...columnsOf(record.kind), ...(rationale ? ["rationale text"] : [])];
  const path = output.replaceAll("\\", "/").replaceAll('"', '\\"');
  return `table ${nameOf(record.kind)}${suffixOf(record.setting)} from "${path}"\n  ${columns.join(", ")}\n`;
}

function nameOf(kind: ImportKind): string {
  switch (kind) {
    case "ncci-ptp":
      return "PtpEdits";
    case "ncci-mue":
      return "UnitEdits";
    case "ncci-add-on":
      return "AddOnEdits";
  }
}

function suffixOf(setting: string | null): string {
  const words = (setting ?? "").split(" ").filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function columnsOf(kind: ImportKind): readonly string[] {
  switch (kind) {
    case "ncci-ptp":
      return ["column1 code", "column2 code", "effective date", "deleted date", "indicator number"];
    case "ncci-mue":
      return ["code code", "units number", "indicator number", "effective date", "deleted date"];
    case "ncci-add-on":
      return ["addon code", "primary code", "type number", "effective date", "deleted date"];
  }
}

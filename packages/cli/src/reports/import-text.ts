/** What is said of an import: its rejected rows, what it wrote, and that all rows are accounted for. */
import type { ImportDone, ImportKind, OlderRows, RejectedRow } from "@edict/charges";
import { tallied, thousands } from "@edict/rulebook";
import { safeText } from "../output/safe-text.js";

/** The account of an import. */
export function importText(done: ImportDone, output: string, onto: string | null): string {
  const { record, imported, counts, rejectedRows, older } = done;
  const lines = rejectedRows.map(rejectedRowLine);
  const more = counts.rejected - rejectedRows.length;
  if (more > 0) lines.push(`${tallied(more, "more rejected row")} not listed; --limit lists more`);
  const since = record.from === null ? "from the beginning" : `from ${record.from}`;
  const held = record.to === null ? `${since} on` : `${since} to ${record.to}`;
  const releases = imported.map(({ release, effective }) => release ?? effective);
  const what = [record.kind, record.setting, ...releases].filter((word) => word !== null).join(" ");
  lines.push(`${safeText(output)}: ${tallied(record.rows, "row")} of ${safeText(what)}, in force ${held}`);
  lines.push(
    `${tallied(counts.rows, "row")} read = ${thousands(counts.written)} written + ` +
      `${thousands(counts.neverInForce)} never in force + ${thousands(counts.repeated)} repeated + ` +
      `${thousands(counts.rejected)} rejected`,
  );
  if (older !== null)
    lines.push(`onto ${safeText(onto ?? "")}: ${historyOf(record.kind, counts.written, older).join("\n")}`);
  return lines.map((line) => `${line}\n`).join("");
}

/** What became of the older table's rows; a second line is a warning. */
function historyOf(kind: ImportKind, written: number, older: OlderRows): readonly string[] {
  const { again, replaced, kept, keptOpen } = older;
  const changes = `${thousands(again)} as before, ${thousands(written - again)} new or changed`;
  switch (kind) {
    case "ncci-mue":
      return [`${changes}, ${thousands(replaced)} ended`];
    case "ncci-ptp":
    case "ncci-add-on":
    case "code-list": {
      const account = `${changes}, ${thousands(replaced)} replaced, ${thousands(kept)} kept that no file names`;
      const doubt =
        kind === "code-list" ? "--complete ends those that no file names" : "were all files of the release named?";
      const warning = `${tallied(keptOpen, "kept row")} still in force; ${doubt}`;
      return keptOpen === 0 ? [account] : [account, warning];
    }
  }
}

function rejectedRowLine({ file, row, column, value, reason }: RejectedRow): string {
  const place = column === null ? "" : `, column ${column}: ${safeText(value) || "blank"}`;
  return `${safeText(file)}, row ${row}${place}: ${reason}`;
}

/** A declaration of the table, as it stands in a rule file in the folder where the command runs. */
export function tableDeclaration({ record, rationale }: ImportDone, output: string): string {
  const columns = [...columnsOf(record.kind), ...(rationale ? ["rationale text"] : [])];
  const path = output.replaceAll("\\", "/").replaceAll('"', '\\"');
  const name = `${nameOf(record.kind)}${suffixOf(record.setting)}`;
  return `table ${name}${clauseOf(record.kind)} from "${path}"\n  ${columns.join(", ")}\n`;
}

/** What the declaration says between the name and the file. */
function clauseOf(kind: ImportKind): string {
  switch (kind) {
    case "code-list":
      return " lists valid codes effective row.effective to row.ended";
    case "ncci-ptp":
    case "ncci-mue":
    case "ncci-add-on":
      return "";
  }
}

function nameOf(kind: ImportKind): string {
  switch (kind) {
    case "ncci-ptp":
      return "PtpEdits";
    case "ncci-mue":
      return "UnitEdits";
    case "ncci-add-on":
      return "AddOnEdits";
    case "code-list":
      return "ValidCodes";
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
      return ["addon code", "primary code", "effective date", "deleted date", "type number"];
    case "code-list":
      return ["code code", "effective date", "ended date"];
  }
}

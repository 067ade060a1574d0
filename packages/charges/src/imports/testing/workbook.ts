/** Workbooks for tests, as spreadsheet programs write them: made here, so that nothing of anybody is in them. */
import { zipOf } from "./published.js";

/** A cell: a text that is shared, a number, or the XML of one. */
export type WorkbookCell = string | number | { readonly xml: string };

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Style 1 shows a date that every workbook knows, style 2 one that is written down, style 3 money. */
const styles = `${declared}<styleSheet ${main}><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-409]m/d/yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;paid &quot;0.00"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The entries of a workbook with one sheet. `entries` add to them or take their place. */
export function workbookEntries(
  rows: readonly (readonly WorkbookCell[])[],
  entries: { readonly [path: string]: string } = {},
): { [path: string]: Buffer } {
  const texts: string[] = [];
  const sheet = rows
    .map(
      (row, index) =>
        `<row r="${index + 1}" spans="1:9">${row.map((cell, at) => cellXml(cell, at, index + 1, texts)).join("")}</row>`,
    )
    .join("");
  const parts = {
    "[Content_Types].xml": `${declared}<Types/>`,
    "xl/workbook.xml": `${declared}<workbook ${main} xmlns:r="x"><workbookPr/><sheets><sheet name="Table" sheetId="1" r:id="rId3"/><sheet name="Old" sheetId="2" state="hidden" r:id="rId4"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declared}<Relationships><Relationship Id="rId3" Type="x" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": `${declared}<sst ${main} count="9">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `${declared}<worksheet ${main}><dimension ref="A1:Z9"/><cols><col min="1" max="2"/></cols><sheetData>${sheet}</sheetData><pageMargins left="0.7"/></worksheet>`,
    ...entries,
  };
  return Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, Buffer.from(text, "utf8")]));
}

/** A workbook with one sheet. */
export function workbook(
  rows: readonly (readonly WorkbookCell[])[],
  entries: { readonly [path: string]: string } = {},
): Buffer {
  return zipOf(workbookEntries(rows, entries));
}

function cellXml(cell: WorkbookCell, column: number, row: number, texts: string[]): string {
  if (typeof cell === "object") return cell.xml;
  const at = `r="${String.fromCharCode(65 + column)}${row}"`;
  if (typeof cell === "number") return `<c ${at}><v>${cell}</v></c>`;
  if (cell === "") return "";
  texts.push(cell);
  return `<c ${at} s="0" t="s"><v>${texts.length - 1}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Workbooks read as the CSV of their sheet would be, and refused where they are none of a spreadsheet program. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ChargeFileError } from "../../charge-file-error.js";
import { readSource } from "../source-files.js";
import { ptpFile, zipOf } from "../testing/published.js";
import type { WorkbookCell } from "../testing/workbook.js";
import { workbook, workbookEntries } from "../testing/workbook.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

/** The rows of a workbook, each as its number and its cells; or the code of the error. */
async function rowsOf(content: Buffer, name = "a.xlsx"): Promise<readonly string[] | string> {
  writeFileSync(join(folder, name), content);
  const found: string[] = [];
  const take = (cells: readonly string[] | null, row: number): void => {
    found.push(`${row} ${cells?.join("|") ?? "broken"}`);
  };
  try {
    await readSource(name, folder, () => ({ take, takeInPlace: () => false }));
    return found;
  } catch (error) {
    return error instanceof ChargeFileError ? error.code : String(error);
  }
}

const xml = (text: string): WorkbookCell => ({ xml: text });

test("shared texts and numbers, with the numbers of rows and the blanks between cells", async () => {
  expect(await rowsOf(workbook([["HCPCS/\nCPT Code", "Units"], [], ["0394T", 4], ["", "a & <b>", 20240101]]))).toEqual([
    "1 HCPCS/\nCPT Code|Units",
    "3 0394T|4",
    "4 |a & <b>|20240101",
  ]);
});

test("texts in the cell itself, texts in pieces, values of formulas, and cells that say not where they stand", async () => {
  const cells = [
    xml('<c r="A1" t="inlineStr"><is><r><t>in </t></r><r><rPr/><t>pieces</t></r><rPh><t>spoken</t></rPh></is></c>'),
    xml('<c t="str"><f>A1&amp;"x"</f><v>said&#xA0;so_x000D_</v></c>'),
    xml("<c/>"),
    xml('<c t="b"><v>1</v></c>'),
    xml('<x:c r="G1"><x:v>5.0</x:v></x:c>'),
    xml('<c r="H1" t="e"><v>#REF!</v></c>'),
  ];
  expect(await rowsOf(workbook([cells]))).toEqual(["1 in pieces|said\u00a0so\r||TRUE|||5|#REF!"]);
});

test("a number is a date where its style says so", async () => {
  const cells = (number: string): WorkbookCell[] =>
    [0, 1, 2, 3].map((style) => xml(`<c s="${style}"><v>${number}</v></c>`));
  expect(await rowsOf(workbook([cells("45292"), cells("45292.75"), cells("59")]))).toEqual([
    "1 45292|2024-01-01|2024-01-01|45292",
    "2 45292.75|2024-01-01|2024-01-01|45292.75",
    "3 59|1900-02-28|1900-02-28|59",
  ]);
  const book = workbookEntries([cells("43830")])["xl/workbook.xml"]?.toString() ?? "";
  const from1904 = workbook([cells("43830")], {
    "xl/workbook.xml": book.replace("<workbookPr/>", '<workbookPr date1904="1"/>'),
  });
  expect(await rowsOf(from1904)).toEqual(["1 43830|2024-01-01|2024-01-01|43830"]);
});

test("texts stand where the workbook says", async () => {
  const links =
    '<Relationships><Relationship Id="rId3" Type="a/b/worksheet" Target="/xl/worksheets/sheet1.xml"/>' +
    '<Relationship Id="rId9" Type="a/b/sharedStrings" Target="Texts.xml"/></Relationships>';
  const moved = workbook([["a"]], {
    "xl/_rels/workbook.xml.rels": links,
    "xl/Texts.xml": "<sst><si><t>moved</t></si></sst>",
  });
  expect(await rowsOf(moved)).toEqual(["1 moved"]);
});

test("a workbook in an archive is read where no text is beside it", async () => {
  const book = workbook([["77301", 1]]);
  expect(await rowsOf(zipOf({ "x/table.xlsx": book, "read me.pdf": Buffer.from("x") }), "a.zip")).toEqual([
    "1 77301|1",
  ]);
  expect(await rowsOf(zipOf({ "table.xlsx": book, "table.csv": Buffer.from("77295,2\n") }), "a.zip")).toEqual([
    "1 77295|2",
  ]);
  expect(await rowsOf(zipOf({ "table.xlsx": zipOf({ "a.txt": ptpFile() }) }), "a.zip")).toBe("archive-damaged");
  expect(await rowsOf(zipOf({ "table.xlsx": Buffer.from("PK") }), "a.zip")).toBe("archive-damaged");
});

test("one sheet is read, and which one must be plain", async () => {
  const book = workbookEntries([["a"]])["xl/workbook.xml"]?.toString() ?? "";
  const shown = workbook([["a"]], { "xl/workbook.xml": book.replace('state="hidden"', "") });
  expect(await rowsOf(shown)).toBe("workbook-sheets");
  expect(await rowsOf(workbook([["a"]], { "xl/workbook.xml": "<workbook/>" }))).toBe("workbook-sheets");
  expect(await rowsOf(workbook([["a"]], { "xl/_rels/workbook.xml.rels": "<Relationships/>" }))).toBe(
    "workbook-unreadable",
  );
});

test("what no spreadsheet program writes is refused: document types, entities, places that are none, bytes that are no text", async () => {
  const sheet = (text: string): Buffer => workbook([["a"]], { "xl/worksheets/sheet1.xml": text });
  const row = '<worksheet><sheetData><row r="1"><c t="str"><v>&lol;</v></c></row></sheetData></worksheet>';
  for (const bad of [
    `<!DOCTYPE x [<!ENTITY lol "lol">]>${row}`,
    row,
    row.replace("&lol;", "&#0;"),
    row.replace("&lol;", "& "),
    '<worksheet><row r="2"/><row r="1"/></worksheet>',
    '<worksheet><row r="99999999"/></worksheet>',
    '<worksheet><row><c r="B1"/><c r="A1"/></row></worksheet>',
    '<worksheet><row><c r="ZZZ1"/></row></worksheet>',
    '<worksheet><row><c t="s"><v>7</v></c></row></worksheet>',
    '<worksheet><row><c r="A1"',
    `<worksheet><row><c><v>${"1".repeat(4_000_001)}`,
    `<worksheet><row><c t="inlineStr"><is>${"<t>11111111</t>".repeat(500_001)}</is></c></row></worksheet>`,
  ]) {
    expect([bad.slice(0, 60), await rowsOf(sheet(bad))]).toEqual([bad.slice(0, 60), "workbook-unreadable"]);
  }
  const entry = (path: string, text: string): Buffer => workbook([["a"]], { [path]: text });
  expect(await rowsOf(entry("xl/styles.xml", " ".repeat((1 << 24) + 1)))).toBe("workbook-unreadable");
  const entries = workbookEntries([["a"]]);
  const latin1 = { ...entries, "xl/sharedStrings.xml": Buffer.from("<sst><si><t>\u00e9</t></si></sst>", "latin1") };
  expect(await rowsOf(zipOf(latin1))).toBe("workbook-unreadable");
});

test("an entry that says it unpacks to more than it may, or to less than it does, is refused", async () => {
  const entries = workbookEntries([["a"]]);
  expect(await rowsOf(zipOf(entries, { size: (1 << 30) + 1 }))).toBe("import-too-large");
  expect(await rowsOf(zipOf(entries, { size: 5 }))).toBe("archive-damaged");
});

test("whatever is done to a workbook, it is read or refused in our own words", async () => {
  const whole = workbookEntries([
    ["Code", "Units & more"],
    ["77301", 45292, { xml: '<c r="C2" s="1"><v>45292</v></c>' }],
  ]);
  const paths = Object.keys(whole);
  const change = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat(700),
    cut: fc.nat(40),
    put: fc.constantFrom(
      "",
      "<",
      ">",
      '"',
      "&",
      "&#x41;",
      "<c>",
      "</row>",
      "<v>-1</v>",
      "\u0000",
      "\u00e9",
      'r="A0"',
      't="s"',
      "<!--",
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const entries = { ...whole };
      for (const { path, at, cut, put } of changes) {
        const text = entries[path]?.toString("utf8") ?? "";
        entries[path] = Buffer.from(text.slice(0, at) + put + text.slice(at + cut), "utf8");
      }
      const found = await rowsOf(zipOf(entries));
      if (typeof found === "string") expect(["workbook-unreadable", "workbook-sheets"]).toContain(found);
    }),
    { numRuns: 100 },
  );
});

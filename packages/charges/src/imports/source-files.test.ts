import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ChargeFileError } from "../charge-file-error.js";
import { readSource } from "./source-files.js";
import { zipOf } from "./testing/published.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

/** The records of a file, each as its number and its cells; or the code of the error. */
async function records(name: string, content: Buffer | string, most?: number): Promise<readonly string[] | string> {
  writeFileSync(join(folder, name), content);
  const found: string[] = [];
  const take = (cells: readonly string[] | null, row: number): void => {
    found.push(`${row} ${cells === null ? "broken" : cells.join("|")}`);
  };
  try {
    await readSource(name, folder, () => ({ take, takeInPlace: () => false }), most === undefined ? {} : { most });
    return found;
  } catch (error) {
    return error instanceof ChargeFileError ? error.code : String(error);
  }
}

test("cells are cut at tabs or commas, whichever most lines have, and a record may run over lines in quotes", async () => {
  expect(await records("a.txt", 'a notice, and more\r\na\tb, c\r\n\r\n1\t"2\r\n3"\r\n4\t5')).toEqual([
    "1 a notice, and more",
    "2 a|b, c",
    "4 1|2\n3",
    "5 4|5",
  ]);
  expect(await records("a.csv", '"a ""b"", c",d\n1,2\n')).toEqual(['1 a "b", c|d', "2 1|2"]);
});

test("line breaks of every kind, also where a piece of the file ends between the two halves of one", async () => {
  expect(await records("a.csv", "a,1\r\nb,2\rc,3\n\rd,4\r")).toEqual(["1 a|1", "2 b|2", "3 c|3", "5 d|4"]);
  // A piece of a file has a megabyte.
  const found = await records("a.csv", `${"x,y\n".repeat((1 << 18) - 1)}x,z\r\nlast,1\r\n`);
  expect(found.slice(-2)).toEqual([`${1 << 18} x|z`, `${(1 << 18) + 1} last|1`]);
});

test("a quote that nobody closes breaks its own line, and so many of them the file", async () => {
  const rows = (count: number): string => Array.from({ length: count }, (_, index) => `${index},x`).join("\n");
  const found = await records("a.csv", `a,b\n"1,2\n${rows(300)}\n`);
  expect(found).toHaveLength(302);
  expect(found.slice(0, 4)).toEqual(["1 a|b", "2 broken", "3 0|x", "4 1|x"]);
  expect(await records("a.csv", 'a,b\n1,2\n"3,4')).toEqual(["1 a|b", "2 1|2", "3 broken"]);
  expect(await records("a.csv", `a,b\n${'1,"2"x\n'.repeat(30)}`)).toBe("quotes-not-closed");
});

test("a text that unpacks to more than it may, or a line without an end, is an error", async () => {
  const text = Buffer.from("a,b\n".repeat(1000));
  expect(await records("a.gz", gzipSync(text), 4000)).toHaveLength(1000);
  expect(await records("a.gz", gzipSync(text), 3999)).toBe("import-too-large");
  expect(await records("a.zip", zipOf({ "a.csv": text }), 3999)).toBe("import-too-large");
  expect(await records("a.csv", `a,b\n${"x".repeat(4_000_001)}\n`)).toBe("row-too-long");
});

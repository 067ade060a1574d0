import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ChargeFileError } from "../charge-file-error.js";
import { windows1252 } from "./encoding.js";
import { findFile } from "./read-bytes.js";
import { readUtf8 } from "./utf8-bytes.js";

const folder = mkdtempSync(join(tmpdir(), "edict-"));

async function read(...pieces: (Buffer | string)[]): Promise<string> {
  const path = join(folder, "a.csv");
  writeFileSync(path, Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece))));
  const file = await findFile("a.csv", folder);
  let text = "";
  for await (const piece of readUtf8(file, () => {})) text += piece.toString("utf8");
  return text;
}

async function codeOf(...pieces: (Buffer | string)[]): Promise<string> {
  return read(...pieces).then(
    () => "no error",
    (error: unknown) => (error instanceof ChargeFileError ? error.code : Promise.reject(error)),
  );
}

const bytes = (...values: number[]): Buffer => Buffer.from(values);
/** More than one piece of a file is. */
const long = "x,y\n".repeat(400_000);

test("UTF-8, with and without a byte order mark", async () => {
  expect(await read("a,é,€\n")).toBe("a,é,€\n");
  expect(await read(bytes(0xef, 0xbb, 0xbf), "a,é\n")).toBe("a,é\n");
});

test("Windows-1252 and Latin-1", async () => {
  expect(await read("a,", bytes(0x80, 0x92, 0xe9), "\n")).toBe("a,€’é\n");
  expect(windows1252(bytes(0x81, 0x9f, 0xa0, 0xff))).toBe("\u0081Ÿ\u00a0ÿ");
});

test("UTF-16 with a byte order mark, either way round", async () => {
  const little = Buffer.from("a,é,€\n", "utf16le");
  expect(await read(bytes(0xff, 0xfe), little)).toBe("a,é,€\n");
  expect(await read(bytes(0xfe, 0xff), Buffer.from(little).swap16())).toBe("a,é,€\n");
});

test("the first odd byte decides for the whole file, however late it is", async () => {
  // The é early in the file is valid UTF-8; the last byte is not, so the file is Windows-1252 from its beginning.
  const text = await read("é\n", long, bytes(0xe9), "\n");
  expect(text.slice(0, 3)).toBe("Ã©\n");
  expect(text.slice(-2)).toBe("é\n");
  const valid = await read("é\n", long, "é\n");
  expect([valid.slice(0, 2), valid.slice(-2)]).toEqual(["é\n", "é\n"]);
});

test("a character that ends beyond its piece is one character", async () => {
  for (const shift of [0, 1, 2, 3]) {
    const text = await read("x".repeat((1 << 20) - shift), "€€€");
    expect(text.slice(-4 - shift)).toBe("x".repeat(shift + 1) + "€€€");
  }
});

test("a character cut off at the end of the file makes it Windows-1252", async () => {
  expect(await read("a", bytes(0xc3))).toBe("aÃ");
});

test("a file that says it is UTF-8 and is not is refused", async () => {
  expect(await codeOf(bytes(0xef, 0xbb, 0xbf), "a", bytes(0xe9), ",b\n")).toBe("file-is-not-utf-8");
});

test("gzip is known by its bytes", async () => {
  expect(await read(gzipSync("a,é\n"))).toBe("a,é\n");
  expect((await read(gzipSync("é\n" + long), gzipSync(bytes(0xe9)))).slice(-1)).toBe("é");
  expect(await codeOf(gzipSync(long).subarray(0, 500))).toBe("file-is-damaged");
});

test("files that are no text are refused, each with its own advice", async () => {
  expect(await codeOf("a,b\n1,", bytes(0), "\n")).toBe("file-is-not-text");
  expect(await codeOf(bytes(0xff, 0xfe), Buffer.from("a\0", "utf16le"))).toBe("file-is-not-text");
  expect(await codeOf("PK", bytes(3, 4, 0))).toBe("file-is-workbook");
  expect(await codeOf(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBe("file-is-workbook");
  expect(await codeOf("PAR1", bytes(0))).toBe("file-is-parquet");
  expect(await codeOf("ISA*00*          *00*")).toBe("file-is-x12");
  expect(await codeOf(gzipSync("ISA*00*"))).toBe("file-is-x12");
  expect(await codeOf("")).toBe("file-is-empty");
  expect(await codeOf(gzipSync(""))).toBe("file-is-empty");
});

test("a missing file and a folder are said", async () => {
  await expect(findFile("none.csv", folder)).rejects.toMatchObject({ code: "file-not-found", file: "none.csv" });
  await expect(findFile(".", folder)).rejects.toMatchObject({ code: "file-not-readable" });
});

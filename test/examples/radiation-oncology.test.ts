/** The example of the README: its charges can be made again, and its run finds what is planted and loses no row. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "@edict/cli";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = "examples/radiation-oncology";

test("generating the charges again gives the same bytes", () => {
  const scratch = mkdtempSync(join(tmpdir(), "edict-example-"));
  const again = join(scratch, "charges.csv");
  execFileSync(process.execPath, [join(root, folder, "generate.mjs"), again]);
  expect(readFileSync(again, "utf8")).toBe(readFileSync(join(root, folder, "charges.csv"), "utf8"));
  rmSync(scratch, { recursive: true });
});

test("the run accounts for every row, and finds each kind of planted mistake", async () => {
  let out = "";
  const code = await main(["run", `${folder}/rules`, "--charges", `${folder}/charges.csv`], {
    cwd: root,
    stdout: { write: (text) => (out += text) },
    stderr: { write: () => true, isTTY: false },
    stdoutIsTTY: false,
    env: {},
  });
  expect(code).toBe(3);
  const [, rows, evaluated, netted, rejected] =
    /([\d,]+) rows = ([\d,]+) evaluated \+ ([\d,]+) netted \+ ([\d,]+) rejected/
      .exec(out)
      ?.map((text) => Number(text.replaceAll(",", ""))) ?? [];
  expect(rows).toBeGreaterThan(2000);
  expect((evaluated ?? 0) + (netted ?? 0) + (rejected ?? 0)).toBe(rows);
  expect(rejected).toBe(4);
  for (const rule of ["EX-101", "EX-107", "EX-110", "EX-114", "EX-115"]) expect(out).toContain(`  ${rule} `);
});

/** The example of the README: its charges can be made again, and its run finds what is planted and loses no row. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
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

test("the run accounts for every row, and every rule finds what is planted for it", async () => {
  let out = "";
  const code = await main(["run", `${folder}/rules`, "--charges", `${folder}/charges.csv`], {
    cwd: root,
    stdin: () => Promise.resolve(new Uint8Array()),
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
  expect(rows).toBeGreaterThan(3000);
  expect((evaluated ?? 0) + (netted ?? 0) + (rejected ?? 0)).toBe(rows);
  expect(rejected).toBe(4);
  // A line of the account for each rule: its findings, and the lines that it looked at.
  const found = [...out.matchAll(/^  (EX-\d+) +[1-9]\d* +[\d,]+$/gm)].map(([, rule]) => rule);
  expect(found).toEqual(declaredRules());
});

/** The ids of the rules, in the order of their bytes. */
function declaredRules(): readonly string[] {
  return readdirSync(join(root, folder, "rules"))
    .flatMap((file) => [...readFileSync(join(root, folder, "rules", file), "utf8").matchAll(/^rule (\S+)/gm)])
    .flatMap(([, rule]) => rule ?? [])
    .sort();
}

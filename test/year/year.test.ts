/** Invented charges of three hundred patients over the whole library: what is planted is found, and what is right is let be. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "@edict/cli";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the library over the charges in a folder, and leaves its findings beside them. */
async function findingsInto(folder: string): Promise<void> {
  let out = "";
  await main(["run", "rules", "--charges", join(folder, "charges.csv"), "--format", "json"], {
    cwd: root,
    stdin: () => Promise.resolve(new Uint8Array()),
    stdout: { write: (text) => (out += text) },
    stderr: { write: () => true, isTTY: false },
    stdoutIsTTY: false,
    env: {},
  });
  writeFileSync(join(folder, "findings.json"), out);
}

const generate = (folder: string): Buffer =>
  execFileSync(process.execPath, [join(root, "scripts/year/generate.mjs"), folder, "300"]);

const report = (folder: string): { readonly code: number | null; readonly out: string } => {
  const { status, stdout } = spawnSync(process.execPath, [join(root, "scripts/year/report.mjs"), folder], {
    encoding: "utf8",
  });
  return { code: status, out: stdout };
};

test("every planted mistake is found, nothing else is denied or held, and every rule can answer", async () => {
  const folder = mkdtempSync(join(tmpdir(), "edict-year-"));
  generate(folder);
  await findingsInto(folder);
  const { code, out } = report(folder);
  expect(out).toMatch(/^118 patients with a planted mistake, 118 found /m);
  expect(out).toMatch(/^0 false alarms$/m);
  expect(out).not.toMatch(/not evaluated|not found/);
  expect(out).toMatch(/ \+ 60 netted \+ 0 rejected$/m);
  expect(code).toBe(0);
  rmSync(folder, { recursive: true });
});

test("a finding that is missing and one too many are told", async () => {
  const folder = mkdtempSync(join(tmpdir(), "edict-year-"));
  generate(folder);
  await findingsInto(folder);
  const key = readFileSync(join(folder, "key.csv"), "utf8").trimEnd().split("\n");
  const [first = "", ...others] = key.slice(1);
  writeFileSync(join(folder, "key.csv"), [key[0], first.replace(/RO-[A-Z0-9-]+/, "RO-NONE"), ...others, ""].join("\n"));
  const { code, out } = report(folder);
  expect(out).toMatch(/not found: RO-NONE, line \d+ of P\d+/);
  expect(out).toMatch(/^1 false alarms\n +1 {2}RO-/m);
  expect(code).toBe(1);
  rmSync(folder, { recursive: true });
});

test("the same number of patients gives the same bytes", () => {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), "edict-year-")));
  for (const folder of folders) generate(folder);
  for (const file of ["charges.csv", "key.csv"]) {
    const [one, other] = folders.map((folder) => readFileSync(join(folder, file), "utf8"));
    expect(one).toBe(other);
  }
  for (const folder of folders) rmSync(folder, { recursive: true });
});

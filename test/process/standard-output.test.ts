/** Results that are written to a pipe, by a process of their own: none are lost, however slow the reader. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "edict-output-"));
const program = join(folder, "writes.mjs");
const lines = 200;

/** A program that writes 200 lines of 64 KiB, far more than a pipe holds. */
beforeAll(async () => {
  const source = fileURLToPath(new URL("../../packages/cli/src/output/standard-output.ts", import.meta.url));
  await build({
    stdin: {
      contents: `import { StandardOutput } from ${JSON.stringify(source)};
        const out = new StandardOutput(() => process.exit(2));
        try { for (let line = 0; line < ${lines}; line++) out.write("é".repeat(32767) + " \\n"); }
        catch (error) { process.stderr.write(error.message); process.exitCode = 3; }`,
      resolveDir: folder,
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: program,
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** How the program ends, what it wrote to a reader that takes a pause now and then, and what it said beside it. */
async function ran(stdout: "pipe" | number, read: (bytes: number, stop: () => void) => void) {
  const child = spawn(process.execPath, [program], { stdio: ["ignore", stdout, "pipe"] });
  let bytes = 0;
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const { stdout: pipe } = child;
  pipe?.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    pipe.pause();
    setTimeout(() => pipe.resume(), 1);
    read(bytes, () => pipe.destroy());
  });
  const [code] = await once(child, "close");
  return { code: Number(code), bytes, said };
}

test("a reader that is slow gets every byte", async () => {
  expect(await ran("pipe", () => undefined)).toEqual({ code: 0, bytes: lines * 65_536, said: "" });
});

test("where nobody reads on, the program ends without a word", async () => {
  const { code, said } = await ran("pipe", (_, stop) => {
    stop();
  });
  expect({ code, said }).toEqual({ code: 2, said: "" });
});

test("results that cannot be written are not passed over", async () => {
  const readOnly = openSync(program, "r");
  const { code, said } = await ran(readOnly, () => undefined);
  closeSync(readOnly);
  expect({ code, said }).toEqual({
    code: 3,
    said: "the results cannot be written (EBADF); those above are not complete",
  });
});

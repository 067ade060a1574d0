// Makes the kernel of the reader of charge files: compiles packages/charges/kernel, which is AssemblyScript, and writes its
// bytes as text into packages/charges/src/kernel/kernel-bytes.ts, or with --print to standard output. A test holds that file
// to the source.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import process from "node:process";
import asc from "assemblyscript/asc";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The text of `kernel-bytes.ts`. */
async function compileKernel() {
  let bytes = null;
  const { error } = await asc.main(
    [
      ...["packages/charges/kernel/index.ts", "--baseDir", root, "--outFile", "kernel.wasm"],
      ...["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"],
      // No function with a vector among its parameters is called from outside.
      ...["--disableWarning", "112"],
      // The memory does not grow: 512 pages of 64 KB.
      ...["--initialMemory", "512", "--maximumMemory", "512"],
    ],
    {
      stderr: process.stderr,
      writeFile: (_, contents) => {
        bytes = Buffer.from(contents);
      },
    },
  );
  if (error !== null || bytes === null) throw new Error("the kernel does not compile");
  const lines = bytes.toString("base64").match(/.{1,110}/g);
  return [
    "/** The kernel, compiled from `packages/charges/kernel` by `npm run kernel`. Do not edit. */",
    "export const kernelBytes = [",
    ...lines.map((line) => `  "${line}",`),
    '].join("");',
    "",
  ].join("\n");
}

const text = await compileKernel();
if (process.argv[2] === "--print") process.stdout.write(text);
else writeFileSync(join(root, "packages/charges/src/kernel/kernel-bytes.ts"), text);

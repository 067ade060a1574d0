// Makes the kernels of the reader of charge files and of the writer of findings: compiles the folder `kernel` of each room
// that has one, which is AssemblyScript, and writes its bytes as text into the sources, or with --print and the name of a
// room to standard output. Tests hold those files to the source.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import process from "node:process";
import asc from "assemblyscript/asc";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Of each room: where the text goes, and how many pages of 64 KB its memory has, which does not grow. V8 takes such memory,
 * used or not, for as much to collect: where a run comes to 32 MB of it, it looks through everything at once.
 */
const kernels = {
  charges: { into: "packages/charges/src/kernel/kernel-bytes.ts", pages: 384, write: asText },
  engine: { into: "packages/engine/src/findings/kernel/kernel-bytes.ts", pages: 160, write: asNumbers },
};

/** The text of a room's `kernel-bytes.ts`. */
async function compileKernel(room) {
  const { pages, write } = kernels[room];
  let bytes = null;
  const { error } = await asc.main(
    [
      ...[`packages/${room}/kernel/index.ts`, "--baseDir", root, "--outFile", "kernel.wasm"],
      ...["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"],
      // No function with a vector among its parameters is called from outside.
      ...["--disableWarning", "112"],
      ...["--initialMemory", `${pages}`, "--maximumMemory", `${pages}`],
    ],
    {
      stderr: process.stderr,
      writeFile: (_, contents) => {
        bytes = Buffer.from(contents);
      },
    },
  );
  if (error !== null || bytes === null) throw new Error("the kernel does not compile");
  return [
    `/** The kernel, compiled from \`packages/${room}/kernel\` by \`npm run kernel\`. Do not edit. */`,
    ...write(bytes),
    "",
  ].join("\n");
}

function asText(bytes) {
  const lines = bytes.toString("base64").match(/.{1,110}/g);
  return ["export const kernelBytes = [", ...lines.map((line) => `  "${line}",`), '].join("");'];
}

/** For a room that may not use what Node alone has: numbers of 32 bits, the lowest byte first, as many in a line as the formatter puts there. */
function asNumbers(bytes) {
  const words = Buffer.alloc((bytes.length + 3) & ~3);
  bytes.copy(words);
  const lines = [" "];
  for (let at = 0; at < words.length; at += 4) {
    const next = ` ${words.readInt32LE(at)},`;
    if (lines.at(-1).length + next.length > 120) lines.push(" ");
    lines.push(lines.pop() + next);
  }
  return [`export const kernelLength = ${bytes.length};`, "export const kernelWords = [", ...lines, "];"];
}

if (process.argv[2] === "--print") process.stdout.write(await compileKernel(process.argv[3]));
else {
  for (const [room, { into }] of Object.entries(kernels)) writeFileSync(join(root, into), await compileKernel(room));
}

/** The process `edict`: its own streams and arguments, and nothing else. */
import { isatty } from "node:tty";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { main } from "./main.js";
import { StandardOutput } from "./output/standard-output.js";

// Until it has come to its end, it has failed: nothing that keeps it from that may look like a clean run.
process.exitCode = exitCodes.failed;
const io: Io = {
  cwd: process.cwd(),
  stdin: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  },
  stdout: new StandardOutput(() => process.exit(exitCodes.failed)),
  stderr: {
    write: (text) => process.stderr.write(text),
    isTTY: process.stderr.isTTY,
  },
  stdoutIsTTY: isatty(1),
  threads: { program: new URL("./thread.js", import.meta.url) },
  env: process.env,
};
void end();

async function end(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), io);
}

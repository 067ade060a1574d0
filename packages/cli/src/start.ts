/** The process `edict`: its own streams and arguments, and nothing else. */
import { main } from "./main.js";

// Whoever reads the results may stop early (`edict run … | head`): there is nobody left to tell.
process.stdout.on("error", () => process.exit(2));

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: {
    write: (text) => process.stderr.write(text),
    isTTY: process.stderr.isTTY,
  },
  stdoutIsTTY: process.stdout.isTTY,
  env: process.env,
});

// node scripts/compiled-code.mjs PROGRAM RULES CHARGES: runs the bundled command once, and keeps beside it what V8 compiled
// of it on the way, for the starts to come.
import { rmSync, writeFileSync } from "node:fs";
import process from "node:process";
import { codeOf, scriptOf, start } from "../packages/cli/bin/program.js";

const [program, rules, charges] = process.argv.slice(2);
// What was compiled before says nothing of this text, and where it was taken, V8 would compile under other flags.
rmSync(codeOf(program), { force: true });
const script = scriptOf(program);
process.argv.splice(1, Infinity, program, "run", rules, "--charges", charges, "--format", "ndjson");
process.on("exit", (code) => {
  // 2: it could not be done. Something found, or not evaluated, is as good.
  if (code !== 2) writeFileSync(codeOf(program), script.createCachedData());
  process.exitCode = code === 2 ? 2 : 0;
});
start(script, program);

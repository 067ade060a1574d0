/** What findings cost: a rule that finds every line, beside one that looks at every line and finds none. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../generate.mjs";
import { compete, edict, ratio, say } from "../measure.mjs";

export async function findings({ folder, rounds, lines, pairs }) {
  const { charges } = await generate(folder, { lines, pairs });
  console.log(`\n${lines} charge lines, all of them found or none`);
  const run = (name, condition) => {
    const rules = join(folder, `${name}.edict`);
    writeFileSync(rules, `rule R-1 "${name}"\n  forbid any code\n${condition}  review\n`);
    return {
      name: `edict run, ${name} found`,
      args: [edict, "run", rules, "--charges", charges, "--format", "ndjson", "--threads", "1"],
      output: join(folder, `${name}.ndjson`),
    };
  };
  const [every, none] = [run("every-line", ""), run("no-line", "  when units > 1000000\n")];
  await compete([every, none], rounds);
  say([every, none], "every line found as a part of it");
  console.log(`every line found / none: ${ratio(every, none).toFixed(2)}`);
}

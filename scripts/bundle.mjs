// Makes the command one file, packages/cli/dist/edict.js, and the language server that editors start another,
// packages/lsp/dist/server.cjs. DuckDB stays outside, since it is heavy and rarely needed;
// it is loaded where charges or a table are Parquet, or findings are to be.
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../", import.meta.url);
const room = (name) => fileURLToPath(new URL(`packages/${name}/src/index.ts`, root));

const path = (name) => fileURLToPath(new URL(name, root));

const options = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  sourcemap: "linked",
  legalComments: "linked",
  external: ["@duckdb/node-api"],
  alias: Object.fromEntries(
    ["rulebook", "language", "engine", "charges", "review", "lsp"].map((name) => [`@edict/${name}`, room(name)]),
  ),
  logLevel: "warning",
};

// A test asks for one program alone: node scripts/bundle.mjs --server FILE, or --worker FILE.
const [only, file] = process.argv.slice(2);
if (only === undefined) {
  await build({
    ...options,
    entryPoints: [path("packages/cli/src/start.ts")],
    outfile: path("packages/cli/dist/edict.js"),
    format: "esm",
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
    outfile: file ?? path(`packages/lsp/dist/${name === "server" ? "server" : start}.cjs`),
    format: "cjs",
  });
}

// Makes the command one file: packages/cli/dist/edict.js. DuckDB stays outside, since it is heavy and rarely needed;
// it is loaded where a table or a charge file is Parquet.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../", import.meta.url);
const room = (name) => fileURLToPath(new URL(`packages/${name}/src/index.ts`, root));

await build({
  entryPoints: [fileURLToPath(new URL("packages/cli/src/start.ts", root))],
  outfile: fileURLToPath(new URL("packages/cli/dist/edict.js", root)),
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  sourcemap: "linked",
  legalComments: "linked",
  external: ["@duckdb/node-api"],
  alias: Object.fromEntries(
    ["rulebook", "language", "engine", "charges"].map((name) => [`@edict/${name}`, room(name)]),
  ),
  // Packages in the older module form ask for `require`.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "warning",
});

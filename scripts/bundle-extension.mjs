// Makes the VS Code extension three files with all that they need inside: packages/vscode/dist/extension.cjs, which the
// editor loads; server.cjs, the language server, which the extension starts as a process of its own; and
// charges-worker.cjs, in which the server tries rules on charges. The pages of the diagnostics and the schema of
// `edict.json` go along, since nothing is fetched. `--readable` leaves the code as
// it was written, for looking into it.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const readable = process.argv.includes("--readable");

const options = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  // In the older form, which every editor loads.
  format: "cjs",
  minify: !readable,
  // A fault says where it came about by the names of our functions.
  keepNames: true,
  sourcemap: readable ? "linked" : false,
  legalComments: "linked",
  logLevel: "warning",
};

await build({
  ...options,
  entryPoints: [path("packages/vscode/src/extension.ts")],
  outfile: path("packages/vscode/dist/extension.cjs"),
  external: ["vscode"],
});
for (const [start, name] of [
  ["start", "server"],
  ["charges-worker", "charges-worker"],
]) {
  await build({
    ...options,
    entryPoints: [path(`packages/lsp/src/${start}.ts`)],
    outfile: path(`packages/vscode/dist/${name}.cjs`),
    // Heavy, and never part of the extension: a table in a Parquet file is read by the command alone.
    external: ["@duckdb/node-api"],
    alias: Object.fromEntries(
      ["rulebook", "language", "engine", "charges"].map((name) => [
        `@edict/${name}`,
        path(`packages/${name}/src/index.ts`),
      ]),
    ),
  });
}

const docs = path("packages/vscode/dist/docs");
rmSync(docs, { recursive: true, force: true });
for (const name of ["diagnostics", "edict-schema.json"])
  cpSync(path(`docs/${name}`), join(docs, name), { recursive: true });

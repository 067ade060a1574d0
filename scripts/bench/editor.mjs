/**
 * The benchmark of the editor: `npm run bench:editor` plays keystrokes against the bundled server, in a file of about a
 * thousand lines of a rulebook of 2,000 rules in 100 files, and says how long each answer took. Diagnostics are asked for
 * after each keystroke, so the time is that of reading, checking and sending, without the pause that an editor waits.
 * `npm run bench:editor -- 1000` plays a thousand keystrokes.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startClient } from "./editor/json-rpc.mjs";
import { writeManyFiles } from "./editor/many-files.mjs";

const keystrokes = Number(process.argv[2] ?? 400);
const rules = 2000;
const files = 100;
const typed = `rule B-typed "a rule as it is typed"
  for Medicare in hospital
  effective 2024-01-01
  because BENCH "section 1"
  bundle Simulation into Set7 that follows within 30 days in the same Course
  unless modifier in Bypass on either line
  deny as CARC 97 "{code} on {date}"

`;

/** What an editor asks after a keystroke, where the server can answer it. */
const questions = [
  { name: "diagnostics", method: "textDocument/diagnostic", capability: "diagnosticProvider", with: () => ({}) },
  {
    name: "completion",
    method: "textDocument/completion",
    capability: "completionProvider",
    with: (position) => ({ position }),
  },
  { name: "hover", method: "textDocument/hover", capability: "hoverProvider", with: (position) => ({ position }) },
  {
    name: "highlight",
    method: "textDocument/documentHighlight",
    capability: "documentHighlightProvider",
    with: (position) => ({ position }),
  },
  { name: "symbols", method: "textDocument/documentSymbol", capability: "documentSymbolProvider", with: () => ({}) },
  { name: "folding", method: "textDocument/foldingRange", capability: "foldingRangeProvider", with: () => ({}) },
  {
    name: "colours",
    method: "textDocument/semanticTokens/full",
    capability: "semanticTokensProvider",
    with: () => ({}),
  },
  { name: "lenses", method: "textDocument/codeLens", capability: "codeLensProvider", with: () => ({}) },
  {
    name: "hints",
    method: "textDocument/inlayHint",
    capability: "inlayHintProvider",
    with: ({ line }) => ({
      range: { start: { line: Math.max(0, line - 30), character: 0 }, end: { line: line + 30, character: 0 } },
    }),
  },
  {
    name: "actions",
    method: "textDocument/codeAction",
    capability: "codeActionProvider",
    with: (position) => ({ range: { start: position, end: position }, context: { diagnostics: [] } }),
  },
];

const folder = mkdtempSync(join(tmpdir(), "edict-bench-"));
const path = writeManyFiles(folder, { rules, files });
const text = readFileSync(join(folder, path), "utf8");
const uri = pathToFileURL(join(folder, path)).href;
const near = (name) => fileURLToPath(new URL(name, import.meta.url));
const server = near("../../packages/lsp/dist/server.cjs");
const client = startClient(process.execPath, ["--require", near("peak-memory.cjs"), server, "--stdio"]);

const begin = performance.now();
const { capabilities } = await client.ask("initialize", {
  processId: null,
  rootUri: null,
  capabilities: { textDocument: { diagnostic: {} } },
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "rules" }],
  initializationOptions: { diagnostics: "pull" },
});
client.tell("initialized", {});
client.tell("textDocument/didOpen", { textDocument: { uri, languageId: "edict", version: 1, text } });
await client.ask("textDocument/diagnostic", { textDocument: { uri } });
const opened = performance.now() - begin;

const asked = questions.filter(({ capability }) => capabilities[capability] !== undefined);
const times = new Map(asked.map(({ name }) => [name, []]));
const ruleLines = text.split("\n").flatMap((line, index) => (line.startsWith("# Invented rule ") ? [index] : []));
let version = 1;
for (let stroke = 0; stroke < keystrokes; stroke++) {
  // A rule is typed, sign by sign, and taken out again; then another one elsewhere.
  const round = Math.floor(stroke / typed.length);
  const start = ruleLines[(round * 17 + 40) % ruleLines.length];
  const at = stroke % typed.length;
  const before = typed.slice(0, at).split("\n");
  const position = { line: start + before.length - 1, character: before.at(-1).length };
  change({ start: position, end: position }, typed[at]);
  const caret =
    typed[at] === "\n"
      ? { line: position.line + 1, character: 0 }
      : { line: position.line, character: position.character + 1 };
  for (const question of asked) {
    const sent = performance.now();
    await client.ask(question.method, { textDocument: { uri }, ...question.with(caret) });
    times.get(question.name).push(performance.now() - sent);
  }
  if (at === typed.length - 1) {
    const end = { line: start + typed.split("\n").length - 1, character: 0 };
    change({ start: { line: start, character: 0 }, end }, "");
  }
}
const said = await client.end();
rmSync(folder, { recursive: true });

const lines = text.split("\n").length;
console.log(`${rules} rules in ${files} files, ${keystrokes} keystrokes in a file of ${lines} lines`);
console.log(`open, until the first diagnostics: ${opened.toFixed(0)} ms`);
console.log("answer, ms      least     p50     p95");
for (const [name, all] of times) {
  const sorted = all.sort((left, right) => left - right);
  const shown = [0, 0.5, 0.95].map((part) => sorted[Math.floor(part * (sorted.length - 1))].toFixed(1).padStart(7));
  console.log(`${name.padEnd(13)} ${shown.join(" ")}`);
}
console.log(`peak memory: ${Math.round(Number(/peak-memory (\d+)/.exec(said)?.[1] ?? 0) / 1024)} MiB`);

function change(range, put) {
  version += 1;
  client.tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text: put }] });
}

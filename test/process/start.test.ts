/** What a start of the bundled command loads: what it was asked for, not all that it could do. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "edict-start-"));
const command = join(folder, "edict.js");

beforeAll(() => {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  execFileSync(process.execPath, [join(root, "scripts/bundle.mjs"), "--command", folder], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The texts of a file of the bundle and of all that it imports at once. */
function textsOf(file: string, seen = new Map<string, string>()): readonly string[] {
  if (!seen.has(file)) {
    const text = readFileSync(file, "utf8");
    seen.set(file, text);
    for (const [, part = ""] of text.matchAll(/^(?:import|\} from|import \{[^}]*\} from) "(\.[^"]+)";$/gm))
      textsOf(join(dirname(file), part), seen);
  }
  return [...seen.values()];
}

/** The files of ours that are in them; the bundler names each in a comment. */
function sourcesIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    [...text.matchAll(/^\/\/ ((?:packages|node_modules)\/\S+)$/gm)].map(([, path = ""]) => path),
  );
}

function part(name: string): string {
  const found = readdirSync(join(folder, "parts")).filter((file) => new RegExp(`^${name}-\\w+\\.js$`).test(file));
  expect(found).toHaveLength(1);
  return join(folder, "parts", ...found);
}

const roomsOf = (sources: readonly string[]): ReadonlySet<string> =>
  new Set(sources.map((path) => path.split("/").slice(0, 2).join("/")));

test("a start loads the words of the commands, and no room that reads or evaluates anything", () => {
  const texts = textsOf(command);
  const rooms = roomsOf(sourcesIn(texts));
  expect(rooms).toContain("packages/cli");
  expect(rooms).toContain("node_modules/commander");
  for (const heavy of ["packages/language", "packages/engine", "packages/review", "node_modules/chevrotain"])
    expect(rooms).not.toContain(heavy);
  expect(texts.join("").length).toBeLessThan(250_000);
});

test("a run loads no editor's questions, no review and no import", () => {
  const sources = sourcesIn(textsOf(part("run")));
  expect(sources).toContain("packages/engine/src/evaluate.ts");
  const unasked = ["packages/review/", "packages/language/src/editor/", "packages/language/src/format/"];
  unasked.push("packages/lsp/src/requests/", "node_modules/vscode-languageserver", "node_modules/yauzl/");
  expect(sources.filter((path) => unasked.some((start) => path.startsWith(start)))).toEqual([]);
});

test("the parts find each other wherever the folder stands", () => {
  const rules = join(folder, "a.edict");
  writeFileSync(rules, 'rule R-1 "once"\n  limit 77301 to 1 unit per day\n  deny\n');
  const said = execFileSync(process.execPath, [command, "check", rules], { encoding: "utf8" });
  expect(said).toContain("0 errors, 2 warnings in 1 file");
});

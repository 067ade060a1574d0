import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../tidy/tree.js";
import { manifest } from "./manifest.js";

const scratch = mkdtempSync(join(tmpdir(), "edict-vsix-"));
const vsix = join(scratch, "edict.vsix");

beforeAll(() => {
  const made = spawnSync(process.execPath, [join(root, "scripts/vsix.mjs"), "--out", vsix], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`the extension could not be packed: ${made.stderr}${made.stdout}`);
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The names of the files in a zip file, from the directory at its end. */
function filesIn(zip: Buffer): readonly string[] {
  const names: string[] = [];
  for (
    let at = zip.indexOf("PK\u0001\u0002", 0, "latin1");
    at >= 0;
    at = zip.indexOf("PK\u0001\u0002", at + 46, "latin1")
  ) {
    names.push(zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28)));
  }
  return names;
}

test("the packed extension is small, and holds what it needs and nothing else", () => {
  expect(statSync(vsix).size).toBeLessThan(2_000_000);
  const files = filesIn(readFileSync(vsix)).filter((name) => name.startsWith("extension/"));
  const wanted = [
    "package.json",
    "readme.md",
    "LICENSE.txt",
    manifest.main,
    "dist/server.cjs",
    "dist/charges-worker.cjs",
    "sample/planning.edict",
  ];
  const held = files.map((name) => name.slice("extension/".length));
  expect(held).toEqual(expect.arrayContaining(wanted.map((name) => name.replace(/^\.\//, ""))));
  expect(held).toEqual(
    expect.arrayContaining(["dist/docs/diagnostics/unknown-name.md", "dist/docs/edict-schema.json"]),
  );
  expect(held.filter((name) => /node_modules|\.ts$|\.map$|\.tsbuildinfo$|^src\//.test(name))).toEqual([]);
});

test.each(["extension.cjs", "server.cjs", "charges-worker.cjs"])(
  "%s needs nothing from outside but Node and the editor",
  (name) => {
    const text = readFileSync(join(root, "packages/vscode/dist", name), "utf8");
    const needed = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, target = ""]) => target.replace(/^node:/, ""));
    const outside = new Set(needed.filter((target) => !builtinModules.includes(target)));
    expect([...outside]).toEqual(name === "extension.cjs" ? ["vscode"] : []);
  },
);

test("the extension asks no other machine for anything", () => {
  const text = readFileSync(join(root, "packages/vscode/dist/extension.cjs"), "utf8");
  expect([...text.matchAll(/\brequire\("(?:node:)?(https?|http2|dns|tls|dgram)"\)/g)].map(([found]) => found)).toEqual(
    [],
  );
});

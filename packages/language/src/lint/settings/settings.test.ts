import fc from "fast-check";
import { expect, test } from "vitest";
import { marked } from "../../editor/testing/marked-text.js";
import { nearestSettings } from "./nearest-settings.js";
import { readJson } from "./json.js";
import { readSettings } from "./read-settings.js";

/** The codes of what is wrong, each with the text that it marks. */
function wrong(text: string): readonly string[] {
  const { diagnostics } = readSettings({ path: "edict.json", text });
  return diagnostics.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

test("severities are read by code", () => {
  const text = '{ "$schema": "./edict-schema.json", "lint": { "missing-because": "error", "unused-set": "off" } }';
  expect(wrong(text)).toEqual([]);
  const { settings } = readSettings({ path: "edict.json", text });
  expect([...settings.lint]).toEqual([
    ["missing-because", "error"],
    ["unused-set", "off"],
  ]);
});

test.each([
  ['{ "lint": { <|"missing-becuase"|>: "off" } }', "unknown-lint"],
  ['{ "lint": { <|"unknown-name"|>: "off" } }', "severity-of-an-error"],
  ['{ "lint": { "unused-set": <|"of"|> } }', "unknown-severity"],
  ['{ "lint": { "unused-set": <|1|> } }', "settings-form"],
  ['{ "lint": <|null|> }', "settings-form"],
  ["<|[1, [], {}]|>", "settings-form"],
  ['{ "$schema": <|{ "a": 1 }|> }', "settings-form"],
  ['{ <|"Lint"|>: {} }', "unknown-setting"],
  ['{ "lint": {}, <|"lint"|>: {} }', "setting-twice"],
  ['{ "lint": {}<||>', "settings-not-json"],
  ['{ "lint": {}, <|}|>', "settings-not-json"],
  ["{ <|lint|>: {} }", "settings-not-json"],
  ['{ "lint" <|=|> {} }', "settings-not-json"],
  ["{} <|x|>", "settings-not-json"],
  ['{ "a": <|01|> }', "settings-not-json"],
  ['{ "a": <|"|>\n" }', "settings-not-json"],
  ['{ "a": <|"|>\\x" }', "settings-not-json"],
  ["<||>", "settings-not-json"],
  ["{ <|/|>/ none\n }", "settings-not-json"],
])("%s", (written, code) => {
  const { text, ranges } = marked(written);
  expect(wrong(text)).toEqual(ranges.map(({ start, end }) => `${code} ${text.slice(start, end)}`));
});

test("what is JSON is read, and nothing else is", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json({ maxDepth: 6 }), fc.string()), (text) => {
      let is = true;
      try {
        JSON.parse(text);
      } catch {
        is = false;
      }
      expect("kind" in readJson(text)).toBe(is);
    }),
  );
});

test("brackets without end use up no stack", () => {
  expect("kind" in readJson("[".repeat(1_000_000))).toBe(false);
});

test("the nearest file holds, is read once, and none is looked for higher than the host allows", () => {
  const files = new Map([
    ["edict.json", '{ "lint": { "unused-set": "off" } }'],
    ["rules/imrt/edict.json", '{ "lint": { "unused-set": "error", "unused": "off" } }'],
  ]);
  const asked: string[] = [];
  const settings = nearestSettings(["rules/a.edict", "rules/imrt/b.edict", "rules/imrt/deep/c.edict", "x/d.edict"], {
    folderOf: (path) => path.slice(0, Math.max(0, path.lastIndexOf("/"))),
    above: (folder) => (folder === "" || folder === "x" ? null : folder.slice(0, Math.max(0, folder.lastIndexOf("/")))),
    settingsIn: (folder) => {
      const path = folder === "" ? "edict.json" : `${folder}/edict.json`;
      asked.push(path);
      const text = files.get(path);
      return text === undefined ? null : { path, text };
    },
  });
  const of = (path: string): string | undefined => settings.of(path).lint.get("unused-set");
  expect(["rules/a.edict", "rules/imrt/b.edict", "rules/imrt/deep/c.edict", "x/d.edict"].map(of)).toEqual([
    "off",
    "error",
    "error",
    undefined,
  ]);
  expect(settings.diagnostics.map(({ code }) => code)).toEqual(["unknown-lint"]);
  expect(asked).toEqual([
    "rules/edict.json",
    "edict.json",
    "rules/imrt/edict.json",
    "rules/imrt/deep/edict.json",
    "x/edict.json",
  ]);
});

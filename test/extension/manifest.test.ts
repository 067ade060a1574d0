import { tokenTypes } from "@edict/language";
import { join } from "node:path";
import { expect, test } from "vitest";
import { paths, read } from "../tidy/tree.js";
import { manifest, sources } from "./manifest.js";

const { contributes } = manifest;
// Without comments: they show examples.
const code = [...sources.values()].join("\n").replace(/^\s*\/\*\*[^]*?\*\//gm, "");
const commands = contributes.commands.map(({ command }) => command);
const settings = Object.entries(contributes.configuration.properties);

test("every command is registered, and every registered one is in the palette or said to be inner", () => {
  const registered = [...code.matchAll(/registerCommand\(\s*"([^"]+)"/g)].map(([, name = ""]) => name);
  expect(commands.filter((command) => !registered.includes(command))).toEqual([]);
  // Commands that only a lens or a message calls begin so, and are not offered to anybody.
  const offered = registered.filter((name) => !name.startsWith("edict.inner."));
  expect(offered.filter((name) => !commands.includes(name))).toEqual([]);
});

test("every command that a page, a step or the code speaks of is there", () => {
  const pages = contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description));
  const called = [...[...pages, code].join("\n").matchAll(/command:(edict\.\w+)|executeCommand\(\s*"(edict\.\w+)"/g)];
  expect(called.map(([, page, own]) => page ?? own).filter((name) => !commands.includes(name ?? ""))).toEqual([]);
});

/** Settings that the client of the protocol, or the server, reads by itself; the server's are described in `docs/editors.md`. */
const readElsewhere = [
  ...["edict.trace.server", "edict.check.delay"],
  ...["edict.hints.numbers", "edict.hints.dates", "edict.hints.windows"],
];

test("every setting is read, with the default that the manifest names, and no other is", () => {
  const table = /const defaults: Settings = \{([^]*?)\n\};/.exec(
    sources.get("packages/vscode/src/settings.ts") ?? "",
  )?.[1];
  const read = new Map(
    [...(table ?? "").matchAll(/^\s+"?([\w.]+)"?: (.+),$/gm)].map(([, name = "", value = ""]) => [
      `edict.${name}`,
      JSON.parse(value),
    ]),
  );
  expect(read).toEqual(
    new Map(settings.filter(([name]) => !readElsewhere.includes(name)).map(([name, schema]) => [name, schema.default])),
  );
  const unread = [...read.keys()].filter((name) => {
    const short = name.slice("edict.".length);
    return !code.includes(`setting("${short}")`) && !code.includes(`affectsConfiguration("${name}")`);
  });
  expect(unread).toEqual([]);
});

test("settings that are read elsewhere are read there", () => {
  expect(settings.map(([name]) => name)).toEqual(expect.arrayContaining(readElsewhere));
  expect(read("packages/lsp/src/settings.ts")).toMatch(/part\(sent, "check"\), "delay"/);
  expect(read("packages/lsp/src/settings.ts")).toMatch(/part\(sent, "hints"\)/);
});

test("every colour that the server names has a scope that the grammar knows, or is one of the editor's own", () => {
  const [{ scopes = {} } = {}] = contributes.semanticTokenScopes;
  const declared = contributes.semanticTokenTypes.map(({ id }) => id);
  expect(Object.keys(scopes)).toEqual(declared);
  expect(tokenTypes.filter((type) => !declared.includes(type))).toEqual(["keyword", "number", "string", "comment"]);
  const grammar = read("packages/vscode/syntaxes/edict.tmLanguage.json");
  expect(
    Object.values(scopes)
      .flat()
      .filter((scope) => !grammar.includes(`"${scope}"`)),
  ).toEqual([]);
});

test("every setting says what it does", () => {
  expect(settings.filter(([, { markdownDescription = "" }]) => markdownDescription.length < 20)).toEqual([]);
  const page = read("docs/vscode.md");
  expect(settings.map(([name]) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("every file that the manifest names is there", () => {
  const named = [
    manifest.icon,
    ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, ...Object.values(icon)]),
    ...contributes.grammars.map(({ path }) => path),
    "snippets/edict.json",
    // Made by the bundle, from a page of the same name.
    ...contributes.jsonValidation.map(({ url }) => url.replace("./dist/", "../../")),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  ].map((path) => join("packages/vscode", path));
  expect(named.filter((path) => !paths.includes(path))).toEqual([]);
});

test("the patterns of the language configuration do what their names say", () => {
  const { wordPattern, onEnterRules }: LanguageConfiguration = JSON.parse(
    read("packages/vscode/language-configuration.json"),
  );
  const words = "expect RO-101 on 77427-26, C50.911 or $1,200.50 in NCCI-PTP 2026-03-02 77301..77307 row.units";
  expect(words.match(new RegExp(wordPattern, "g"))).toEqual([
    ...["expect", "RO-101", "on", "77427-26", "C50.911", "or", "$1,200.50", "in", "NCCI-PTP", "2026-03-02"],
    ...["77301", "77307", "row", "units"],
  ]);
  const after = (line: string): string => {
    const rule = onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line));
    return rule === undefined ? "as the editor does" : `${rule.action.indent} ${rule.action.appendText ?? ""}`.trim();
  };
  expect(
    [
      'rule R-1 "title"',
      "  for Medicare",
      "# why",
      "#",
      "  | 77300 | 10 |",
      "table Limits",
      'table Pairs from "x.csv"',
      "codes A =",
      "codes A = 77301",
      "  ",
      'test "two"',
    ].map(after),
  ).toEqual([
    "indent",
    "as the editor does",
    "none #",
    "as the editor does",
    "none |",
    "indent |",
    "indent",
    "indent",
    "as the editor does",
    "outdent",
    "indent",
  ]);
});

interface LanguageConfiguration {
  readonly wordPattern: string;
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

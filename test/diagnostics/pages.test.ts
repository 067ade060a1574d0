/** Every code of the language has a page; its blocks are checked, what is said of them is what stands there, and its fixes mend. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { diagnosticText } from "@edict/cli";
import type { Source } from "@edict/language";
import { analyse, catalogues, families, lint, readSettings } from "@edict/language";
import type { Diagnostic, Fix } from "@edict/rulebook";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import type { Page } from "./pages.js";
import { accept, folder, readPages } from "./pages.js";

const pages = readPages();

/** A block shows one thing; that it leaves out citations, a use of what it declares, or all that lints look for, is no matter. */
const leftOut = new Set([
  ...Object.values(families).flatMap((lints) => lints.map(({ code }) => code)),
  "missing-because",
  "missing-effective",
  "unused-set",
  "unused-episode",
  "unused-table",
  "test-without-expectation",
]);

function check(text: string, { language }: Page): readonly Diagnostic[] {
  if (language === "json") return readSettings({ path: "edict.json", text }).diagnostics;
  const files = new Map([
    ["rules.edict", text],
    ["empty/", ""],
  ]);
  return lint(analyse(["rules.edict"], memoryHost(files)));
}

function othersThan(code: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter((one) => one.code !== code && !leftOut.has(one.code))
    .map((one) => `${one.code}: ${one.message}`);
}

function mended(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((so, { span, text: put }) => so.slice(0, span.start) + put + so.slice(span.end), text);
}

test("every code has a page, and every page a code", () => {
  const codes = Object.values(catalogues).flatMap((catalogue) => Object.keys(catalogue));
  expect(pages.map(({ code }) => code).sort()).toEqual(codes.sort());
  expect(pages.filter(({ code, title }) => code !== title)).toEqual([]);
  const listed = [...readFileSync(`${folder}README.md`, "utf8").matchAll(/^- \[(.+)\]\(\1\.md\)/gm)];
  expect(listed.flatMap(([, code]) => code ?? []).sort()).toEqual(codes);
});

test.each(pages.map((page) => [page.code, page] as const))("%s", (code, page) => {
  const diagnostics = check(page.avoid, page);
  const own = diagnostics.filter((one) => one.code === code);
  expect(own.length).toBeGreaterThan(0);
  expect(othersThan(code, diagnostics)).toEqual([]);
  const path = page.language === "json" ? "edict.json" : "rules.edict";
  const sources = new Map<string, Source>([[path, { path, text: page.avoid }]]);
  const said = own.map((one) => `${diagnosticText(one, sources, (_, text) => text)}\n`).join("");
  if (process.env["EDICT_ACCEPT"] === "1") accept(page, said);
  else expect(page.said).toBe(said);
  for (const fix of own.flatMap(({ fixes }) => fixes)) {
    const text = mended(page.avoid, fix);
    const left = check(text, page).map((one) => `${one.code} after the fix "${fix.title}"`);
    expect(
      left.filter((one) => one.startsWith(`${code} `) || !leftOut.has(one.split(" ")[0] ?? "")).length,
      left.join(),
    ).toBeLessThan(own.length);
  }
  if (page.prefer === null) return;
  const preferred = check(page.prefer, page);
  expect(preferred.filter((one) => one.code === code)).toEqual([]);
  expect(othersThan(code, preferred)).toEqual([]);
});

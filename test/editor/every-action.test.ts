/** Whatever an editor is offered anywhere in the example leaves a rulebook without an error, and asks nothing twice. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CodeAction } from "@edict/language";
import { analyse, codeActions, lint, makeTests } from "@edict/language";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";

const folder = fileURLToPath(new URL("../../examples/radiation-oncology/", import.meta.url));

const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.(?:edict|csv)$/.test(name) && name !== "charges.csv")
  .sort();
const files = new Map(names.map((name) => [name, readFileSync(folder + name, "utf8")]));

function errorsOf(texts: ReadonlyMap<string, string>): readonly string[] {
  const found = analyse(["rules"], memoryHost(texts)).diagnostics.filter(({ severity }) => severity === "error");
  return found.map(({ span, message }) => `${span.file}: ${message}`);
}

function applied({ edits }: CodeAction): ReadonlyMap<string, string> {
  const texts = new Map(files);
  for (const { span, text } of [...edits].sort((left, right) => right.span.start - left.span.start)) {
    const before = texts.get(span.file) ?? "";
    texts.set(span.file, before.slice(0, span.start) + text + before.slice(span.end));
  }
  return texts;
}

/** Every so many words one place is tried: all of them would take minutes. */
const stride = 12;

test("every action that is offered in the example leaves no error", () => {
  expect(errorsOf(files)).toEqual([]);
  const read = analyse(["rules"], memoryHost(files));
  // With what the lints say, as an editor shows it.
  const analysis = { ...read, diagnostics: lint(read) };
  const tried = new Map<string, CodeAction>();
  for (const path of analysis.files.keys()) {
    const text = files.get(path) ?? "";
    const words = [...text.matchAll(/[\w".-]+/g)].filter((_, at) => at % stride === 0);
    for (const { index } of words) {
      const caret = { start: index, end: index };
      const here = [
        ...codeActions(analysis, path, caret),
        ...codeActions(analysis, path, caret, ["source"]),
        ...makeTests(analysis, path, caret, ({ tests }) => tests),
      ];
      const titles = here.map(({ title }) => title);
      expect(new Set(titles).size, titles.join("; ")).toBe(titles.length);
      for (const action of here) tried.set(JSON.stringify(action.edits), action);
    }
  }
  expect(tried.size).toBeGreaterThan(30);
  for (const action of tried.values()) expect(errorsOf(applied(action)), action.title).toEqual([]);
});

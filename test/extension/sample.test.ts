import { runTests } from "@edict/engine";
import { compile } from "@edict/language";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import { paths, read } from "../tidy/tree.js";

test("the sample that a newcomer is given has no problem, and its tests pass", () => {
  const files = paths.filter((path) => path.startsWith("packages/vscode/sample/"));
  const { rulebook, diagnostics } = compile(files, memoryHost(new Map(files.map((path) => [path, read(path)]))));
  expect(diagnostics.map(({ at, code }) => `${at.file}:${at.line}: ${code}`)).toEqual([]);
  const outcomes = rulebook === null ? [] : runTests(rulebook, new Map());
  expect(outcomes.length).toBeGreaterThan(2);
  expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
});

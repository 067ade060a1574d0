import { expect, test } from "vitest";
import { isCode, isText, paths, read } from "./tree.js";

/** No file of code may be longer. */
const wall = 400;

/** A file longer than this is worth a look; it is told, not failed. */
const target = 150;

/** Longer for a reason: a list of node types reads better whole. */
const longFiles: readonly string[] = ["packages/language/src/ast/nodes.ts"];

const bannedNames = ["utils", "util", "helpers", "helper", "common", "core", "misc", "manager", "shared"];

const code = paths.filter(isCode);

function lines(path: string): number {
  return read(path).split("\n").length - 1;
}

test(`no file of code is longer than ${wall} lines`, () => {
  const long = code.filter((path) => !longFiles.includes(path) && lines(path) > wall);
  expect(long.map((path) => `${path}: ${lines(path)} lines`)).toEqual([]);
});

test("the list of long files is current", () => {
  expect(longFiles.filter((path) => !paths.includes(path) || lines(path) <= wall)).toEqual([]);
});

test("how many files are past the target is told", () => {
  const past = code.filter((path) => !path.endsWith(".test.ts") && lines(path) > target);
  if (past.length > 0) console.info(`${past.length} of ${code.length} files of code are longer than ${target} lines`);
});

test("no file is empty", () => {
  expect(paths.filter((path) => read(path).trim() === "")).toEqual([]);
});

test("no room, folder or file is named after nothing in particular", () => {
  const named = paths.filter((path) =>
    path.split("/").some((part) => bannedNames.includes(part.replace(/(?:\.test)?\.[a-z]+$/, ""))),
  );
  expect(named).toEqual([]);
});

test("files of code, rules and pages are named in kebab-case", () => {
  const ours = paths.filter((path) => /^(?:packages|test|scripts|docs|rules|examples)\//.test(path) && isText(path));
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/;
  // A page of a folder is called README everywhere, and a grammar of colours is known by how its name ends.
  const customary = (name: string): string => name.replace(/^README\.md$/, "readme.md").replace(/\.tmLanguage\./, ".");
  const named = ours.filter((path) => !kebab.test(customary(path.split("/").at(-1) ?? "")));
  expect(named).toEqual([]);
});

test("every folder on the way is kebab-case too", () => {
  const folders = new Set(paths.filter(isCode).flatMap((path) => path.split("/").slice(0, -1)));
  expect([...folders].filter((folder) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(folder))).toEqual([]);
});

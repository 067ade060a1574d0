import { expect, test } from "vitest";
import { isCode, isText, paths, read } from "./tree.js";

/**
 * The linter keeps `any`, `!` and `as` out. These files may switch a rule off for a line, each for the reason that
 * stands beside it there: a boundary where a value from outside becomes one of ours.
 */
const boundaryFiles: readonly string[] = [];

const sources = paths.filter((path) => /^packages\/[^/]+\/src\/.*\.ts$/.test(path));
const own = sources.filter((path) => !path.endsWith(".test.ts"));

/** Where a pattern is found, as `path:line`. */
function found(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

test("no rule of the linter or the compiler is switched off outside the boundary files", () => {
  const files = paths.filter((path) => isCode(path) && !path.startsWith("test/tidy/") && !boundaryFiles.includes(path));
  expect(found(files, /(?:ox|es)lint-disable|@ts-(?:ignore|nocheck)/)).toEqual([]);
  expect(found(own, /@ts-expect-error/)).toEqual([]);
});

test("the list of boundary files is current", () => {
  expect(boundaryFiles.filter((path) => !/lint-disable/.test(read(path)))).toEqual([]);
});

test("no test is skipped, alone or still to do", () => {
  const tests = paths.filter((path) => path.endsWith(".test.ts") && !path.startsWith("test/tidy/"));
  expect(found(tests, /\b(?:test|it|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b/)).toEqual([]);
  expect(found(tests, /^describe\(/)).toEqual([]);
});

test("a room exports by name", () => {
  expect(found(own, /^export \*|^export default/)).toEqual([]);
});

test("the language and the engine read no clock, no locale and no environment", () => {
  const still = own.filter((path) => /^packages\/(?:rulebook|language|engine)\//.test(path));
  const moving =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bprocess\.|\bIntl\.|\.toLocale|\.localeCompare/;
  expect(found(still, moving)).toEqual([]);
});

test("every file begins with what it is", () => {
  const bare = own.filter((path) => !path.endsWith("/index.ts") && !/^(?:\/\*\*|\/\/)/.test(read(path)));
  expect(bare).toEqual([]);
});

test("no message calls what somebody wrote invalid or illegal", () => {
  expect(found(own, /["'`][^"'`]*\b(?:invalid|illegal|unexpected token)\b/i)).toEqual([]);
});

test("nothing names a machine of its writer or where packages come from", () => {
  const files = paths.filter((path) => isText(path) && !path.startsWith("test/tidy/"));
  const places = /(?:^|[\s"'`(=])\/(?:work|home|root|mnt|Users)\//;
  const registries = /\bregistry\.[a-z0-9-]+\.[a-z]+|\bnpmjs\.(?:org|com)|\bregistry\.yarnpkg\b/i;
  expect(found(files, places)).toEqual([]);
  expect(found(files, registries)).toEqual([]);
});

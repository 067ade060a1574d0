import { posix } from "node:path";
import { expect, test } from "vitest";
import { blindSpots, placedTools, rooms, testTools } from "./import-table.js";
import { importsOf } from "./imports.js";
import { isCode, paths, read } from "./tree.js";

const code = paths.filter(isCode);

/** A sentence for each import that the table does not allow. */
function broken(path: string): readonly string[] {
  return importsOf(read(path)).flatMap((target) => {
    const wrong = wrongWith(path, target);
    return wrong === null ? [] : [`${path} imports ${target}; ${wrong}`];
  });
}

function wrongWith(path: string, target: string): string | null {
  const roomName = /^packages\/([^/]+)\//.exec(path)?.[1] ?? null;
  // What stands in a folder `testing` serves tests alone, and is not built.
  const isTest = path.endsWith(".test.ts") || path.includes("/testing/") || roomName === null;
  if (target.startsWith(".")) return wrongWithin(path, posix.join(posix.dirname(path), target), roomName);
  if (target.startsWith("node:")) {
    return isTest || rooms[roomName ?? ""]?.node === true ? null : "only a room that runs in Node alone may";
  }
  const imported = /^@edict\/(.+)$/.exec(target)?.[1];
  if (imported !== undefined) return wrongAcross(path, imported, roomName);
  if (isTest && testTools.some((tool) => target === tool || target.startsWith(`${tool}/`))) return null;
  const placed = Object.entries(placedTools).find(([folder]) => path.startsWith(folder))?.[1];
  if (placed?.includes(target) === true) return null;
  if (roomName === null)
    return path.endsWith(".mjs") || path === "vitest.config.ts" ? null : "no test may use that package";
  const allowed = rooms[roomName]?.packages.find(({ name }) => name === target);
  if (allowed === undefined) return `the table does not give ${roomName} that package`;
  return path.startsWith(`packages/${roomName}/${allowed.within}`) ? null : `only ${allowed.within} may`;
}

/** The package of what is imported, which may be a part of one: `vscode-languageclient/node`. */
function packageOf(target: string): string {
  return target.startsWith("@") ? target.split("/").slice(0, 2).join("/") : (target.split("/")[0] ?? target);
}

function wrongWithin(path: string, target: string, roomName: string | null): string | null {
  if (roomName !== null) {
    // Marked text is one thing for the editor's questions and for the requests that ask them.
    const forTests = ["test/hosts/", "packages/language/src/editor/testing/"];
    if (path.includes("/testing/") && forTests.some((folder) => target.startsWith(folder))) return null;
    return target.startsWith(`packages/${roomName}/`) ? null : "import another room by its name, @edict/…";
  }
  if (path.endsWith(".mjs")) return null;
  return target.startsWith("packages/") ? "import a room by its name, @edict/…" : null;
}

function wrongAcross(path: string, imported: string, roomName: string | null): string | null {
  if (rooms[imported] === undefined) return "a room is imported whole, by its name alone";
  if (roomName !== null) {
    return rooms[roomName]?.rooms.includes(imported) === true ? null : `the table keeps ${imported} from ${roomName}`;
  }
  const blind = Object.entries(blindSpots).find(([folder]) => path.startsWith(folder))?.[1];
  return blind?.includes(imported) === true ? `it must not know ${imported}` : null;
}

test("every import is one that the table allows", () => {
  expect(code.flatMap(broken)).toEqual([]);
});

test("every room stands in the table", () => {
  const found = new Set(paths.flatMap((path) => /^packages\/([^/]+)\/package\.json$/.exec(path)?.[1] ?? []));
  expect([...found].sort()).toEqual(Object.keys(rooms).sort());
});

test("each room declares the rooms and packages of the table, and no others", () => {
  for (const [name, room] of Object.entries(rooms)) {
    const manifest: { dependencies?: object; devDependencies?: object } = JSON.parse(
      read(`packages/${name}/package.json`),
    );
    const always = room.packages.filter(({ onDemand, provided }) => onDemand !== true && provided !== true);
    const wanted = [
      ...room.rooms.map((other) => `@edict/${other}`),
      ...always.map((outside) => packageOf(outside.name)),
    ];
    const declared = room.bundled === true ? manifest.devDependencies : manifest.dependencies;
    expect(Object.keys(declared ?? {}).sort(), name).toEqual(wanted.sort());
    if (room.bundled === true) expect(manifest.dependencies, name).toBeUndefined();
  }
});

test("what is loaded on demand is never imported at the start", () => {
  const heavy = Object.values(rooms).flatMap(({ packages }) => packages.filter(({ onDemand }) => onDemand === true));
  const atStart = code.filter(
    (path) =>
      path.startsWith("packages/") &&
      !path.endsWith(".test.ts") &&
      heavy.some(({ name }) => new RegExp(`^import (?!type ).*"${name}"`, "m").test(read(path))),
  );
  expect(atStart).toEqual([]);
});

test("the reader of imports sees every form", () => {
  const text = [
    'import a from "a";',
    'import type { B } from "b";',
    "import {",
    "  c,",
    '} from "c";',
    'export { d } from "d";',
    'import "e";',
    ["const f = await import", '("f");'].join(""),
    'const edict = `table T from "data.csv"`;',
  ].join("\n");
  expect([...importsOf(text)].sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
});

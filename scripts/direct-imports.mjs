// For esbuild: an import through the index of one of our rooms becomes imports of the files that its names come from. An
// index mentions every file of its room, and whoever imports one name of it would bring them all into its part of the
// bundle. Indexes list names and do nothing, which `test/tidy` holds.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const exported = /^export \{([^}]*)\} from "\.\/([^"]+)\.js";/gm;
const imported = /^import \{([^}]*)\} from "@edict\/([a-z]+)";/gm;

const listed = (names) =>
  names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** `indexOf`: the path of a room's index. */
export function directImports(rooms, indexOf) {
  return {
    name: "direct-imports",
    async setup(build) {
      const homes = new Map();
      for (const room of rooms) {
        const text = await readFile(indexOf(room), "utf8");
        for (const [, names, file] of text.matchAll(exported))
          for (const name of listed(names)) homes.set(`${room} ${name}`, join(dirname(indexOf(room)), `${file}.ts`));
      }
      build.onLoad({ filter: /packages[\\/][a-z]+[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        // It is there without an import, and what is imported of it asks Node for all that it can say of itself.
        const own = text.replace(/^import process from "node:process";/m, "");
        const contents = own.replace(imported, (statement, names, room) => direct(statement, names, room));
        return { contents, loader: "ts" };
      });
      function direct(statement, names, room) {
        const imports = listed(names).map((name) => {
          const home = homes.get(`${room} ${name}`);
          if (home === undefined) throw new Error(`the index of ${room} does not say where ${name} comes from`);
          return `import { ${name} } from ${JSON.stringify(home)};`;
        });
        // Every line stays where it is, for those who read a fault's place.
        return imports.join(" ") + "\n".repeat(statement.split("\n").length - 1);
      }
    },
  };
}

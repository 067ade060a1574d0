import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Tests read the sources, so that `npm test` needs no build.
const room = (name: string) => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: Object.fromEntries(
      ["rulebook", "language", "engine", "charges", "review", "lsp", "cli"].map((name) => [
        `@edict/${name}`,
        room(name),
      ]),
    ),
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/temporary-folder.ts",
    testTimeout: 60_000,
  },
});

import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { settingsSchema } from "@edict/language";
import { Ajv } from "ajv";
import { expect, test } from "vitest";

const path = fileURLToPath(new URL("../../docs/edict-schema.json", import.meta.url));

test("docs/edict-schema.json is what the catalogues say; run npm run accept where it is not", () => {
  const made = `${JSON.stringify(settingsSchema(), null, 2)}\n`;
  if (process.env["EDICT_ACCEPT"] === "1") writeFileSync(path, made);
  expect(readFileSync(path, "utf8")).toBe(made);
});

test("the schema takes settings, and no others", () => {
  const fits = new Ajv().compile(settingsSchema());
  expect(fits({ $schema: "edict-schema.json", lint: { "missing-because": "error", "unused-set": "off" } })).toBe(true);
  expect(fits({ lint: { "unknown-name": "off" } })).toBe(false);
  expect(fits({ lint: { "unused-set": "warn" } })).toBe(false);
  expect(fits({ lints: {} })).toBe(false);
});

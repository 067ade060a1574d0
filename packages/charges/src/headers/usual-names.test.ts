import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fieldOrder } from "../lines/field-kind.js";
import { headerKey } from "./header-key.js";
import { nameOfHeader } from "./name-of-header.js";
import { listPlaces, usualNames } from "./usual-names.js";

const page = new URL("../../../../docs/charge-files.md", import.meta.url);
const [begin, end] = ["<!-- usual names: begin -->\n", "<!-- usual names: end -->\n"];

test("no name is claimed by two fields", () => {
  const owners = new Map<string, Set<string>>();
  for (const { field, names } of [...usualNames, ...listPlaces]) {
    for (const name of names) {
      const key = `${headerKey(name)}${name.includes("#") ? "#" : ""}`;
      owners.set(key, (owners.get(key) ?? new Set()).add(field));
    }
  }
  expect([...owners].filter(([, fields]) => fields.size > 1)).toEqual([]);
});

test("no name is another field's own name", () => {
  const own = new Map(fieldOrder.map((field) => [headerKey(field), field]));
  const wrong = usualNames.flatMap(({ field, names }) =>
    names.filter((name) => (own.get(headerKey(name)) ?? field) !== field),
  );
  expect(wrong).toEqual([]);
});

test("every name is known for its field", () => {
  for (const { field, names } of usualNames) {
    for (const name of names) {
      expect(nameOfHeader(name.replace("#", "3"), new Set()), name).toMatchObject({ field });
    }
  }
});

test("the page lists the names as the code has them", () => {
  const text = readFileSync(page, "utf8");
  const [before, rest] = cut(text, begin);
  const [, after] = cut(rest, end);
  const expected = `${before}${begin}\n${table()}\n${end}${after}`;
  if (process.env["EDICT_ACCEPT"] === "1") writeFileSync(page, expected);
  expect(readFileSync(page, "utf8")).toBe(expected);
});

/** One row a field: its own name, the usual ones, and those of each system. */
function table(): string {
  const rows = fieldOrder.map((field) => {
    const known = [...usualNames, ...listPlaces].filter((entry) => entry.field === field);
    const cell = (from: string): string =>
      [...new Set(known.filter((entry) => entry.from === from).flatMap((entry) => entry.names))]
        .map((name) => `\`${name}\``)
        .join(", ");
    return [`\`${field}\``, cell("usual"), cell("Epic"), cell("Cerner"), cell("CMS"), cell("Synthea")];
  });
  const header = ["field", "usual names", "Epic", "Cerner", "CMS", "Synthea"];
  const widths = header.map((_, column) => Math.max(3, ...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  return line(header) + line(widths.map((width) => "-".repeat(width))) + rows.map(line).join("");
}

function cut(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  if (place === -1) throw new Error(`the page lacks ${at}`);
  return [text.slice(0, place), text.slice(place + at.length)];
}

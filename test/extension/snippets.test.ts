import { compile } from "@edict/language";
import { expect, test } from "vitest";
import { memoryHost } from "../hosts/memory-host.js";
import { read } from "../tidy/tree.js";

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

const snippets: Readonly<Record<string, Snippet>> = JSON.parse(read("packages/vscode/snippets/edict.json"));

/** What is there once every stop is left as it was offered. */
function expanded({ body }: Snippet): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+:([^{}]*)\}/g, "$1");
}

/** What a rulebook has declared that somebody puts a snippet into. */
const around = `authority AUTHORITY "who says so"
payer Medicare = "MEDICARE"
payer Aetna = "AETNA"
payer BlueShield = "BLUE SHIELD"
codes Delivery = 77402, 77412
table Pairs
  | column1 code | column2 code | effective date | deleted date |
  | 77301        | 77280        | 2024-01-01     |              |
rule RO-101 "a rule"
  effective 2020-01-01
  because AUTHORITY
  bundle 77280, 77290 into 77301 that follows within 30 days
  deny
`;

test.each(Object.entries(snippets))("%s: as it is offered, it is a rule without mistakes", (_, snippet) => {
  const text = expanded(snippet);
  expect(text).not.toContain("${");
  // What the snippet declares itself is not declared around it.
  const own = /^(\w+) ([\w-]+)/.exec(text)?.slice(1) ?? [];
  const [kind = "", name = ""] = own;
  const declares = !["override", "waive", "test"].includes(kind) && new RegExp(`^${kind} ${name}\\b`, "m").test(around);
  const renamed = declares ? text.replace(`${kind} ${name}`, `${kind} Own-${name}`) : text;
  const host = memoryHost(
    new Map([
      ["around.edict", around],
      ["snippet.edict", renamed],
      ["data/pairs.csv", "column1,column2,effective,deleted\n"],
    ]),
  );
  const { diagnostics } = compile(["around.edict", "snippet.edict"], host);
  const mistakes = diagnostics.filter(({ code, at }) => at.file === "snippet.edict" && !code.startsWith("unused-"));
  expect(mistakes.map(({ at, code, message }) => `${at.line}: ${code}: ${message}`)).toEqual([]);
});

test("no two snippets start with the same letters alone", () => {
  const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

/**
 * Writes `docs/rulebook.md` from the types of `packages/rulebook` and their doc comments, so that the page cannot say
 * anything else than the code. `--print` prints the page instead; `test/tidy` compares it with the one that is there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);
const sources = [
  ["The rulebook", "rulebook.ts"],
  ["Rules", "rule.ts"],
  ["The three kernels", "checks.ts"],
  ["Conditions", "conditions.ts"],
  ["Sets", "sets.ts"],
  ["Tables", "tables.ts"],
  ["Tests", "tests.ts"],
  ["Fields", "fields.ts"],
  ["Dates", "calendar.ts"],
  ["Places", "place.ts"],
  ["Findings and the account of a run", "finding.ts"],
];

const page = [
  "# The compiled rulebook",
  "",
  "`edict compile` writes a rulebook as one JSON document, and every command takes that document in place of rule",
  "files. This page is made from the types in `packages/rulebook` by `scripts/rulebook-docs.mjs`; do not edit it.",
  "The JSON Schema is `rulebookSchema` of that package, and `readRulebook` checks what a schema cannot: that every name",
  "is declared, that dates exist, that ranges run upwards. A change of this shape raises `format`.",
  "",
  "The document is printed in one way only: keys in the order below, lists as given, UTF-8, two spaces, and a list or",
  "an object of nothing but plain values on one line. Equal rulebooks are equal bytes.",
  "",
  "`packages/rulebook/example.json` is a whole one that uses every part. A rule of it:",
  "",
  "```json",
  example(),
  "```",
  ...sources.flatMap(([title, file]) => section(title, file)),
  "",
].join("\n");

if (process.argv.includes("--print")) process.stdout.write(page);
else writeFileSync(new URL("docs/rulebook.md", root), page);

/** The lines of one rule of the example, moved to the left. */
function example() {
  const lines = readFileSync(new URL("packages/rulebook/example.json", root), "utf8").split("\n");
  const start = lines.findIndex((line) => line.includes('"id": "RO-201"')) - 1;
  const length = lines.slice(start).findIndex((line) => line === "    },") + 1;
  const rule = lines.slice(start, start + length).map((line) => line.slice(4));
  return rule.join("\n").replace(/,$/, "");
}

/** A heading, what the file says of itself, and each exported type. */
function section(title, file) {
  const path = fileURLToPath(new URL(`packages/rulebook/src/${file}`, root));
  const text = readFileSync(path, "utf8");
  const about = /^\/\*\*([\s\S]*?)\*\//.exec(text);
  const types = [...text.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?^export (?:interface|type) (\w+)[^\n]*/gm)];
  return [
    "",
    `## ${title}`,
    "",
    prose(about?.[1] ?? ""),
    ...types.flatMap((found) => {
      const [whole, doc, name] = found;
      const from = text.indexOf(`export `, found.index + (doc === undefined ? 0 : whole.indexOf("export ")));
      const own = doc !== undefined && found.index === 0 ? undefined : doc;
      return [
        "",
        `### ${name}`,
        ...(own === undefined ? [] : ["", prose(own)]),
        "",
        "```ts",
        declaration(text, from),
        "```",
      ];
    }),
  ];
}

/** A declaration from its first character to the end of its block or to its semicolon. */
function declaration(text, from) {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith("/**", at)) at = text.indexOf("*/", at) + 1;
    else if (text[at] === "{") depth++;
    else if (text[at] === "}") depth--;
    const ends = depth === 0 && (text[at] === ";" || (text[at] === "}" && text.startsWith("export interface", from)));
    if (ends) return text.slice(from, at + 1).replaceAll(/\b(?:export|readonly) /g, "");
  }
  throw new Error("a declaration in packages/rulebook does not end; the compiler would have said so");
}

/** A doc comment as a paragraph. */
function prose(comment) {
  return comment
    .split("\n")
    .map((line) => line.replace(/^\s*\*? ?/, "").trim())
    .join("\n")
    .trim();
}

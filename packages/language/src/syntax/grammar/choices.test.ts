/** `choices.ts` says what Chevrotain works out of the grammar; `npm run accept` writes it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { IProduction, Rule, TokenType } from "chevrotain";
import { Alternation, getLookaheadPaths, NonTerminal, Option, Repetition, RepetitionMandatory } from "chevrotain";
import { expect, test } from "vitest";
import { choices } from "./choices.js";
import { recordedGrammar } from "./recorded-grammar.js";

const file = fileURLToPath(new URL("choices.ts", import.meta.url));

const kinds = [
  { made: Option, name: "OPTION", said: "Option" },
  { made: Repetition, name: "MANY", said: "Repetition" },
  { made: RepetitionMandatory, name: "AT_LEAST_ONE", said: "RepetitionMandatory" },
] as const;

function choicesIn(rule: Rule, within: readonly IProduction[]): readonly string[] {
  return within.flatMap((production) => {
    if (!("definition" in production) || production instanceof NonTerminal) return [];
    const definition: readonly IProduction[] = Array.isArray(production.definition) ? production.definition : [];
    return [...choiceAt(rule, production), ...choicesIn(rule, definition)];
  });
}

function choiceAt(rule: Rule, production: IProduction): readonly string[] {
  if (production instanceof Alternation) {
    const gated: unknown = Reflect.get(production, "hasPredicates");
    const paths = getLookaheadPaths({ occurrence: production.idx, rule, prodType: "Alternation", maxLookahead: 1 });
    return [`${rule.name} OR${gated === true ? "?" : ""} ${production.idx}: ${paths.map(typesIn).join(" / ")}`];
  }
  return kinds.flatMap(({ made, name, said }) => {
    if (!(production instanceof made)) return [];
    const { idx } = production;
    // The second path is what may follow, which is not asked.
    const [path = []] = getLookaheadPaths({ occurrence: idx, rule, prodType: said, maxLookahead: 1 });
    return [`${rule.name} ${name} ${idx}: ${typesIn(path)}`];
  });
}

/** Each path is one token long, as nobody looks further ahead. */
function typesIn(paths: readonly (readonly TokenType[])[]): string {
  expect(paths.every(({ length }) => length === 1)).toBe(true);
  return paths.map(([type]) => type?.name ?? "").join(" ");
}

test("the list of choices is what Chevrotain works out", () => {
  const made = Object.values(recordedGrammar()).flatMap((rule) => choicesIn(rule, rule.definition));
  const text = `\n${made.join("\n")}\n`;
  if (process.env["EDICT_ACCEPT"] === "1")
    writeFileSync(file, readFileSync(file, "utf8").replace(/`\n[^`]*`/, `\`${text}\``));
  else expect(choices).toBe(text);
});

/** `choices.ts` says what Chevrotain works out of the grammar; `npm run accept` writes it anew. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IProduction, IToken, Rule, TokenType } from "chevrotain";
import {
  Alternation,
  getLookaheadPaths,
  Lexer,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
} from "chevrotain";
import { expect, test } from "vitest";
import { cut } from "../cut.js";
import { lex } from "../lex.js";
import { lexer, vocabulary } from "../tokens.js";
import { choices } from "./choices.js";
import { EdictParser } from "./declarations.js";

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

test("the token types are sound", () => {
  // It throws where they are not.
  expect(new Lexer([...vocabulary], { positionTracking: "onlyOffset" }).lexerDefinitionErrors).toEqual([]);
});

test("a pattern says of its tokens with what they begin, as Chevrotain works it out", () => {
  const asked = vocabulary.map(({ START_CHARS_HINT, ...type }) =>
    type.PATTERN instanceof RegExp
      ? type
      : { ...type, ...(START_CHARS_HINT === undefined ? {} : { START_CHARS_HINT }) },
  );
  expect(beginningsOf(new Lexer(asked, { positionTracking: "onlyOffset" }))).toEqual(beginningsOf(lexer));
});

/** Of each beginning the patterns that are tried, as the lexer keeps them, without what says who they are. */
function beginningsOf(one: Lexer): unknown {
  const kept: unknown = Reflect.get(one, "charCodeToPatternIdxToConfig");
  expect(kept).toHaveProperty("defaultMode");
  const own = new Set(["tokenTypeIdx", "START_CHARS_HINT"]);
  return JSON.parse(JSON.stringify(kept, (key, value: unknown) => (own.has(key) ? undefined : value)));
}

test("the last word of the vocabulary is known like the first", () => {
  for (const unit of ["days", "years"]) {
    const parser = new EdictParser();
    parser.input = [...lex({ path: "a.edict", text: `episode Course of 77412 ends after 10 ${unit} idle` }).tokens];
    parser.declaration();
    expect(parser.errors).toEqual([]);
  }
});

test("the list of choices is what Chevrotain works out", () => {
  const made = Object.values(new EdictParser("analysed").getGAstProductions()).flatMap((rule) =>
    choicesIn(rule, rule.definition),
  );
  const text = `\n${made.join("\n")}\n`;
  if (process.env["EDICT_ACCEPT"] === "1")
    writeFileSync(file, readFileSync(file, "utf8").replace(/`\n[^`]*`/, `\`${text}\``));
  else expect(choices).toBe(text);
});

function reading(parser: EdictParser, tokens: readonly IToken[]): string {
  parser.complaints = [];
  parser.openPart = null;
  parser.input = tokens.slice();
  const declaration = parser.declaration();
  const errors = parser.errors.map(({ name, message, token, context }) => [name, message, token.startOffset, context]);
  return JSON.stringify({ declaration, errors, complaints: parser.complaints, open: parser.openPart });
}

/** Every declaration of the rule library: whole, cut off at places all through it, and with a token left out there. */
test("a parser that has the list reads as one that Chevrotain analysed, and fails as it does", () => {
  const [listed, analysed] = [new EdictParser("listed"), new EdictParser("analysed")];
  const folder = fileURLToPath(new URL("../../../../../rules/", import.meta.url));
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".edict"));
  expect(paths.length).toBeGreaterThan(10);
  // Nobody reads where the failures come from.
  Reflect.set(Error, "stackTraceLimit", 0);
  for (const path of paths) {
    const source = { path, text: readFileSync(join(folder, path), "utf8") };
    for (const { tokens } of cut(source, lex(source).tokens, [])) {
      const tries = [tokens];
      const step = Math.ceil(tokens.length / 12);
      for (let at = 0; at < tokens.length; at += step)
        tries.push(tokens.slice(0, at), [...tokens.slice(0, at), ...tokens.slice(at + 1)]);
      for (const tried of tries)
        if (reading(listed, tried) !== reading(analysed, tried))
          expect(reading(listed, tried)).toBe(reading(analysed, tried));
    }
  }
});

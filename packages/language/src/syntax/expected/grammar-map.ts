/**
 * The grammar as a map: where each word of the language stands in it, and what must come after it there. Made once, from
 * what Chevrotain recorded of the grammar; so a word goes on into the phrase that it begins (`on the same day`) without
 * a list of phrases beside the grammar.
 */
import type { IProduction, Rule, TokenType } from "chevrotain";
import { Alternation, Alternative, NonTerminal, Option, Repetition, RepetitionMandatory, Terminal } from "chevrotain";
import {
  columnType,
  conjunction,
  durationUnit,
  fieldType,
  languageWord,
  measure,
  numberWord,
  perWord,
  pick,
  severity,
  allWords,
} from "../tokens.js";
import type { Step, Taken } from "./watching-parser.js";
import { watchingParser } from "./watching-parser.js";

/** A part of a phrase that an analyst may take whole. */
export type Piece =
  | { readonly kind: "word"; readonly text: string }
  /** One of these words. */
  | { readonly kind: "choice"; readonly words: readonly string[] }
  | { readonly kind: "number" }
  | { readonly kind: "duration" };

/** Where a token type stands in the grammar. */
export interface Occurrence {
  readonly type: TokenType;
  readonly call: number;
  readonly phrase: string;
  /** What follows it in its phrase, as far as the phrase goes. */
  readonly rest: readonly IProduction[];
}

/** The categories whose members are keywords. */
const keywordCategories: readonly TokenType[] = [
  durationUnit,
  measure,
  perWord,
  severity,
  pick,
  fieldType,
  columnType,
  conjunction,
];

/** The words of a category of keywords, in the order of the language; empty for any other type. */
export function wordsOf(category: TokenType): readonly string[] {
  if (!keywordCategories.includes(category)) return [];
  return allWords.filter((said) => languageWord(said)?.CATEGORIES?.includes(category) === true);
}

/** True where the type asks for a word of the language by itself, and not for any name. */
export function isKeyword(type: TokenType): boolean {
  return keywordCategories.includes(type) || languageWord(type.name) === type;
}

interface GrammarMap {
  readonly rules: Readonly<Record<string, Rule>>;
  readonly occurrences: readonly Occurrence[];
}

let map: GrammarMap | null = null;

function grammarMap(): GrammarMap {
  if (map !== null) return map;
  const rules = watchingParser().getGAstProductions();
  const occurrences: Occurrence[] = [];
  for (const rule of Object.values(rules)) collect(rule.name, rule.definition, [], occurrences);
  map = { rules, occurrences };
  return map;
}

function collect(
  phrase: string,
  sequence: readonly IProduction[],
  after: readonly IProduction[],
  found: Occurrence[],
): void {
  for (const [index, production] of sequence.entries()) {
    const rest = [...sequence.slice(index + 1), ...after];
    if (production instanceof Terminal)
      found.push({ type: production.terminalType, call: production.idx, phrase, rest });
    else if (production instanceof Alternation)
      for (const alternative of production.definition) collect(phrase, partsOf(alternative), rest, found);
    // What is repeated may come again: nothing is sure to follow its end.
    else if (isRepeated(production)) collect(phrase, production.definition, [], found);
    else if (production instanceof Option) collect(phrase, production.definition, rest, found);
  }
}

function isRepeated(production: IProduction): production is Repetition | RepetitionMandatory {
  return production instanceof Repetition || production instanceof RepetitionMandatory;
}

function partsOf(production: IProduction): readonly IProduction[] {
  return production instanceof Alternative ? production.definition : [production];
}

/** All places in the grammar that a word of the language can stand at as itself. */
export function occurrencesOf(type: TokenType): readonly Occurrence[] {
  const known = occurrencesByType.get(type);
  if (known !== undefined) return known;
  const found = grammarMap().occurrences.filter(
    (one) => one.type === type || (isKeyword(one.type) && type.CATEGORIES?.includes(one.type) === true),
  );
  occurrencesByType.set(type, found);
  return found;
}

const occurrencesByType = new Map<TokenType, readonly Occurrence[]>();

/** The token types that can come first, and whether the sequence can be empty. */
export function firstOf(
  sequence: readonly IProduction[],
  within: readonly string[] = [],
): { readonly types: readonly TokenType[]; readonly empty: boolean } {
  const types: TokenType[] = [];
  for (const production of sequence) {
    const { types: found, empty } = firstOfOne(production, within);
    types.push(...found);
    if (!empty) return { types, empty: false };
  }
  return { types, empty: true };
}

function firstOfOne(production: IProduction, within: readonly string[]): ReturnType<typeof firstOf> {
  if (production instanceof Terminal) return { types: [production.terminalType], empty: false };
  if (production instanceof NonTerminal) {
    const name = production.nonTerminalName;
    if (within.includes(name)) return { types: [], empty: false };
    return firstOf(grammarMap().rules[name]?.definition ?? [], [...within, name]);
  }
  if (production instanceof Alternation) {
    const each = production.definition.map((alternative) => firstOf(partsOf(alternative), within));
    return { types: each.flatMap(({ types }) => types), empty: each.some(({ empty }) => empty) };
  }
  if (production instanceof Option || isRepeated(production)) {
    const { types } = firstOf(production.definition, within);
    return { types, empty: !(production instanceof RepetitionMandatory) };
  }
  return { types: [], empty: true };
}

/** A phrase is no longer than this, so that what is offered can be read at a glance. */
const mostPieces = 8;
const mostPhrases = 12;

/** The phrases that a word which was taken there can begin, itself alone among them where that is enough. */
export function phrasesFrom(said: string, taken: Taken): readonly (readonly Piece[])[] {
  const key = `${said} ${taken.as.name} ${taken.call} ${taken.path.map(({ phrase, call }) => phrase + call).join(" ")}`;
  const known = knownPhrases.get(key);
  if (known !== undefined) return known;
  const found: (readonly Piece[])[] = [];
  goOn([{ kind: "word", text: said }], restOf(taken), found);
  if (knownPhrases.size >= 4096) knownPhrases.clear();
  knownPhrases.set(key, found);
  return found;
}

/** The phrases that may follow a word in its own phrase; an empty one where anything may. */
export function continuationsOf({ rest }: Occurrence): readonly (readonly Piece[])[] {
  const found: (readonly Piece[])[] = [];
  goOn([], rest, found);
  return found;
}

// A place of the grammar goes on in the same way whatever the text. Conditions within conditions make ever longer paths.
const knownPhrases = new Map<string, readonly (readonly Piece[])[]>();

/** What follows in the phrase of a token, and then in the phrases around it. */
function restOf(taken: Taken): readonly IProduction[] {
  const { occurrences, rules } = grammarMap();
  const inner = taken.path.at(-1)?.phrase;
  const own = occurrences.find((one) => one.phrase === inner && one.type === taken.as && one.call === taken.call);
  if (own === undefined) return [];
  const rest: IProduction[] = [...own.rest];
  for (let at = taken.path.length - 1; at > 0; at--) {
    const step = taken.path[at];
    const around = taken.path[at - 1];
    if (step === undefined || around === undefined) break;
    const after = afterCall(rules[around.phrase]?.definition ?? [], step);
    if (after === null) break;
    rest.push(boundary, ...after);
  }
  return rest;
}

/** Where the phrase of the word ends, and what follows stands in the phrase around it. */
const boundary = new Alternative({ definition: [] });

/** What follows a call of a phrase in the one around it; null where the call is repeated. */
function afterCall(sequence: readonly IProduction[], step: Step): readonly IProduction[] | null {
  for (const [index, production] of sequence.entries()) {
    const rest = sequence.slice(index + 1);
    if (production instanceof NonTerminal) {
      if (production.nonTerminalName === step.phrase && production.idx === step.call) return rest;
    } else if (production instanceof Alternation) {
      for (const alternative of production.definition) {
        const within = afterCall(partsOf(alternative), step);
        if (within !== null) return [...within, ...rest];
      }
    } else if (production instanceof Option) {
      const within = afterCall(production.definition, step);
      if (within !== null) return [...within, ...rest];
    }
  }
  return null;
}

/** How far a phrase has come. `loose`: what was added may as well be left out, so that it must not end in want of more. */
interface Course {
  readonly left: boolean;
  readonly loose: boolean;
}

function goOn(
  said: readonly Piece[],
  rest: readonly IProduction[],
  found: (readonly Piece[])[],
  course: Course = { left: false, loose: false },
): void {
  const [next, ...after] = rest;
  if (found.length >= mostPhrases) return;
  const end = (): void => {
    if (!found.some((one) => sameAs(one, said))) found.push(said);
  };
  const stop = (): void => {
    if (!course.loose) end();
  };
  if (next === undefined) end();
  else if (next === boundary) {
    if (course.loose) end();
    else goOn(said, after, found, { ...course, left: true });
  } else if (said.length >= mostPieces) stop();
  else if (next instanceof Terminal) {
    const piece = pieceOf(next.terminalType);
    if (piece === null) stop();
    else goOn([...said, piece], after, found, course);
  } else if (next instanceof NonTerminal) {
    const shape = shapes.get(next.nonTerminalName);
    const inside = grammarMap().rules[next.nonTerminalName]?.definition ?? [];
    if (shape !== undefined) goOn([...said, shape], after, found, course);
    else if (isClosed(inside)) goOn(said, [...inside, ...after], found, course);
    else if (firstOf(inside).empty && course.left) {
      end();
      goOn(said, [...inside, ...after], found, { ...course, loose: true });
    } else stop();
  } else if (next instanceof Alternation) {
    if (!next.definition.every((alternative) => isClosed(partsOf(alternative)))) stop();
    else for (const alternative of next.definition) goOn(said, [...partsOf(alternative), ...after], found, course);
  } else if (next instanceof Option) {
    const loose = course.loose || course.left || said.length >= 5;
    if (loose) end();
    goOn(said, after, found, { ...course, loose });
    const { types } = firstOf(next.definition);
    if (types.every(isKeyword)) goOn(said, [...next.definition, ...after], found, { ...course, loose });
  } else if (isRepeated(next)) end();
  else stop();
}

/** True where only a keyword can come first, or a shape. */
function isClosed(sequence: readonly IProduction[]): boolean {
  const [first] = sequence;
  if (first instanceof NonTerminal && shapes.has(first.nonTerminalName)) return true;
  const { types } = firstOf(sequence);
  return types.length > 0 && types.every(isKeyword);
}

const shapes: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ["duration", { kind: "duration" }],
  ["numberOrRow", { kind: "number" }],
]);

function pieceOf(type: TokenType): Piece | null {
  if (type === numberWord) return { kind: "number" };
  if (languageWord(type.name) === type) return { kind: "word", text: type.name };
  const words = wordsOf(type);
  return words.length === 0 ? null : { kind: "choice", words };
}

function sameAs(one: readonly Piece[], other: readonly Piece[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

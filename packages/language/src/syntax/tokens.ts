/**
 * The token types and their categories. What a word may stand for depends on its shape (five digits are a code or a
 * number, two capitals a modifier or a name), so that each shape is a type of its own and the grammar asks for
 * categories: `itemWord`, `numberWord`, `freeName`, `anyName`, `declaredWord`.
 */
import type { Source, Stretch } from "../source/source.js";
import type { Token, TokenType } from "./token-types.js";
import { allTypes, tokenType } from "./token-types.js";
import type { HardWord, LanguageWord } from "./words.js";
import { clauseWords, declarationWords, joiningWords, softWords } from "./words.js";

// ── Categories ──────────────────────────────────────────────────────────────────────────────────────────────────────

function category(name: string, label: string, ...categories: TokenType[]): TokenType {
  return tokenType(name, label, categories);
}

/** What a declaration may be given for its name; most of it is reported. */
export const declaredWord = category("DeclaredWord", "a name");
/** Where only a name can stand: every word of letters, the language's own among them. */
export const anyName = category("AnyName", "a name", declaredWord);
/** An item of a set and a value: a name, a code, a diagnosis, digits. */
export const itemWord = category("ItemWord", "a code, a range or a name");
/** The name of something declared. */
export const freeName = category("FreeName", "a name", anyName, itemWord);
/** Digits and decimals. */
export const numberWord = category("NumberWord", "a number");
/** Digits without a decimal point. */
export const digits = category("Digits", "a whole number", numberWord, itemWord, declaredWord);
/** A code, as a test line or `suggest replace with` needs it. */
export const codeLike = category("CodeLike", "a code", itemWord, declaredWord);

// ── What the lexer finds ────────────────────────────────────────────────────────────────────────────────────────────

function found(name: string, label: string, ...categories: TokenType[]): TokenType {
  return tokenType(name, label, categories);
}

export const plainName = found("Name", "a name", freeName);
/** Two capitals: a modifier or a name. */
export const twoCapitals = found("TwoCapitals", "a name or a modifier", freeName);
/** `x2`: units right after a code, else a name. */
export const unitsName = found("UnitsName", "units such as x2", freeName);
/** `C61`, `B15`, `N20`: a diagnosis, a CARC or RARC number; reported as a declared name. */
export const diagnosisWord = found("DiagnosisWord", "a diagnosis", itemWord, declaredWord);
/** Two characters of which the first is a digit: `1P`. */
export const modifierWord = found("ModifierWord", "a modifier", itemWord, declaredWord);
export const plainDigits = found("PlainDigits", "a number", digits);
export const fiveDigits = found("FiveDigits", "a code or a number", digits, codeLike);
/** `G6015`, `0394T` */
export const codeWord = found("CodeWord", "a code", codeLike);
/** `77427-26-59` */
export const codeWithModifiers = found("CodeWithModifiers", "a code with modifiers", codeLike);
/** A word that is nothing the language knows; reported where it is read. */
export const oddWord = found("OddWord", "a word", itemWord, declaredWord);

export const decimal = found("Decimal", "a number", numberWord);
/** `x2.5` */
export const unitsDecimal = found("UnitsDecimal", "units such as x2");
export const dottedDiagnosis = found("DottedDiagnosis", "a diagnosis", itemWord, declaredWord);
/** Dates, and what is meant as one: `3/2/2026`, `2026-3-2`. */
export const date = found("Date", "a date such as 2026-03-02");
export const money = found("Money", "an amount such as $12.50");
/** Text in quotes; unterminated and in typographic quotes too, which the lexer's reader reports. */
export const text = found("Text", 'text in "quotes"');
/** A line of a written table: its first sign is a bar. */
export const tableRow = found("TableRow", "a row of a table");
/** Far too many parentheses at once: one token, so that a file of nothing else does not fill the memory. */
export const manyParentheses = found("ManyParentheses", "(");

export const dots = found("Dots", "..");
export const dot = found("Dot", ".");
export const comma = found("Comma", ",");
export const openParenthesis = found("OpenParenthesis", "(");
export const closeParenthesis = found("CloseParenthesis", ")");
/** `=`, `!=`, `<`, `<=`, `>`, `>=` */
export const comparison = category("Comparison", "=, !=, <, <=, > or >=");
export const otherComparison = found("OtherComparison", "a comparison", comparison);
export const equals = found("Equals", "=", comparison);

// ── The language's words ────────────────────────────────────────────────────────────────────────────────────────────

/** The unit of a duration. */
export const durationUnit = category("DurationUnit", "days, weeks, months or years");
/** What a limit counts. */
export const measure = category("Measure", "units, lines or days");
/** What `per` groups by, in one word. */
export const perWord = category("PerWord", "line, day, claim, patient, an episode or a number of days");
export const severity = category("Severity", "deny, hold, review or advise");
/** `each`, `first`, `last` */
export const pick = category("Pick", "each, first or last");
/** What a declared field may be. */
export const fieldType = category("FieldType", "text, number, date, code or source");
/** What a table's column may be. */
export const columnType = category("ColumnType", "text, number, date, code or diagnosis");
/** `and`, `or` */
export const conjunction = category("Conjunction", "and or or");

const furtherCategories: ReadonlyMap<TokenType, readonly LanguageWord[]> = new Map<TokenType, readonly LanguageWord[]>([
  [durationUnit, ["day", "days", "week", "weeks", "month", "months", "year", "years"]],
  [measure, ["unit", "units", "line", "lines", "day", "days"]],
  [perWord, ["line", "day", "claim", "patient"]],
  [severity, ["deny", "hold", "review", "advise"]],
  [pick, ["each", "first", "last"]],
  [fieldType, ["text", "number", "date", "code", "source"]],
  [columnType, ["text", "number", "date", "code", "diagnosis"]],
  [conjunction, ["and", "or"]],
]);

const wordTokens = new Map<string, TokenType>();
function addWords(words: readonly LanguageWord[], kind: TokenType): void {
  for (const text of words) {
    const further = [...furtherCategories].filter(([, members]) => members.includes(text)).map(([type]) => type);
    wordTokens.set(text, tokenType(text, text, [kind, ...further]));
  }
}
addWords([...clauseWords, ...joiningWords], anyName);
addWords([...declarationWords, ...softWords], freeName);

/** The token of a word of the language. */
export function word(text: LanguageWord): TokenType {
  const type = wordTokens.get(text);
  if (type === undefined) throw new Error(`the word ${text} has no token, though its type says that it is listed`);
  return type;
}

/** The token type of a text that is a word of the language, else undefined. */
export function languageWord(image: string): TokenType | undefined {
  return wordTokens.get(image);
}

/** All words of the language. */
export const allWords: readonly string[] = [...wordTokens.keys()];

const hardTypes = new Set<TokenType>([...clauseWords, ...joiningWords].map((hard: HardWord) => word(hard)));

/** A token read as a word of the language, at the token's own place. */
export function asWord(token: Token, meant: LanguageWord): Token {
  return tokenAt(word(meant), meant, token.startOffset, endOf(token));
}

/** A token that does not stand in the text as it is: read as another, or put in (then `end` is `start`). */
export function tokenAt(type: TokenType, image: string, start: number, end: number): Token {
  return { image, startOffset: start, endOffset: end - 1, tokenType: type };
}

/** True of a word that no declared thing may be named by. */
export function isHardWord(type: TokenType): boolean {
  return hardTypes.has(type);
}

/** All token types, by their names. */
export function typeNamed(name: string): TokenType | undefined {
  return namedTypes.get(name);
}

const namedTypes: ReadonlyMap<string, TokenType> = new Map(allTypes().map((type) => [type.name, type]));

/** Past the last character of a token. */
export function endOf(token: Token): number {
  return token.endOffset + 1;
}

/** Where a token stands in its source. */
export function tokenStretch(source: Source, token: Token): Stretch {
  return { source, start: token.startOffset, end: endOf(token) };
}

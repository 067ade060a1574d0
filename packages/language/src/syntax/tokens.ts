/**
 * The token types and their categories. What a word may stand for depends on its shape (five digits are a code or a
 * number, two capitals a modifier or a name), so that each shape is a type of its own and the grammar asks for
 * categories: `itemWord`, `numberWord`, `freeName`, `anyName`, `declaredWord`.
 */
import type { IToken, TokenType } from "chevrotain";
import { Lexer } from "chevrotain";
import type { Source, Stretch } from "../source/source.js";
import { scanParentheses, scanRow, scanText } from "./scanners.js";
import type { HardWord, LanguageWord } from "./words.js";
import { clauseWords, declarationWords, joiningWords, softWords } from "./words.js";

/** What is known of a token type before all are registered together. */
interface TokenWords {
  readonly name: string;
  readonly label?: string;
  readonly pattern?: NonNullable<TokenType["PATTERN"]>;
  readonly categories?: readonly TokenType[];
  /** The characters with which it may begin, where its pattern does not say so. */
  readonly begins?: string;
  readonly hasLineBreaks?: boolean;
  readonly skipped?: true;
}

/** Chevrotain's own `createToken` registers each type at once and its categories anew, which takes longer than reading a file. */
function tokenType({ name, label, pattern, categories, begins, hasLineBreaks, skipped }: TokenWords): TokenType {
  return {
    name,
    PATTERN: pattern ?? Lexer.NA,
    CATEGORIES: [...(categories ?? [])],
    ...(label === undefined ? {} : { LABEL: label }),
    ...(begins === undefined ? {} : { START_CHARS_HINT: [...begins] }),
    ...(hasLineBreaks === undefined ? {} : { LINE_BREAKS: hasLineBreaks }),
    ...(skipped === undefined ? {} : { GROUP: Lexer.SKIPPED }),
  };
}

// ── Categories ──────────────────────────────────────────────────────────────────────────────────────────────────────

function category(name: string, label: string, ...categories: TokenType[]): TokenType {
  return tokenType({ name, label, categories });
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
  return tokenType({ name, label, categories });
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

// Where a pattern says with what its tokens begin, Chevrotain does not take it apart at each start. A test holds that to it.
const tenDigits = "0123456789";
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export const decimal = tokenType({
  name: "Decimal",
  label: "a number",
  pattern: /\d+\.\d+(?![\w-])/,
  begins: tenDigits,
  categories: [numberWord],
});
/** `x2.5` */
export const unitsDecimal = tokenType({
  name: "UnitsDecimal",
  label: "units such as x2",
  pattern: /x\d+\.\d+(?![\w-])/,
  begins: "x",
});
const dottedDiagnosis = tokenType({
  name: "DottedDiagnosis",
  label: "a diagnosis",
  pattern: /[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}(?![\w-])/,
  begins: capitals,
  categories: [itemWord, declaredWord],
});
/** Dates, and what is meant as one: `3/2/2026`, `2026-3-2`. */
export const date = tokenType({
  name: "Date",
  label: "a date such as 2026-03-02",
  pattern: /\d{4}-\d{1,2}-\d{1,2}(?![\w-])|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?![\w-])|\d{4}\/\d{1,2}\/\d{1,2}(?![\w-])/,
  begins: tenDigits,
});
export const money = tokenType({
  name: "Money",
  label: "an amount such as $12.50",
  pattern: /\$\d+(?:,\d{3}){0,9}(?!\d)(?:\.\d+)?/,
  begins: "$",
});
/** Text in quotes; unterminated and in typographic quotes too, which the lexer's reader reports. */
export const text = tokenType({
  name: "Text",
  label: 'text in "quotes"',
  pattern: scanText,
  begins: '"“”‘’',
  hasLineBreaks: false,
});
/** A line of a written table: its first sign is a bar. */
export const tableRow = tokenType({
  name: "TableRow",
  label: "a row of a table",
  pattern: scanRow,
  begins: "|",
  hasLineBreaks: false,
});
/** Far too many parentheses at once: one token, so that a file of nothing else does not fill the memory. */
export const manyParentheses = tokenType({
  name: "ManyParentheses",
  label: "(",
  pattern: scanParentheses,
  begins: "(",
  hasLineBreaks: false,
});
/** Words by their letters; `lex` finds the type that a word really has. */
export const rawWord = tokenType({
  name: "RawWord",
  pattern: /[A-Za-z0-9][A-Za-z0-9_]*(?:-[A-Za-z0-9][A-Za-z0-9_]*){0,40}/,
  begins: tenDigits + capitals + capitals.toLowerCase(),
});

export const dots = tokenType({ name: "Dots", label: "..", pattern: ".." });
export const dot = tokenType({ name: "Dot", label: ".", pattern: "." });
export const comma = tokenType({ name: "Comma", label: ",", pattern: "," });
export const openParenthesis = tokenType({ name: "OpenParenthesis", label: "(", pattern: "(" });
export const closeParenthesis = tokenType({ name: "CloseParenthesis", label: ")", pattern: ")" });
/** `=`, `!=`, `<`, `<=`, `>`, `>=` */
export const comparison = category("Comparison", "=, !=, <, <=, > or >=");
export const otherComparison = tokenType({
  name: "OtherComparison",
  label: "a comparison",
  pattern: /!=|<=|>=|<|>/,
  begins: "!<>",
  categories: [comparison],
});
export const equals = tokenType({ name: "Equals", label: "=", pattern: "=", categories: [comparison] });
const blank = tokenType({
  name: "Blank",
  pattern: /[ \t\r\n\f\uFEFF]+/,
  begins: " \t\r\n\f\uFEFF",
  skipped: true,
  hasLineBreaks: true,
});
const comment = tokenType({ name: "Comment", pattern: /#[^\n]*/, begins: "#", skipped: true });

/** All that the lexer itself tells apart, in the order in which it tries. */
const lexedTokens: readonly TokenType[] = [
  blank,
  comment,
  date,
  decimal,
  dottedDiagnosis,
  unitsDecimal,
  rawWord,
  comma,
  text,
  tableRow,
  money,
  dots,
  dot,
  manyParentheses,
  openParenthesis,
  closeParenthesis,
  otherComparison,
  equals,
];

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
    wordTokens.set(text, tokenType({ name: text, label: text, categories: [kind, ...further] }));
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
export function asWord(token: IToken, meant: LanguageWord): IToken {
  return tokenAt(word(meant), meant, token.startOffset, endOf(token));
}

/** A token that does not stand in the text as it is: read as another, or put in (then `end` is `start`). */
export function tokenAt(type: TokenType, image: string, start: number, end: number): IToken {
  return { image, startOffset: start, endOffset: end - 1, tokenType: type, tokenTypeIdx: indexOf(type) };
}

/** The number by which Chevrotain knows a token type. */
export function indexOf(type: TokenType): number {
  if (type.tokenTypeIdx === undefined) throw new Error(`the token type ${type.name} was never registered`);
  return type.tokenTypeIdx;
}

/** True of a word that no declared thing may be named by. */
export function isHardWord(type: TokenType): boolean {
  return hardTypes.has(type);
}

/** All token types. */
export const vocabulary: readonly TokenType[] = [
  declaredWord,
  anyName,
  itemWord,
  freeName,
  numberWord,
  digits,
  codeLike,
  plainName,
  twoCapitals,
  unitsName,
  diagnosisWord,
  modifierWord,
  plainDigits,
  fiveDigits,
  codeWord,
  codeWithModifiers,
  oddWord,
  comparison,
  ...furtherCategories.keys(),
  ...lexedTokens,
  ...wordTokens.values(),
];

/** The lexer; it registers all token types, so that they have numbers and know what belongs to them. A test validates it. */
export const lexer = new Lexer([...vocabulary], {
  positionTracking: "onlyOffset",
  ensureOptimizations: true,
  skipValidations: true,
});

/** Past the last character of a token. A token that a repair put in has no length. */
export function endOf(token: IToken): number {
  return token.endOffset === undefined ? token.startOffset + token.image.length : token.endOffset + 1;
}

/** Where a token stands in its source. */
export function tokenStretch(source: Source, token: IToken): Stretch {
  return { source, start: token.startOffset, end: endOf(token) };
}

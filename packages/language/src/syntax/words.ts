/**
 * The words of the language, as data. A hard word always means itself; a soft word is also an ordinary name wherever
 * the grammar does not ask for it (`payer other = "OTHER"`). Where only a name can stand (a column, a field, after
 * `row.`), every word is a name.
 */

/** Words that start a declaration. All of them are soft: a signature tells the declaration from the name. */
export const declarationWords = [
  "use",
  "codes",
  "diagnoses",
  "modifiers",
  "payer",
  "payers",
  "setting",
  "field",
  "episode",
  "authority",
  "table",
  "layout",
  "rule",
  "override",
  "waive",
  "test",
] as const;

/** Words that start a clause and mean nothing else at the start of a line. */
export const clauseWords = [
  "for",
  "in",
  "effective",
  "because",
  "bundle",
  "forbid",
  "each",
  "first",
  "last",
  "sequence",
  "limit",
  "expect",
  "replace",
  "when",
  "unless",
  "deny",
  "hold",
  "review",
  "advise",
  "suggest",
] as const;

/** The other words that no declared thing may be named by. */
export const joiningWords = [
  "after",
  "and",
  "any",
  "as",
  "at",
  "before",
  "but",
  "by",
  "except",
  "from",
  "having",
  "into",
  "is",
  "not",
  "of",
  "on",
  "or",
  "per",
  "requires",
  "row",
  "same",
  "that",
  "the",
  "then",
  "to",
  "until",
  "where",
  "with",
  "within",
] as const;

/** Words that mean something in one place only. */
export const softWords = [
  "CARC",
  "RARC",
  "a",
  "all",
  "bill",
  "claim",
  "code",
  "counting",
  "date",
  "day",
  "days",
  "diagnosis",
  "either",
  "else",
  "ends",
  "every",
  "follows",
  "given",
  "idle",
  "lasts",
  "least",
  "line",
  "lines",
  "lists",
  "missing",
  "modifier",
  "month",
  "months",
  "more",
  "nearest",
  "no",
  "nothing",
  "number",
  "other",
  "patient",
  "place",
  "precedes",
  "present",
  "primary",
  "provider",
  "remainder",
  "remove",
  "source",
  "split",
  "starting",
  "starts",
  "text",
  "unit",
  "units",
  "url",
  "valid",
  "version",
  "week",
  "weekdays",
  "weeks",
  "year",
  "years",
] as const;

export type DeclarationWord = (typeof declarationWords)[number];
export type HardWord = (typeof clauseWords)[number] | (typeof joiningWords)[number];
export type SoftWord = DeclarationWord | (typeof softWords)[number];

/** Any word of the language. */
export type LanguageWord = HardWord | SoftWord;

const languageWords: ReadonlyMap<string, LanguageWord> = new Map(
  [...declarationWords, ...clauseWords, ...joiningWords, ...softWords].map((word) => [word, word]),
);

/** True of a word of the language. */
export function isLanguageWord(text: string): text is LanguageWord {
  return languageWords.has(text);
}

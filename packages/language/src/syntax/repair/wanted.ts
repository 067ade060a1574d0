/** What should have stood where a declaration could not be read, in an analyst's words. */
import type { Failure } from "../attempt.js";
import type { DeclarationWord } from "../words.js";
import { languageWord } from "../tokens.js";

/** By the token type that was wanted, or by the key that the grammar gives. */
const byWanted: ReadonlyMap<string, string> = new Map([
  ["DeclaredWord", "write a name"],
  ["Text", 'write a text in "quotes"'],
  ["Date", "write a date such as 2026-03-02"],
  ["Comma", "write a comma, then and the codes that come next"],
  ["Measure", "write units, lines or days"],
  ["per", "write per and line, day, claim, patient, an episode or a number of days"],
  ["FieldType", "write text, number, date, code or source"],
  ["ColumnType", "write text, number, date, code or diagnosis"],
  ["CodeLike", "write a code such as 77301 or 77427-26"],
  ["NumberWord", "write a number"],
  ["PerWord", "write line, day, claim, patient, an episode or a number of days"],
  ["Comparison", "write a comparison such as = or >= (is and in follow a field)"],
  ["Equals", "write = and what the name stands for"],
  ["Dot", "write row. and the name of a column"],
  ["field-comparison", "write is, in, or a comparison such as = or >="],
  ["same-day-or-claim", "write on the same day or on the same claim"],
  ["follows-or-precedes", "write that follows or that precedes"],
  ["suggestion", "write remove, units, modifier XS, replace with a code, nearest code, or a text in quotes"],
  ["episode", "write of CODES ends after 60 days idle, or starts with CODES lasts 90 days"],
  ["table-source", 'write its rows between bars on the lines below, or from "FILE" and its columns'],
  ["OpenParenthesis", "write an opening parenthesis"],
  ["CloseParenthesis", "write a closing parenthesis"],
]);

/** By the innermost phrase that says enough. */
const byPhrase: ReadonlyMap<string, string> = new Map([
  ["forClause", "write the name of a payer"],
  ["payers", "write the name of a payer"],
  ["inClause", "write the name of a setting"],
  ["becauseClause", "write the name of an authority"],
  ["rowsClause", "write for each row of and the name of a table"],
  ["requiredRow", "write a row of TABLE where and a condition"],
  ["episodeScope", "write the name of an episode"],
  ["override", "write the id of a rule"],
  ["waive", "write the id of a rule"],
  ["outcome", "write the number of the reason code, such as CARC 97"],
  ["suggest", "write a modifier such as XS"],
  ["replacement", "write the code that takes its place"],
  ["expected", "write nothing, no RULE, or RULE on CODE day 1"],
  ["operand", "write a field, a number, a date, a text or row.COLUMN"],
  ["value", "write a value"],
  ["values", "write a value"],
  ["afterIs", "write a value, missing or present"],
  ["side", "write on the other line or on either line"],
  ["fieldCondition", "write is, in, or a comparison such as = or >="],
  ["field", "write the name of a field"],
  ["simpleCondition", "write a condition such as modifier is 59"],
  ["scopeWord", "write where the other line stands, such as on the same day"],
  ["codes", "write a code, a range of codes or the name of a set"],
  ["having", "write one comparison after having, or a condition in parentheses"],
  ["condition", "write a condition such as modifier is 59"],
  ["settingPart", "write place or bill and its numbers"],
  ["setExpression", "write a code, a range or the name of a set"],
  ["within", "write within and a number of days, weeks, months or years"],
  ["duration", "write a number of days, weeks, months or years"],
  ["when", "write day 1, days 1 to 5, weekdays 1 to 5, or a date"],
  ["days", "write a number of days"],
  ["quantity", "write a number, then units, lines or days"],
  ["fieldSetting", "write a field and its value"],
  ["listsClause", "write lists valid codes, and effective row.FIRST to row.LAST where it has dates"],
  ["listDays", "write row. and the column of the first day, to and row. and that of the last"],
  ["fileColumn", "write the name of a column and its type"],
  ["layoutEntry", 'write a field, from and its header, such as date from "DOS"'],
]);

/** Words with which a scope starts, and no clause. */
const scopeStarts: ReadonlySet<string> = new Set(["on", "within", "that", "by", "before", "after"]);
const scopeRemedy = "scope words stand after the sets that they join, such as forbid A with B on the same day";

/** What may follow where all that could be read was read. */
function rest(keyword: DeclarationWord, seen: string | undefined): string {
  switch (keyword) {
    case "rule":
    case "override":
    case "waive":
      if (seen !== undefined && scopeStarts.has(seen)) return scopeRemedy;
      return "a clause starts with for, in, effective, because, a statement such as bundle, when, unless, an outcome such as deny, or suggest";
    case "test":
      return "a line of a test starts with given, day, days, weekdays, a date or expect";
    case "layout":
      return 'an entry of a layout is a field, from and its header, such as date from "DOS"';
    default:
      return "the declaration is complete before it; start the next one or take it out";
  }
}

/** The remedy for a failure; `seen` is the word that could not stand. */
export function remedy(keyword: DeclarationWord, failure: Failure, seen: string | undefined): string {
  if (failure.wanted === "") {
    for (const phrase of failure.phrases.toReversed()) {
      const said = byPhrase.get(phrase);
      if (said !== undefined) return said;
    }
    return rest(keyword, seen);
  }
  const said = byWanted.get(failure.wanted);
  if (said !== undefined) return said;
  if (languageWord(failure.wanted) !== undefined) return `write ${failure.wanted}`;
  for (const phrase of failure.phrases.toReversed()) {
    const phrased = byPhrase.get(phrase);
    if (phrased !== undefined) return phrased;
  }
  return "write a name";
}

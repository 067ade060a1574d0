/** Where a rule means something else, and in which way, in words that a billing manager would use. */
import type { Cause, RuleChange, Span, Verdict, Who } from "@edict/review";
import { formatDate } from "@edict/rulebook";

/** `for Medicare in hospital, from 2026-01-01 on`; `for every line` where nothing bounds it. */
export function spanWords({ payers, settings, days }: Span): string {
  const all = [whoWords(payers, settings), daysWords(days)].filter((words) => words !== "").join(", ");
  return all === "" ? "for every line" : all;
}

/** `from 2026-01-01 on`; empty for all days. */
export function daysWords(days: Span["days"]): string {
  return days
    .map(stretchWords)
    .filter((words) => words !== "")
    .join(" and ");
}

function stretchWords({ first, last }: Span["days"][number]): string {
  if (first === -Infinity) return last === Infinity ? "" : `until ${formatDate(last)}`;
  if (last === Infinity) return `from ${formatDate(first)} on`;
  return first === last ? `on ${formatDate(first)}` : `from ${formatDate(first)} to ${formatDate(last)}`;
}

/** `for Medicare in hospital`; empty for all. */
export function whoWords(payers: Who | null, settings: Who | null): string {
  return [payerWords(payers), settingWords(settings)].filter((words) => words !== "").join(" ");
}

function payerWords(who: Who | null): string {
  return who === null ? "" : `for ${names(who, "payers that the rule does not name")}`;
}

function settingWords(who: Who | null): string {
  return who === null ? "" : `in ${names(who, "settings that the rule does not name")}`;
}

function names({ names: all, others }: Who, rest: string): string {
  const listed = [...all, ...(others ? [rest] : [])];
  const last = listed.at(-1) ?? rest;
  return listed.length < 2 ? last : `${listed.slice(0, -1).join(", ")} and ${last}`;
}

/** What a verdict means for the lines that it is said of. */
export const verdictWords: { readonly [V in Verdict]: string } = {
  same: "finds the same lines",
  stricter: "finds more lines",
  looser: "finds fewer lines",
  "both ways": "finds lines that it did not, and no longer finds others",
  "moved in time": "finds the same on other dates",
  unknown: "it cannot be told whether it finds more or fewer",
};

/** What became of a rule as a whole. */
export function changeWords({ kind, renamed, verdict, says }: RuleChange): string {
  switch (kind) {
    case "added":
      return renamed === null ? "is new" : `is ${renamed} under another name`;
    case "removed":
      return renamed === null ? "is no more" : `is now called ${renamed}`;
    case "changed":
      return verdict === "same" ? `finds the same lines, and says otherwise: ${says.join(", ")}` : verdict;
  }
}

/** What holds in a span on each side, where that is not the rule as written on both. */
export function holdingWords({ base, head }: Span): string {
  const said = (version: string | null): string =>
    version === null ? "off" : version === "" ? "as written" : `the override ${version}`;
  return base === head ? (base === "" ? "" : said(base)) : `${said(base)} → ${said(head)}`;
}

/** What a name has gained and lost: `codes Planning gained 77307`. */
export function nameCauseWords({ what, name, gained, lost }: Extract<Cause, { kind: "name" }>): string {
  const moved = [gained === "" ? "" : `gained ${gained}`, lost === "" ? "" : `lost ${lost}`].filter(
    (words) => words !== "",
  );
  return `${what} ${name} ${moved.length === 0 ? "means something else" : moved.join(" and ")}`;
}

/**
 * A table of add-on codes as rules: a rule for each code, since a rule `for each row` is a rule of each row alone and cannot
 * say that one of several primary codes is enough.
 */
import type { AddOnGroup, ImportDone } from "@edict/charges";
import { format } from "@edict/language";
import { formatDate, noDate } from "@edict/rulebook";

type Days = AddOnGroup["all"][number];

export interface AddOnRulesRequest {
  readonly done: ImportDone;
  readonly groups: readonly AddOnGroup[];
  /** Payers to write into each rule, by their declared names; none: the rules hold for all. */
  readonly payers: readonly string[];
}

/** The text of a rule file, in the one layout. */
export function addOnRules({ done, groups, payers }: AddOnRulesRequest): string {
  const releases = done.imported.map(({ release, effective }) => release ?? effective);
  const release = releases.filter((release) => release !== null).join(", ");
  const files = done.imported.flatMap((release) => release.files.map(({ name }) => name));
  const head = [
    `# Made by edict import ncci-add-on from ${files.map(asComment).join(", ")}. Make it again from a newer file; do not change it by hand.`,
    "",
    // As a version it would be newer than rules of codes that have ended.
    `authority NCCI-ADD-ON "NCCI add-on code edits${release === "" ? "" : ` (${release})`}"`,
  ];
  const reach = payers.length === 0 ? "" : `  for ${payers.join(", ")}\n`;
  const names = new Map<string, string>();
  const rules = groups.flatMap((group) => {
    const { code, all, some } = group;
    if (all.length + some.length === 0) return [];
    const { declared, named } = primariesOf(group, names);
    return [
      ...declared,
      ...ruleOf({ code, suffix: "", days: all, primaries: named, reach, ...certain }),
      ...ruleOf({ code, suffix: "-SOME", days: some, primaries: named, reach, ...doubtful }),
    ].map((text) => `\n${text}`);
  });
  return format([...head, ...rules, ""].join("\n"));
}

/** How a rule names the primary codes: the only one, or a set, which codes with the same ones share. */
function primariesOf(
  { code, all, some, primaries }: AddOnGroup,
  names: Map<string, string>,
): { readonly declared: readonly string[]; readonly named: string } {
  const subjects = [...all, ...some];
  // One that is primary on all days of the add-on code needs no dates of its own.
  const list = primaries.map((primary) =>
    items(
      primary.code,
      subjects.every((days) => primary.days.some((own) => covers(own, days))) ? always : primary.days,
    ),
  );
  const text = list.join(", ");
  const [only] = primaries;
  if (primaries.length === 1 && text === only?.code) return { declared: [], named: text };
  const known = names.get(text);
  if (known !== undefined) return { declared: [], named: known };
  const named = `Primaries-${code}`;
  names.set(text, named);
  return { declared: [`codes ${named} = ${text}`], named };
}

const always: readonly Days[] = [{ from: noDate, to: noDate }];

function covers(days: Days, other: Days): boolean {
  return days.from <= other.from && (days.to === noDate || (other.to !== noDate && days.to >= other.to));
}

/** Where all primary codes are listed. */
const certain = {
  detail: "all primary codes are listed",
  title: "goes with a primary code of the same day",
  outcome: 'deny as CARC 107 "{code} on {date} is paid only beside one of its primary codes, and none is there"',
};

/** Where some are. */
const doubtful = {
  detail: "some primary codes are listed",
  title: "goes with a primary code of the same day, and not all are listed",
  outcome: 'review "{code} on {date} has none of its listed primary codes beside it; others may be primary too"',
};

/** The rule of a code on some days, and before it a set where they are several stretches; nothing where there are none. */
function ruleOf(of: {
  readonly code: string;
  readonly suffix: string;
  readonly days: readonly Days[];
  readonly primaries: string;
  readonly reach: string;
  readonly detail: string;
  readonly title: string;
  readonly outcome: string;
}): readonly string[] {
  const { code, suffix, days, primaries, reach, detail, title, outcome } = of;
  const [first, ...others] = days;
  const last = others.at(-1) ?? first;
  if (first === undefined || last === undefined) return [];
  const subject = others.length === 0 ? code : `AddOn-${code}${suffix}`;
  const effective = [
    ...(first.from === noDate ? [] : [formatDate(first.from)]),
    ...(last.to === noDate ? [] : ["to", formatDate(last.to)]),
  ];
  return [
    ...(others.length === 0 ? [] : [`codes ${subject} = ${items(code, days)}`]),
    `rule AOC-${code}${suffix} "${code} ${title}"\n${reach}` +
      (effective.length === 0 ? "" : `  effective ${effective.join(" ")}\n`) +
      `  because NCCI-ADD-ON "${detail}"\n` +
      `  each ${subject} requires ${primaries} on the same day by the same provider\n` +
      `  ${outcome}\n  suggest "bill the primary code of the day, or take the add-on code off"`,
  ];
}

/** A code on its days, as items of a set. */
function items(code: string, days: readonly Days[]): string {
  return days
    .map(({ from, to }) => {
      const since = from === noDate ? "" : ` from ${formatDate(from)}`;
      return `${code}${since}${to === noDate ? "" : ` until ${formatDate(to)}`}`;
    })
    .join(", ");
}

/** A file's name, which ends no comment. */
function asComment(name: string): string {
  return name.replace(/\p{Cc}/gu, "?");
}

/**
 * Whole declarations to fill in, one for each sentence that people want to say, and the bodies of rules. They are
 * Edict with stops for the tab key; a test reads each of them, so none can fall behind the grammar.
 */
import type { Analysis } from "../../analyse.js";
import type { NamedKind } from "../../names/declared.js";
import type { Offer } from "./offer.js";
import { offer, snippetText } from "./offer.js";
import { nameItems } from "./names.js";
import { nextRuleId } from "./next-rule-id.js";

interface Body {
  /** What it says, as a manager would. */
  readonly says: string;
  readonly lines: readonly string[];
}

/** The statement and the outcome of a rule, by the sentence that is wanted. Numbers of stops start at 10. */
const bodies: { readonly [name: string]: Body } = {
  bundle: {
    says: "one code is part of another",
    lines: [
      "bundle ${10:CODES} into ${11:CODES} ${12|on the same day,on the same claim,that follows within 30 days,that precedes within 30 days|}",
      'deny as CARC ${13:97} "${14:{code\\} on {date\\} is part of {other.code\\} of {other.date\\}}"',
      "suggest remove",
    ],
  },
  requires: {
    says: "a code needs another",
    lines: [
      "each ${10:CODES} requires ${11:CODES} ${12|on the same day,within 30 days before,within 30 days after,before,after|}",
      '${13|hold,review,deny,advise|} "${14:{code\\} on {date\\} has none of what it needs}"',
    ],
  },
  "requires a field": {
    says: "a code needs a modifier, an authorization or another field",
    lines: [
      "each ${10:CODES} requires ${11:authorization is present}",
      '${12|hold,review,deny,advise|} "${13:{code\\} on {date\\} lacks its authorization}"',
    ],
  },
  sequence: {
    says: "codes come in an order",
    lines: [
      "sequence ${10:CODES}, then ${11:CODES} within ${12:60 days}, then first ${13:CODES}",
      '${14|review,hold,deny,advise|} "${15:{code\\} on {date\\} stands before what should come first}"',
    ],
  },
  limit: {
    says: "no more than so many",
    lines: [
      "limit ${10:CODES} to ${11:1} ${12|unit,units,lines,days|} ${13|per day,per claim,per patient,per line,per 30 days|}",
      'deny as CARC ${14:151} "${15:{count\\} of {code\\}, and {allowed\\} allowed}"',
      "suggest units",
    ],
  },
  "limit for every": {
    says: "no more than so many for so many of another",
    lines: [
      "limit ${10:CODES} to ${11:1} unit for every ${12:5} ${13|days,units,lines|} of ${14:CODES} counting a remainder of ${15:3} or more per ${16:patient}",
      'deny as CARC ${17:151} "${18:{count\\} of {code\\}, and {allowed\\} allowed}"',
    ],
  },
  forbid: {
    says: "codes that exclude each other",
    lines: [
      "forbid ${10:CODES} with ${11:CODES} ${12|on the same day,on the same claim,within 30 days|}",
      '${13|deny,hold,review,advise|} "${14:{code\\} does not go with {other.code\\} of {other.date\\}}"',
    ],
  },
  "forbid when": {
    says: "a code is not paid under a condition",
    lines: [
      "forbid ${10:CODES}",
      "when ${11:place is 11}",
      '${12|deny,hold,review,advise|} "${13:{code\\} on {date\\} is not paid there}"',
    ],
  },
  expect: {
    says: "no fewer than so many",
    lines: [
      "expect ${10:CODES} at least ${11:1} unit for every ${12:5} ${13|days,units,lines|} of ${14:CODES} per ${15:patient}",
      '${16|review,advise,hold,deny|} "${17:{count\\} of {code\\}, and {allowed\\} expected}"',
    ],
  },
  replace: {
    says: "another code takes its place",
    lines: [
      "replace ${10:CODES} with ${11:G6015}",
      '${12|hold,review,advise,deny|} "${13:{code\\} was replaced; bill the other code}"',
    ],
  },
};

/** The bodies of rules, for a rule that has its title alone. */
export function bodyItems(analysis: Analysis): readonly Offer[] {
  return Object.entries(bodies).map(([name, { says, lines }], order) =>
    snippet(`${name} …`, `a rule's body: ${says}`, [...head(analysis), ...lines].join("\n"), 150 + order / 100, name),
  );
}

/** Whole declarations. */
export function declarationItems(analysis: Analysis, rank: number): readonly Offer[] {
  const id = snippetText(nextRuleId(analysis));
  const rule = (lines: readonly string[]): string =>
    [`rule \${1:${id}} "\${2:title}"`, ...[...head(analysis), ...lines].map((line) => `  ${line}`), ""].join("\n");
  const code = first(analysis, "codes", "CODES");
  const known = lastRule(analysis);
  const payer = first(analysis, "payer", "PAYER");
  const because = `because \${4:${first(analysis, "authority", "AUTHORITY")}} "\${5:where it is said}"`;
  const all: readonly (readonly [string, string, string])[] = [
    ...Object.entries(bodies).map(
      ([name, { says, lines }]) => [`rule: ${name}`, `a rule: ${says}`, rule(lines)] as const,
    ),
    [
      "rule: for each row of a table",
      "a rule for each row of a table",
      [
        `rule \${1:${id}} "\${2:title}"`,
        `  for each row of \${3:${first(analysis, "table", "TABLE")}}`,
        `  effective \${6:2026-01-01}`,
        `  ${because}`,
        "  bundle row.${7:column2} into row.${8:column1} on the same day by the same provider",
        '  deny as CARC ${9:97} "${10:{code\\} is part of {other.code\\}}"',
        "",
      ].join("\n"),
    ],
    [
      "override",
      "another payer's version of a rule",
      `override \${1:${known}} for \${2:${payer}}\n  ${because}\n  \${6:bundle ${code} into ${code} on the same day}\n`,
    ],
    [
      "waive",
      "a rule turned off for a payer",
      `waive \${1:${known}} for \${2:${payer}} effective \${3:2026-01-01}\n  ${because}\n`,
    ],
    [
      "test",
      "a test of a rule",
      `test "\${1:what it shows}"\n  given payer \${2:${payer}}, starting \${3:2026-01-05}\n  day \${4:1}  \${5:77301}\n  expect \${6:${known}} on \${7:77301} day \${8:1}\n  expect nothing else\n`,
    ],
    ["codes", "a set of codes", "codes ${1:Name} = ${2:77301}\n"],
    ["diagnoses", "a set of diagnoses", "diagnoses ${1:Name} = ${2:C61}\n"],
    ["modifiers", "a set of modifiers", "modifiers ${1:Name} = ${2:59, XE, XP, XS, XU}\n"],
    ["payer", "a payer by the names that files have for it", 'payer ${1:Name} = "${2:NAME IN THE FILE}"\n'],
    ["payers", "a group of payers", `payers \${1:Name} = \${2:${payer}}\n`],
    ["setting", "a setting by places of service", "setting ${1:name} = place ${2:19, 22}\n"],
    ["field", "an extra column that rules may use", "field ${1:name} ${2|text,number,date,code,source|}\n"],
    [
      "episode: ends after",
      "runs of lines without a gap",
      `episode \${1:Name} of \${2:${code}} ends after \${3:60 days} idle\n`,
    ],
    [
      "episode: lasts",
      "a stretch of days from a first line",
      `episode \${1:Name} starts with \${2:${code}} lasts \${3:90 days}\n`,
    ],
    ["authority", "who says so", 'authority ${1:NAME} "${2:title}" version "${3:2026}" url "${4:https://}"\n'],
    [
      "table: written",
      "a table in the rulebook",
      "table ${1:Name}\n  | ${2:code} | ${3:units} |\n  | ${4:77301} | ${5:1} |\n",
    ],
    [
      "table: from a file",
      "a table in a file",
      'table ${1:Name} from "${2:data/table.csv}"\n  ${3:code} ${4|code,number,date,text,diagnosis|}, ${5:units} ${6|number,code,date,text,diagnosis|}\n',
    ],
    [
      "table: list of valid codes",
      "the codes that there are, as edict import code-list writes them",
      'table ${1:ValidCodes} lists valid codes effective row.effective to row.ended from "${2:data/valid-codes.csv}"\n  code code, effective date, ended date\n',
    ],
    [
      "layout",
      "how a charge file names its columns",
      'layout ${1:Name}\n  patient from "${2:MRN}"\n  date from "${3:DOS}"\n  code from "${4:CPT}"\n',
    ],
    ["use", "files that belong to the rulebook", 'use "${1:../codes}"\n'],
  ];
  return all.map(([name, says, text], order) => snippet(name, says, text, rank + order / 100, name.replace(": ", " ")));
}

/** The clauses that every rule begins with. */
function head(analysis: Analysis): readonly string[] {
  return [
    `effective \${6:2026-01-01}`,
    `because \${4:${first(analysis, "authority", "AUTHORITY")}} "\${5:where it is said}"`,
  ];
}

function first(analysis: Analysis, kind: NamedKind, otherwise: string): string {
  return nameItems(analysis, [kind], 0)[0]?.label ?? otherwise;
}

function lastRule(analysis: Analysis): string {
  return analysis.book.rules.at(-1)?.rule.node.name.text ?? "RULE";
}

function snippet(label: string, detail: string, insert: string, rank: number, filter: string): Offer {
  return offer("snippet", label, rank, { detail, insert, isSnippet: true, filter });
}

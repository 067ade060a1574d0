/** Everything that concerns a code: a page for each stretch of codes, and the index of them all. */
import type { Rule } from "@edict/rulebook";
import { renderDates } from "@edict/rulebook";
import type { Block, Page, Words } from "../markup/document.js";
import { bare, heading, joined, paragraph, table } from "../markup/document.js";
import type { Blocks } from "../names/sets/blocks.js";
import { codeSpans } from "../names/sets/blocks.js";
import { always, settle } from "../names/sets/settle.js";
import type { CodeRole, CodeUse } from "../naming/code-uses.js";
import { codeRoles } from "../naming/code-uses.js";
import type { CodeOwner, CodePage, Reference } from "./reference.js";
import { eachCode, mostCodes, nameLinks, ruleLink, wayAround } from "./reference.js";
import { roleTitles } from "./role-words.js";
import { becomes, holdsFor } from "./rule-rows.js";

/** The pages of all codes. */
export function codePages(reference: Reference): readonly Page[] {
  return reference.codePages.map((page) => codePage(reference, page));
}

type Held = CodePage["stretch"]["held"][number];

function codePage(reference: Reference, { path, stretch }: CodePage): Page {
  const { first, last, held, start, end } = stretch;
  const sets = held.flatMap(({ owner, blocks }) =>
    owner.kind === "set" ? [[...nameLinks("by-set", [owner.name]), datesOf(blocks)]] : [],
  );
  const any = reference.usesOfAny.filter(
    ({ through }) => through.kind === "any" && settle([{ start, end, ...always }], through.blocks).length > 0,
  );
  return {
    path,
    title: [namesOf(first, last)],
    blocks: [
      ...wayAround(path),
      paragraph(...(sets.length === 0 ? ["In no set."] : ["In ", ...joined(sets, ", "), "."])),
      ...codeRoles.flatMap((role) => rolePart(reference, role, held)),
      ...(any.length === 0
        ? []
        : [
            heading(2, "Rules that look at any code"),
            paragraph(
              ...joined(
                [...new Set(any.map(({ rule }) => rule.id))].map((id) => [ruleLink(reference, id)]),
                ", ",
              ),
            ),
          ]),
    ],
  };
}

function rolePart(reference: Reference, role: CodeRole, held: readonly Held[]): readonly Block[] {
  const ways = new Map<Rule, Words[]>();
  for (const { owner, blocks } of held) {
    if (owner.kind === "set" || owner.use.role !== role) continue;
    const { use } = owner;
    ways.set(use.rule, [...(ways.get(use.rule) ?? []), wayWords(use, blocks)]);
  }
  const rows = [...ways].map(([rule, through]) => [
    [ruleLink(reference, rule.id), " ", rule.title],
    [becomes(rule)],
    joined(through, "; "),
    [holdsFor(rule)],
  ]);
  if (rows.length === 0) return [];
  // Nearly every rule of a course would be in the table, for all codes alike.
  const isBrief = role === "episode";
  return [
    heading(2, roleTitles[role]),
    ...(isBrief
      ? [
          paragraph(
            ...joined(
              [...ways.keys()].map(({ id }) => [ruleLink(reference, id)]),
              ", ",
            ),
          ),
        ]
      : table(["rule", "outcome", "through", "holds"], rows)),
  ];
}

/** How a rule comes to a code: by a set, by the code itself, by its table. */
function wayWords({ through, having, override }: CodeUse, blocks: Blocks): Words {
  const more = `${datesOf(blocks)}${having === null ? "" : ` where ${having}`}${override === null ? "" : ` (${override})`}`;
  switch (through.kind) {
    case "set":
      return [bare(through.name), more];
    case "written":
      return [`the code itself${more}`];
    case "column":
      return ["table ", bare(through.table), more];
    case "any":
      return [`any code${more}`];
  }
}

function datesOf(blocks: Blocks): string {
  const stretches = codeSpans(blocks).map(({ from, until }) => renderDates(from, until));
  return [...new Set(stretches)].join(" and");
}

/** The index of all codes. */
export function byCode(reference: Reference): Page {
  const path = "by-code";
  const any = reference.usesOfAny;
  const uses = [...reference.usesOfRule.values()].flat();
  const unlisted = reference.rulebook.tables.filter(({ name, source }) =>
    uses.some(
      ({ through }) =>
        through.kind === "column" &&
        through.table === name &&
        (source.kind === "file" || through.codes.size > mostCodes),
    ),
  );
  return {
    path,
    title: ["Rules by code"],
    blocks: [
      ...wayAround(path),
      paragraph(
        "Everything that concerns a code: the sets that hold it, and each rule that reaches it, by name, by a set, by a range or by a table.",
      ),
      ...(any.length === 0
        ? []
        : [
            paragraph(
              "Some rules look at any code: ",
              ...joined(
                [...new Set(any.map(({ rule }) => rule.id))].map((id) => [ruleLink(reference, id)]),
                ", ",
              ),
              ".",
            ),
          ]),
      ...(unlisted.length === 0
        ? []
        : [
            paragraph(
              "The codes of these tables are not listed here, for they are too many or stand in a file: ",
              ...joined(
                unlisted.map(({ name }) => [bare(name)]),
                ", ",
              ),
              ".",
            ),
          ]),
      ...table(
        ["code", "sets", "rules that look at it", "rules in all"],
        reference.codePages.flatMap((page) => indexRows(page)),
      ),
    ],
  };
}

function indexRows({ path, stretch }: CodePage): readonly (readonly Words[])[] {
  const { first, last, held } = stretch;
  const rulesOf = (uses: (owner: CodeOwner) => boolean): string => {
    const rules = held.flatMap(({ owner }) => (owner.kind === "use" && uses(owner) ? [owner.use.rule.id] : []));
    return String(new Set(rules).size);
  };
  const sets = held.flatMap(({ owner }) => (owner.kind === "set" ? [nameLinks("by-set", [owner.name])] : []));
  const cells: readonly Words[] = [
    joined(sets, ", "),
    [rulesOf((owner) => owner.kind === "use" && owner.use.role === "subject")],
    [rulesOf(() => true)],
  ];
  const codes = eachCode(stretch) ?? [namesOf(first, last)];
  return codes.map((text) => [[{ kind: "page", path, text }], ...cells]);
}

function namesOf(first: string, last: string): string {
  return first === last ? first : `${first} to ${last}`;
}

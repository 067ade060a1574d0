/** Which rules rest on which source, with what each takes from it. */
import type { Authority, Citation, Rule } from "@edict/rulebook";
import type { Block, Page, Words } from "../markup/document.js";
import { heading, list, paragraph } from "../markup/document.js";
import type { Reference } from "./reference.js";
import { ruleLink, ruleList, wayAround } from "./reference.js";
import { authorityWords } from "./rule-page.js";

/** The page. */
export function byAuthority(reference: Reference): Page {
  const path = "by-authority";
  const { authorities, rules } = reference.rulebook;
  const without = rules.filter(({ clauses }) => clauses.because.length === 0);
  return {
    path,
    title: ["Rules by authority"],
    blocks: [
      ...wayAround(path),
      ...authorities.flatMap((authority) => authorityPart(reference, authority)),
      ...(without.length === 0 ? [] : [heading(2, "Without an authority"), ...ruleList(reference, without)]),
    ],
  };
}

function authorityPart(reference: Reference, authority: Authority): readonly Block[] {
  const citing = reference.rulebook.rules.flatMap((rule) =>
    citationsOf(rule, authority.name).map((one) => ({ rule, ...one })),
  );
  return [
    heading(2, authority.name),
    paragraph(...authorityWords(authority)),
    ...(authority.doc === null ? [] : [paragraph(authority.doc)]),
    ...(citing.length === 0 ? [paragraph("No rule cites it.")] : []),
    ...list(
      citing.map(({ rule, by, detail }): Words => [
        ruleLink(reference, rule.id),
        ` ${rule.title}${by}${detail === null ? "" : `: “${detail}”`}`,
      ]),
    ),
  ];
}

/** Where a rule cites it: itself, in an override where it does not, in a waiver. */
function citationsOf(
  { clauses, overrides, waivers }: Rule,
  name: string,
): readonly { readonly by: string; readonly detail: string | null }[] {
  const own = clauses.because.filter(({ authority }) => authority === name);
  const isNew = ({ authority, detail }: Citation): boolean =>
    authority === name && !own.some((one) => one.detail === detail);
  return [
    ...own.map(({ detail }) => ({ by: "", detail })),
    ...overrides.flatMap(({ label, clauses: { because } }) =>
      because.filter(isNew).map(({ detail }) => ({ by: `, override ${label}`, detail })),
    ),
    ...waivers.flatMap(({ label, because }) =>
      because.filter(({ authority }) => authority === name).map(({ detail }) => ({ by: `, waiver ${label}`, detail })),
    ),
  ];
}

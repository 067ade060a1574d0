/** The first page: what there is, and the ways in. */
import { tallied } from "@edict/rulebook";
import type { Page, Words } from "../markup/document.js";
import { front, heading, list, paragraph } from "../markup/document.js";
import { chaptersOf, chapterTitle } from "./by-chapter.js";
import type { Reference } from "./reference.js";
import { indexes, nameLinks } from "./reference.js";
import { severityWords } from "./role-words.js";

/** The page. */
export function frontPage(reference: Reference): Page {
  const { rules, tests, codes, payers, authorities } = reference.rulebook;
  const chapters = chaptersOf(reference);
  const severities = (["deny", "hold", "review", "advise"] as const).filter((severity) =>
    rules.some(({ clauses }) => clauses.outcome.severity === severity),
  );
  return {
    path: front,
    title: ["The rules"],
    blocks: [
      paragraph(
        `A reference of ${tallied(rules.length, "rule")} in plain words, with ${tallied(tests.length, "test")} as examples, ` +
          `${tallied(codes.length, "code set")}, ${tallied(payers.length, "payer")} and ${tallied(authorities.length, "source")}. ` +
          "It is made from the rules by edict docs: change the rules and make it again.",
      ),
      heading(2, "Ways in"),
      ...list(indexes.map(({ path, text, about }): Words => [{ kind: "page", path, text }, `: ${about}`])),
      heading(2, "Outcomes"),
      ...list(
        severities.map((severity): Words => {
          const count = rules.filter(({ clauses }) => clauses.outcome.severity === severity).length;
          return [{ kind: "strong", text: severity }, `: ${severityWords[severity]} (${tallied(count, "rule")})`];
        }),
      ),
      heading(2, "Chapters"),
      ...list(
        [...chapters].map(([chapter, own]): Words => [
          ...nameLinks("by-chapter", [chapterTitle(chapter)]),
          `: ${tallied(own.length, "rule")}`,
        ]),
      ),
    ],
  };
}

/**
 * A rulebook → the pages of its reference, for people who review rules and do not write them. No page reads anything:
 * all that they say is in the rulebook and in what its tests found.
 */
import type { Page } from "../markup/document.js";
import { byAuthority } from "./by-authority.js";
import { byChapter } from "./by-chapter.js";
import { byDate } from "./by-date.js";
import { byPayer } from "./by-payer.js";
import { byCode, codePages } from "./code-pages.js";
import { bySet } from "./by-set.js";
import { frontPage } from "./front-page.js";
import type { ReferenceSource } from "./reference.js";
import { gather } from "./reference.js";
import { rulePage } from "./rule-page.js";

/** The pages, the front page first. */
export function referencePages(source: ReferenceSource): readonly Page[] {
  const reference = gather(source);
  return [
    frontPage(reference),
    byChapter(reference),
    byCode(reference),
    bySet(reference),
    byPayer(reference),
    byDate(reference),
    byAuthority(reference),
    ...source.rulebook.rules.map((rule) => rulePage(reference, rule)),
    ...codePages(reference),
  ];
}

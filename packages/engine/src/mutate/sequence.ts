/**
 * A `sequence` with one slip. Each of its links is a check, and what stands between two links is in both of their checks
 * though it is written once: so it is changed in both.
 */
import type { Check, CompanionCheck } from "@edict/rulebook";
import { pickEdits } from "./checks.js";
import { linesEdits } from "./choices.js";
import type { Edit } from "./edit.js";
import { edit, lifted } from "./edit.js";
import type { Surroundings } from "./items.js";
import { scopeEdits } from "./scope.js";

/** The checks of a rule, where they are the links of a sequence of three and more; else null. */
export function linksOf(checks: readonly Check[]): readonly CompanionCheck[] | null {
  const links = checks.filter((check) => check.kind === "companion");
  const [first] = links;
  if (first === undefined || links.length < 2 || links.length < checks.length) return null;
  const isChain = links.every((link, at) => {
    const before = links[at - 1];
    return (
      link.finds.kind === "absent" &&
      link.scope.episode === first.scope.episode &&
      (before === undefined || JSON.stringify(before.subject) === JSON.stringify(link.companion))
    );
  });
  return isChain ? links : null;
}

/** The slips in a sequence. */
export function sequenceEdits(
  links: readonly CompanionCheck[],
  around: Surroundings,
): readonly Edit<readonly Check[]>[] {
  const opening = links
    .slice(0, 1)
    .flatMap((link) =>
      lifted(linesEdits(link.companion, "first of the sequence", around), (companion) =>
        links.with(0, { ...link, companion }),
      ),
    );
  return [...opening, ...links.flatMap((_, at) => linkEdits(links, at, around)), ...episodeEdits(links)];
}

function linkEdits(
  links: readonly CompanionCheck[],
  at: number,
  around: Surroundings,
): readonly Edit<readonly Check[]>[] {
  const [link, next] = [links[at], links[at + 1]];
  if (link === undefined) throw new Error("a link stands where its list has one");
  const { scope } = link;
  const edits = [
    ...lifted(pickEdits(link.pick), (pick) => links.with(at, { ...link, pick })),
    ...lifted(linesEdits(link.subject, "link", around), (subject) => {
      const changed = links.with(at, { ...link, subject });
      return next === undefined ? changed : changed.with(at + 1, { ...next, companion: subject });
    }),
    // The episode is of all links, and not of this one.
    ...lifted(scopeEdits({ ...scope, episode: null }), ({ windows, same }) =>
      links.with(at, { ...link, scope: { windows, same, episode: scope.episode } }),
    ),
  ];
  // The words of a link are looked for where the link is.
  const { label } = link.subject.codes;
  return edits.map(({ value, change }) => ({ value, change: { ...change, written: [label, ...change.written] } }));
}

function episodeEdits(links: readonly CompanionCheck[]): readonly Edit<readonly Check[]>[] {
  const episode = links[0]?.scope.episode ?? null;
  if (episode === null) return [];
  const without = links.map((link) => ({ ...link, scope: { ...link.scope, episode: null } }));
  return [
    edit<readonly Check[]>(without, `in the same ${episode}`, `in any ${episode}, or none`, {
      written: episode,
      shownBy: `a companion in another ${episode}`,
    }),
  ];
}

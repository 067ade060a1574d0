/**
 * A case that shows a change, as a test that can be taken over. What each side finds stands in comments: which of the two
 * is right is for the author to say.
 */
import type { RuleChange, Witness } from "@edict/review";
import { testText } from "@edict/review";

export interface CaseText {
  readonly kind: Witness["kind"];
  /** A whole declaration, but that its expectations are comments. */
  readonly text: string;
  readonly base: string;
  readonly head: string;
}

export function caseText({ id, base: old, head: now }: RuleChange, witness: Witness): CaseText {
  const lost = witness.kind === "lost";
  const places = (lost ? witness.base : witness.head).filter(
    (place) => !(lost ? witness.head : witness.base).includes(place),
  );
  const code = witness.lines[places[0] ?? 0]?.code ?? "";
  const title = `${id}: ${code} that ${lost ? "it no longer finds" : "it did not find before"}`;
  const { text, base, head } = testText(id, title, witness);
  const comments = [
    ...(old === null ? [] : commented("base", base)),
    ...(now === null ? [] : commented("head", head)),
    "  # take over the expectation that is right",
  ];
  return { kind: witness.kind, text: [text, ...comments].join("\n"), base: lines(base), head: lines(head) };
}

function commented(side: string, expectations: string): string[] {
  return lines(expectations)
    .split("\n")
    .map((line) => `  # ${side}: ${line}`);
}

function lines(expectations: string): string {
  return expectations.replaceAll("\n  ", "\n");
}

/** Why a line of a test has a finding or none, as a page: each rule clause by clause, with the values read. */
import type { RuleExplanation } from "@edict/engine";
import type { TestLine } from "@edict/rulebook";
import { billedCode, tallied } from "@edict/rulebook";
import type { Location } from "vscode-languageserver/node";
import type { Html } from "@edict/language";
import { html, nothing } from "@edict/language";
import { placeLink } from "./place-link.js";

/** What the page is made of. */
export interface ExplanationPage {
  /** The line or the expectation, as the page's title. */
  readonly title: string;
  readonly lines: readonly ExplainedLine[];
  /** Lines that are meant too and not shown. */
  readonly more: number;
  /** What is said where no line is meant, or no rule looks at any. */
  readonly none: string;
  readonly placeOf: (rule: string) => Location | null;
}

/** A line with what the rules say of it. */
export interface ExplainedLine {
  readonly line: TestLine;
  readonly explanations: readonly RuleExplanation[];
}

/** The page. */
export function explanationPage({ title, lines, more, none, placeOf }: ExplanationPage): Html {
  const told = lines.filter(({ explanations }) => explanations.length > 0);
  return html`<h1>${title}</h1>
    ${told.length === 0 ? html`<p class="lead">${none}</p>` : told.map((line) => linePart(line, placeOf))}
    ${more === 0 ? nothing : html`<p class="quiet">and ${tallied(more, "line")} more that are meant here</p>`}`;
}

function linePart({ line, explanations }: ExplainedLine, placeOf: ExplanationPage["placeOf"]): Html {
  const { code, modifiers, units, date, when } = line;
  const text = billedCode({ code, modifiers }) + (units === 1 ? "" : ` x${units}`);
  return html`<h2>${text} on ${date}${when === date ? "" : ` (${when})`}</h2>
    ${explanations.map((one) => rulePart(one, placeOf))}`;
}

const verdicts: { readonly [V in RuleExplanation["verdict"]]: string } = {
  finding: "no",
  "no finding": "yes",
  "not evaluated": "warning",
};

function rulePart(
  { rule, title, override, verdict, steps, finding }: RuleExplanation,
  placeOf: ExplanationPage["placeOf"],
): Html {
  return html`<section>
    <p class="lead">
      ${placeLink(rule, placeOf(rule))} ${title}${override === null ? "" : ` (override ${override})`}:
      <b class="${verdicts[verdict]}">${verdict}</b>
    </p>
    <table>
      ${steps.map(
        ({ clause, passed, text }) =>
          html`<tr>
            <td class="${passed ? "yes" : "no"}">${passed ? "yes" : "no"}</td>
            <th>${clause}</th>
            <td>${text}</td>
          </tr>`,
      )}
    </table>
    ${finding === null ? nothing : html`<p><span class="outcome ${finding.outcome}">${finding.outcome}</span> ${finding.message}</p>`}
  </section>`;
}

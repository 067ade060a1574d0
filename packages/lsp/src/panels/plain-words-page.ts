/** A rule in plain English as a page: what it means, where it is otherwise, who says so, and which tests hold it to that. */
import type { Html, PlainRule, Sentence, SentenceKind } from "@edict/language";
import type { Authority } from "@edict/rulebook";
import type { Location } from "vscode-languageserver/node";
import { html, isWebAddress, nothing } from "@edict/language";
import { placeLink } from "./place-link.js";

/** What the page is made of. */
export interface PlainWordsPage {
  readonly rule: PlainRule;
  readonly place: Location | null;
  /** Those that the rule cites. */
  readonly authorities: readonly Authority[];
  readonly tests: readonly ShownTest[];
}

/** A test that speaks of the rule; `passed` is null where it was not run. */
export interface ShownTest {
  readonly title: string;
  readonly place: Location;
  readonly passed: boolean | null;
}

/** The page. */
export function plainWordsPage({ rule, place, authorities, tests }: PlainWordsPage): Html {
  const of = (...kinds: readonly SentenceKind[]): readonly Sentence[] =>
    rule.sentences.filter(({ kind }) => kinds.includes(kind));
  return html`${head(rule.id, rule.title, place)}
    ${paragraphs(of("reach", "table", "finding", "when", "unless", "message", "suggestion"))}
    ${titled("Where it is otherwise", paragraphs(of("override", "waiver")))}
    ${titled("Who says so", html`${paragraphs(of("authority"))}${links(authorities)}`)}
    <h2>Tests</h2>
    ${
      tests.length === 0
        ? html`<p class="warning">No test expects anything of it.</p>`
        : html`<ul>
            ${tests.map(testItem)}
          </ul>`
    }`;
}

/** The page of a rule that has a mistake. */
export function mistakenPage(id: string, title: string, place: Location | null): Html {
  return html`${head(id, title, place)}
    <p class="warning">It has a mistake, or what it names has one; mend that to read it in plain words.</p>`;
}

function head(id: string, title: string, place: Location | null): Html {
  return html`<h1>${placeLink(id, place)} <span class="title">${title}</span></h1>`;
}

function titled(title: string, part: Html): Html {
  return part.html === ""
    ? nothing
    : html`<h2>${title}</h2>
        ${part}`;
}

function paragraphs(sentences: readonly Sentence[]): Html {
  return html`${sentences.map(({ text }) => html`<p>${text}</p>`)}`;
}

function links(authorities: readonly Authority[]): Html {
  const known = authorities.filter(({ url }) => url !== null && isWebAddress(url));
  return known.length === 0
    ? nothing
    : html`<ul class="quiet">
        ${known.map(({ name, url }) => html`<li>${name}: <a href="${url ?? ""}">${url ?? ""}</a></li>`)}
      </ul>`;
}

function testItem({ title, place, passed }: ShownTest): Html {
  const state =
    passed === null
      ? html`<span class="quiet">not run yet</span>`
      : html`<span class="${passed ? "yes" : "no"}">${passed ? "passed" : "failed"}</span>`;
  return html`<li>${placeLink(title, place)} ${state}</li>`;
}

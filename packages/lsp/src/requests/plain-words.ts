/** `edict/plainWords`, a request of ours: the rule at a place as a page in plain English, with its tests and who says so. */
import type { Analysis, PlacedTest } from "@edict/language";
import { authoritiesOf, lowerRule, plainRule, ruleAt, testsOf } from "@edict/language";
import { ProtocolRequestType } from "vscode-languageserver/node";
import type { PageAnswer, PlaceQuestion } from "../own-protocol.js";
import { mistakenPage, plainWordsPage } from "../panels/plain-words-page.js";
import { knownOutcomes, outcomeOf } from "../rule-tests/outcomes.js";
import type { Asked } from "./request.js";
import { documentRequest } from "./request.js";

export const plainWordsRequest = new ProtocolRequestType<PlaceQuestion, PageAnswer | null, never, void, void>(
  "edict/plainWords",
);

export const plainWords = documentRequest(plainWordsRequest, {}, async (asked, { position }, server) => {
  const id = ruleAt(asked.analysis, asked.path, asked.offsetAt(position));
  const declared = id === null ? undefined : asked.analysis.book.declared.get(id);
  if (id === null || declared?.node.kind !== "rule") return null;
  const { source, node } = declared;
  const place = asked.locationOf({ file: source.path, start: node.name.start, end: node.name.end });
  // A rule is told in plain words only where nothing is wrong with it, so all diagnostics must be there.
  const checked = await asked.checked();
  const rule = lowerRule(checked, id);
  if (rule === null) return answer(id, mistakenPage(id, node.title.text, place).html);
  const cited = [rule.clauses, ...rule.overrides.map(({ clauses }) => clauses), ...rule.waivers].flatMap(
    ({ because }) => because.map(({ authority }) => authority),
  );
  const authorities = authoritiesOf(checked);
  if (knownOutcomes(checked) === null) server.tests.soon(asked.rulebook);
  const page = plainWordsPage({
    rule: plainRule(rule, { authorities }),
    place,
    authorities: authorities.filter(({ name }) => cited.includes(name)),
    tests: testsOf(checked, id).map((test) => ({
      title: test.title,
      place: asked.locationOf({ file: test.path, start: test.start, end: test.start }),
      passed: passed(asked, checked, test),
    })),
  });
  return answer(id, page.html);
});

function passed(asked: Asked, checked: Analysis, test: PlacedTest): boolean | null {
  const outcomes = knownOutcomes(checked);
  return outcomes === null ? null : (outcomeOf(outcomes, asked.analysis, test)?.passed ?? null);
}

function answer(rule: string, text: string): PageAnswer {
  return { rule, title: rule, html: text };
}

/** `edict/explain`, a request of ours: why the line of a test at a place has a finding or none, or what an expectation speaks of. */
import { explainTimeline } from "@edict/engine";
import type { RuleExplanation } from "@edict/engine";
import { declarationAt, html, placeAt } from "@edict/language";
import type { Expectation, RuleTest } from "@edict/rulebook";
import { billedCode } from "@edict/rulebook";
import { LSPErrorCodes, ProtocolRequestType, ResponseError } from "vscode-languageserver/node";
import type { PageAnswer, PlaceQuestion } from "../own-protocol.js";
import { explanationPage } from "../panels/explanation-page.js";
import { compiledOf } from "../rule-tests/outcomes.js";
import { tablesOf } from "../rule-tests/table-files.js";
import type { Asked } from "./request.js";
import { documentRequest } from "./request.js";

export const explainRequest = new ProtocolRequestType<PlaceQuestion, PageAnswer | null, never, void, void>(
  "edict/explain",
);

/** Lines that one entry of a test or one expectation may mean, of which so many are shown. */
const most = 8;

export const explain = documentRequest(explainRequest, {}, async (asked, { position }, _server, token) => {
  const offset = asked.offsetAt(position);
  const around = declarationAt(asked.analysis, asked.path, offset);
  if (around?.kind !== "test") return null;
  const checked = await asked.checked();
  const compiled = await compiledOf(checked, () => !token.isCancellationRequested);
  if (compiled === "left") throw new ResponseError(LSPErrorCodes.RequestCancelled, "no longer wanted");
  const say = (text: string): PageAnswer => ({
    rule: null,
    title: "Explained",
    html: html`<p class="warning">${text}</p>`.html,
  });
  if (compiled === null) return say("The rulebook has mistakes; mend them to have its tests explained.");
  const tables = await tablesOf(asked.rulebook, compiled);
  if (tables === null) return say("A table of the rulebook cannot be read here; edict explain says more.");
  const line = placeAt(asked.source, around.start).line;
  const test = compiled.tests.find(({ at }) => at.file === asked.path && at.line === line);
  const meant = test === undefined ? null : meantAt(test, placeAt(asked.source, offset).line);
  if (test === undefined || meant === null) return null;
  const shown = meant.lines.slice(0, most);
  const page = explanationPage({
    title: meant.title,
    lines: shown.flatMap((index) => {
      const own = test.lines[index];
      if (own === undefined) return [];
      const explanations = explainTimeline({ rulebook: compiled, tables, test, line: index, rule: meant.rule });
      return [{ line: own, explanations: explanations.filter(meant.tells) }];
    }),
    more: meant.lines.length - shown.length,
    none: meant.none,
    placeOf: (rule) => placeOf(asked, rule),
  });
  return { rule: meant.rule, title: meant.title, html: page.html };
});

/** What a line of the text means. */
interface Meant {
  readonly title: string;
  readonly lines: readonly number[];
  readonly rule: string | null;
  readonly tells: (explanation: RuleExplanation) => boolean;
  readonly none: string;
}

function meantAt(test: RuleTest, textLine: number): Meant | null {
  const all = test.lines.map((_, index) => index);
  const own = all.filter((index) => test.lines[index]?.at.line === textLine);
  const [first] = own;
  if (first !== undefined) {
    const { when, code, modifiers } = test.lines[first] ?? { when: "", code: "", modifiers: [] };
    const title = `${billedCode({ code, modifiers })} on ${when}`;
    return { title, lines: own, rule: null, tells: () => true, none: "No rule names this code." };
  }
  const expectation = test.expectations.find(({ at }) => at.line === textLine);
  return expectation === undefined ? null : meantBy(expectation, test, all);
}

function meantBy(expectation: Expectation, test: RuleTest, all: readonly number[]): Meant {
  switch (expectation.kind) {
    case "finding": {
      const { rule, code, modifiers, dates, text } = expectation;
      const lines = all.filter((index) => {
        const line = test.lines[index];
        return (
          line?.code === code && dates.includes(line.date) && modifiers.every((one) => line.modifiers.includes(one))
        );
      });
      return { title: text, lines, rule, tells: () => true, none: `No line of the test is ${code} on such a day.` };
    }
    case "no": {
      const { rule } = expectation;
      const none = `${rule} looks at no line of the test.`;
      return { title: `expect no ${rule}`, lines: all, rule: null, tells: (one) => one.rule === rule, none };
    }
    case "nothing": {
      const none = "No rule has a finding on any line of the test.";
      return {
        title: `expect ${expectation.words}`,
        lines: all,
        rule: null,
        tells: ({ verdict }) => verdict !== "no finding",
        none,
      };
    }
  }
}

function placeOf({ analysis, locationOf }: Asked, rule: string): ReturnType<Asked["locationOf"]> | null {
  const declared = analysis.book.declared.get(rule);
  if (declared === undefined) return null;
  const { start, end } = declared.node.name;
  return locationOf({ file: declared.source.path, start, end });
}

/**
 * `edict/runTests`, a request of ours: runs tests and tells what each came to. All tests of a rulebook are run at once,
 * in steps that give way to whatever comes in between, and are run once for each state of it.
 */
import type { TestOutcome } from "@edict/engine";
import { againstTexts } from "@edict/engine";
import { hasErrors } from "@edict/language";
import type { Place } from "@edict/rulebook";
import { billedCode } from "@edict/rulebook";
import type { Location } from "vscode-languageserver/node";
import { LSPErrorCodes, ProtocolRequestType, ResponseError } from "vscode-languageserver/node";
import type { RunTestsQuestion, TestComplaint, TestResult } from "../own-protocol.js";
import { rangeOfPlace } from "../positions.js";
import { outcomeOf, outcomesOf } from "../rule-tests/outcomes.js";
import { testsIn } from "../rule-tests/placed-tests.js";
import { timelineOf } from "../rule-tests/timeline.js";
import type { Asked } from "./request.js";
import { request } from "./request.js";

export const runTestsRequest = new ProtocolRequestType<RunTestsQuestion, readonly TestResult[], never, void, void>(
  "edict/runTests",
);

export const runTests = request(runTestsRequest, {}, async (server, { files }, token) => {
  const results: TestResult[] = [];
  for (const { uri, ids } of files) {
    const asked = server.ask(uri);
    const notRun = (why: string) => (id: string) => resultOf(uri, id, "not run", [{ text: why, at: null }]);
    if (asked === null) {
      results.push(...ids.map(notRun("the file is in no rulebook any more")));
      continue;
    }
    const checked = await asked.checked();
    const outcomes = await outcomesOf(asked.rulebook, checked, () => !token.isCancellationRequested);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "no longer wanted");
    if (outcomes === null) {
      const why = hasErrors(checked)
        ? "the rulebook has mistakes, so that no test of it can be run; mend them first"
        : "a table of the rulebook cannot be read here; edict test says more";
      results.push(...ids.map(notRun(why)));
      continue;
    }
    const here = new Map(testsIn(checked, asked.path).map((test) => [test.id, test]));
    for (const id of ids) {
      const test = here.get(id);
      const outcome = test === undefined ? null : outcomeOf(outcomes, checked, { path: asked.path, start: test.start });
      results.push(outcome === null ? notRun("the test is no longer there")(id) : told(asked, id, outcome));
    }
  }
  return results;
});

function told(asked: Asked, id: string, outcome: TestOutcome): TestResult {
  const uri = asked.uriOf(asked.path);
  if (outcome.passed) return resultOf(uri, id, "passed", []);
  const at = (place: Place): Location | null => locationOf(asked, place);
  const complaints: TestComplaint[] = [
    ...outcome.missing.map(({ rule, code, modifiers, date, at: place }) => ({
      text: `${rule} on ${billedCode({ code, modifiers })} ${date} is expected and was not found`,
      at: at(place),
    })),
    ...outcome.unexpected.map(({ finding: { rule, subject, outcome: severity, message }, against, at: place }) => ({
      text: `${rule} on ${billedCode(subject)} ${subject.date} was found; ${againstTexts[against]} (${severity}: ${message})`,
      at: at(place),
    })),
  ];
  return { ...resultOf(uri, id, "failed", complaints), timeline: timelineOf(outcome) };
}

function resultOf(uri: string, id: string, state: TestResult["state"], messages: readonly TestComplaint[]): TestResult {
  return { uri, id, state, messages, timeline: null };
}

function locationOf({ analysis, uriOf }: Asked, place: Place): Location | null {
  const source = analysis.files.get(place.file)?.source;
  return source === undefined ? null : { uri: uriOf(place.file), range: rangeOfPlace(source, place) };
}

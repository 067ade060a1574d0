import { expect, test } from "vitest";
import { withSession } from "../testing/session.js";
import { runTestsRequest } from "./run-tests.js";
import { testsRequest } from "./tests.js";

const files = `rule R-1 "one"
  forbid 77301
  deny
test <|>"a test that passes"
  given starting 2026-03-02
  day 1  77301
  expect R-1 on 77301 day 1
test "a test that fails"
  given starting 2026-03-02
  day 1  77301-59 amount $5
  day 2  77427
  expect R-1 on <|77427|> day 2
  expect <|nothing else|>
test "a test that fails"
  given starting 2026-03-02
  day 1  77301
  expect R-1 on 77301 day 9
--- other.edict
codes Nobody = 77301
--- apart/edict.json
{}
--- apart/rules.edict
test "of another rulebook"
  given starting 2026-03-02
  day 1  77301
  expect nothing
`;

test("tests are found by file, and two with one title are told apart", async () => {
  await withSession(files, async ({ ask, uri, textOf }) => {
    const all = await ask(testsRequest, { uri: null });
    expect(all.map(({ uri, tests }) => [uri.split("/").slice(-2).join("/"), tests.map(({ id }) => id)])).toEqual([
      [expect.stringMatching(/rules\.edict$/), ["a test that passes", "a test that fails", "a test that fails (2)"]],
      ["apart/rules.edict", ["of another rulebook"]],
    ]);
    expect(new Set(all.map(({ rulebook }) => rulebook)).size).toBe(2);
    const [one] = await ask(testsRequest, { uri: uri("rules.edict") });
    expect(one?.tests.length).toBe(3);
    const range = one?.tests[0]?.range;
    expect(range && textOf(range)).toMatch(/^test "a test that passes"/);
  });
});

test("what failed is said at its expectation, with the timeline", async () => {
  await withSession(files, async ({ ask, uri, range }) => {
    const ids = ["a test that passes", "a test that fails", "a test that fails (2)", "gone"];
    const results = await ask(runTestsRequest, { files: [{ uri: uri("rules.edict"), ids }] });
    expect(results.map(({ state }) => state)).toEqual(["passed", "failed", "failed", "not run"]);
    const [, failed, second] = results;
    expect(failed?.messages.map(({ text }) => text)).toEqual([
      "R-1 on 77427 2026-03-03 is expected and was not found",
      expect.stringMatching(/^R-1 on 77301-59 2026-03-02 was found; the test expects this rule elsewhere \(deny: /),
    ]);
    expect(failed?.messages[0]?.at?.range.start.line).toBe(range(0).range.start.line);
    expect(`\n${failed?.timeline}\n`).toBe(`
                                       expected  found
day 1  2026-03-02  77301-59  amount 5  -         R-1
day 2  2026-03-03  77427               R-1       -
`);
    expect(`\n${second?.timeline}\n`).toBe(`
                                 expected  found
day 1         2026-03-02  77301  -         R-1
no such line  2026-03-10  77301  R-1       -
`);
  });
});

test("a rulebook with mistakes runs no test, and says so", async () => {
  await withSession(files.replace("forbid 77301", "forbid Nothing"), async ({ ask, uri }) => {
    const [result] = await ask(runTestsRequest, {
      files: [{ uri: uri("rules.edict"), ids: ["a test that passes"] }],
    });
    expect(result?.state).toBe("not run");
    expect(result?.messages[0]?.text).toMatch(/mend them first/);
  });
});

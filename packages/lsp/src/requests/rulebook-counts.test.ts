import { expect, test } from "vitest";
import { withSession } from "../testing/session.js";
import { rulebookCountsRequest } from "./rulebook-counts.js";

const files = `codes A = 77<|>301
rule R-1 "one"
  forbid A
  deny
--- other.edict
rule R-2 "two"
  forbid A
  deny
test "a test"
  given starting 2026-03-02
  day 1  77301
  expect R-1
--- apart/edict.json
{}
--- apart/rules.edict
rule R-3 "three"
  forbid 77301
  deny
`;

test("the rules and tests of all files of the rulebook are counted, and of no other", async () => {
  await withSession(files, async ({ ask, atCaret }) => {
    expect(await ask(rulebookCountsRequest, atCaret())).toEqual({ rules: 2, tests: 1 });
  });
});

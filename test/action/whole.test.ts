/**
 * The steps of `action.yml` as they are, with the command that they build: from the installing on, of which only the asking
 * of a registry is left out, to the comment. `steps.test.ts` says what stands for the hosting service, and has the cases
 * in which something goes wrong.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostingService } from "./hosting-service.js";
import type { PullRequest } from "./pull-request.js";
import { openPullRequest } from "./pull-request.js";
import type { Ran } from "./runner.js";
import { repository, runAction } from "./runner.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "edict-whole-action-"));
const action = join(folder, "action");
const programs = join(folder, "programs");

/** What the service checks out of this repository, without what is built and installed. */
beforeAll(() => {
  const built = /[\\/](?:dist|node_modules)$/;
  for (const part of ["action.yml", "package.json", "tsconfig.base.json", "scripts", "packages"])
    cpSync(join(root, part), join(action, part), { recursive: true, filter: (path) => !built.test(path) });
  mkdirSync(programs);
  writeFileSync(
    join(programs, "npm"),
    `#!/bin/sh\necho "$PWD: npm $*" >> "${folder}/npm.log"\nln -s "${root}node_modules" node_modules\n`,
  );
  chmodSync(join(programs, "npm"), 0o755);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hostile = "::error::a ##[error]b @practice/all <img src=x> --> `c`";

const plan = (codes: string, title = "Simulation is part of the plan", wrong = "77280"): string =>
  `authority EDITS "National edits" version "2026Q1"

codes Simulation = ${codes}

rule RO-PLAN "${title}"
  effective 2026-01-01
  because EDITS "77301 over its simulations"
  bundle Simulation into 77301 on the same day
  deny as CARC 97 "{code} is part of {other.code}"

test "a simulation on the day of the plan is denied: ${title}"
  given starting 2026-03-02
  day 1  77280
  day 1  77301
  expect RO-PLAN on ${wrong} day 1
`;

const later = `authority HOUSE "House policy" version "2026"

rule RO-LATER "Added to main in the meantime"
  effective 2026-01-01
  because HOUSE "section 1"
  forbid 77336
  hold "{code} is not charged here"

test "it is held"
  given starting 2026-03-02
  day 1  77336
  expect RO-LATER on 77336 day 1
`;

const charges = "patient,date,code\nSECRET-PATIENT,2026-03-02,77285\n";

/** Opens a pull request with an edit of the plan, runs the action, edits again, and runs it once more. */
async function story(
  edits: readonly string[],
  closedThrough = "",
): Promise<readonly { readonly ran: Ran; readonly comments: readonly string[] }[]> {
  const [first = "", ...more] = edits;
  const main = { "rules/plan.edict": plan("77280, 77290"), "charges.csv": charges };
  const pull: PullRequest = openPullRequest(main, { "rules/later.edict": later }, { "rules/plan.edict": first });
  const service = await hostingService(repository, pull.number);
  const inputs = { "closed-through": closedThrough };
  const told = [];
  try {
    for (const edit of [null, ...more]) {
      if (edit !== null) pull.push({ "rules/plan.edict": edit });
      const checkout = pull.checkout(0, "merge");
      const ran = await runAction({ action, service, number: pull.number, checkout, programs, inputs });
      told.push({ ran, comments: service.comments.map(({ body }) => body) });
    }
  } finally {
    await service.close();
    pull.remove();
  }
  return told;
}

test("an edit is said in one comment, which is changed in place as the edit is", async () => {
  const [wider, same] = await story([plan("77280, 77285, 77290"), plan("77290, 77280")]);
  expect(readFileSync(join(folder, "npm.log"), "utf8")).toBe(
    `${action}: npm ci --ignore-scripts --no-audit --no-fund\n`,
  );
  expect(existsSync(join(action, "packages/cli/dist/edict/edict.cjs"))).toBe(true);
  const [comment = "", ...others] = wider?.comments ?? [];
  expect(others).toEqual([]);
  expect(comment).toContain("RO-PLAN");
  expect(comment).toContain("77285");
  expect(comment).not.toContain("RO-LATER");
  expect(comment).not.toContain("SECRET-PATIENT");
  expect(wider?.ran.summary.trim()).toBe(comment.split("\n").slice(1).join("\n").trim());
  expect(same?.comments).toEqual([expect.stringContaining("No rule in `rules` changes its meaning now.")]);
  expect(same?.ran).toMatchObject({ passed: true, said: [], summary: "" });
});

test("closed dates get other results where somebody is named for it, and fail the run otherwise", async () => {
  const wider = plan("77280, 77285, 77290");
  const named = wider.replace("over its simulations", "over its simulations, corrected in 2026Q2");
  const [unsaid, said] = await story([wider, named], "2026-01-31");
  expect(unsaid?.ran).toMatchObject({
    passed: false,
    said: [expect.stringMatching(/^error: service dates up to 2026-01-31 get other results/)],
  });
  expect(unsaid?.comments).toEqual([expect.stringContaining("2026-01-31")]);
  expect(said?.ran).toMatchObject({ passed: true, said: [] });
});

test("what a stranger writes into rules is text, in the log and in the comment", async () => {
  const [{ ran, comments } = { ran: null, comments: [] }] = await story([
    plan("77280, 77285, 77290", hostile, "77301"),
  ]);
  expect(ran?.said).toEqual(["error: tests of the rules fail; edict test shows them"]);
  // It did come as far as there.
  expect(ran?.log).toContain("::error::a ##[error]b");
  const [comment = ""] = comments;
  expect(comment).toContain("practice/all");
  expect(comment).not.toMatch(/@practice|(?<!\\)<img/);
  expect(comment).toContain("--\\>");
});

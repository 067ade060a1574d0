/**
 * The steps of `action.yml` with a stand-in for the command, which says what each case needs: the base that is found, the
 * one comment, the log, and what fails. `whole.test.ts` runs the same steps with the command itself.
 *
 * No hosting service is asked: the repository is a bare one in a temporary folder, with a real merge base, and the service
 * a server on this machine that knows comments and nothing else.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { HostedComment, HostingService } from "./hosting-service.js";
import { hostingService } from "./hosting-service.js";
import type { PullRequest } from "./pull-request.js";
import { openPullRequest } from "./pull-request.js";
import type { Job, Ran } from "./runner.js";
import { commandsIn, repository, runAction } from "./runner.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const action = mkdtempSync(join(tmpdir(), "edict-action-"));
const marker = "<!-- edict-action rules -->";

/** What the stand-in answers to each command; nothing, and 0, unless said. */
interface Answers {
  readonly [command: string]: { readonly code?: number; readonly out?: string; readonly err?: string };
}

let pull: PullRequest;
let service: HostingService;

beforeAll(() => {
  cpSync(join(root, "action.yml"), join(action, "action.yml"));
  cpSync(join(root, "scripts/edict.mjs"), join(action, "scripts/edict.mjs"));
  cpSync(join(root, "scripts/action"), join(action, "scripts/action"), { recursive: true });
  for (const folder of ["node_modules", "packages/cli/bin", "packages/cli/dist/edict"])
    mkdirSync(join(action, folder), { recursive: true });
  writeFileSync(join(action, "packages/cli/dist/edict/edict.cjs"), "");
  writeFileSync(join(action, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(action, "packages/cli/bin/edict.js"),
    `import { appendFileSync, readFileSync } from "node:fs";
    const words = process.argv.slice(2);
    appendFileSync(new URL("asked", import.meta.url), JSON.stringify(words) + "\\n");
    const answers = JSON.parse(readFileSync(new URL("answers.json", import.meta.url), "utf8"));
    const { code = 0, out = "", err = "" } = answers[words[0]] ?? {};
    process.stdout.write(out);
    process.stderr.write(err);
    process.exitCode = code;
    if (process.env.GITHUB_TOKEN !== undefined) throw new Error("the command is given the token");`,
  );
  pull = openPullRequest({ "rules/a.edict": "a\n" }, { "rules/b.edict": "b\n" }, { "rules/a.edict": "aa\n" });
});

beforeEach(async () => {
  service = await hostingService(repository, pull.number);
});

afterEach(() => service.close());

afterAll(() => {
  pull.remove();
  rmSync(action, { recursive: true, force: true });
});

/** Runs the steps where the command answers so, and tells what it was asked. */
async function ran(
  answers: Answers,
  job: Partial<Job> & { readonly depth?: number; readonly what?: "merge" | "head" } = {},
): Promise<Ran & { readonly asked: readonly (readonly string[])[] }> {
  writeFileSync(join(action, "packages/cli/bin/answers.json"), JSON.stringify(answers));
  writeFileSync(join(action, "packages/cli/bin/asked"), "");
  const checkout = pull.checkout(job.depth ?? 0, job.what ?? "merge");
  const result = await runAction({ action, service, number: pull.number, checkout, ...job });
  const asked = readFileSync(join(action, "packages/cli/bin/asked"), "utf8").split("\n").slice(0, -1);
  return { ...result, asked: asked.map((line) => wordsOf(JSON.parse(line))).filter(([word]) => word !== "--version") };
}

function wordsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new Error("the stand-in writes lists");
  return value.map(String);
}

const changed: Answers = { diff: { code: 1, out: "Two rules change.\n\n<details>\n\nmore\n\n</details>\n" } };
/** A comment that an earlier run left. */
const earlier = (first: string): HostedComment => ({
  id: 1,
  user: { login: "github-actions[bot]" },
  body: `${first}\nThree rules change.`,
});

const bodies = (): readonly string[] => service.comments.map(({ body }) => body);

test("the four commands are run over the rules, and a change is said in a comment and in the summary", async () => {
  const { passed, asked, summary, said } = await ran(changed, { inputs: { rules: "rules" } });
  expect({ passed, said }).toEqual({ passed: true, said: [] });
  expect(
    asked.map(([command, ...words]) => [command, ...words.filter((word) => !/^[0-9a-f]{40}$/.test(word))]),
  ).toEqual([
    ["check", "--format", "github", "--", "rules"],
    ["fmt", "--check", "--", "rules"],
    ["test", "--", "rules"],
    ["diff", "HEAD", "--rules", "rules", "--format", "markdown"],
  ]);
  expect(bodies()).toEqual([`${marker}\n${changed["diff"]?.out ?? ""}`]);
  expect(summary).toBe(changed["diff"]?.out);
});

test("the comment is changed in place, and nobody else's is, whatever it begins with", async () => {
  service.comments.push({ id: 1, user: { login: "stranger" }, body: `${marker}\nmine` });
  for (let id = 2; id < 150; id++) service.comments.push({ id, user: { login: "reviewer" }, body: "well" });
  await ran(changed);
  await ran({ diff: { code: 1, out: "One rule changes.\n" } });
  await ran({ diff: { code: 1, out: "One rule changes.\n" } });
  expect(bodies().filter((body) => body.startsWith(marker))).toEqual([
    `${marker}\nmine`,
    `${marker}\nOne rule changes.\n`,
  ]);
  expect(service.asked.filter((line) => !line.startsWith("GET"))).toEqual([
    `POST /repos/${repository}/issues/7/comments`,
    `PATCH /repos/${repository}/issues/comments/1149`,
  ]);
});

test("where nothing changes nothing is said, and a comment from before says no more what is so no longer", async () => {
  const { summary } = await ran({});
  expect({ comments: bodies(), summary }).toEqual({ comments: [], summary: "" });
  service.comments.push(earlier(marker));
  await ran({});
  expect(bodies()).toEqual([`${marker}\nNo rule in \`rules\` changes its meaning now.\n`]);
});

test("each rulebook of a repository has a comment of its own", async () => {
  service.comments.push(earlier(marker));
  await ran(changed, { inputs: { rules: "west/rules --> x" } });
  expect(bodies().map((body) => body.split("\n")[0])).toEqual([
    marker,
    "<!-- edict-action west%2Frules%20--%3E%20x -->",
  ]);
});

test("what could not be told is said to be so, in place of what was said before", async () => {
  service.comments.push(earlier(marker));
  const { passed, said } = await ran({ check: { code: 1 }, diff: { code: 2, err: "the rules have 1 error" } });
  const run = "[the run](https://hosting.example/practice/rulebook/actions/runs/4711)";
  expect(bodies()).toEqual([
    `${marker}\nWhat changes in the rules of \`rules\` could not be told; ${run} says why.\n\n\`edict check\` did not pass; ${run} says why.\n`,
  ]);
  expect(passed).toBe(false);
  expect(said).toContain("error: edict check finds errors in the rules");
});

test("a pull request from a fork is not commented on, and its summary says what changed", async () => {
  const { passed, said, summary } = await ran(changed, { from: "stranger/rulebook" });
  expect({ passed, asked: service.asked }).toEqual({ passed: true, asked: [] });
  expect(said).toEqual([expect.stringMatching(/^notice: a pull request from a fork has no token to comment with/)]);
  expect(summary).toBe(changed["diff"]?.out);
});

test("a comment that may not be written fails nothing, and is not passed over", async () => {
  service.refuses = 403;
  const { passed, said, log } = await ran(changed);
  expect(passed).toBe(true);
  expect(said).toEqual([expect.stringMatching(/^warning: the comment was not written: .* permission pull-requests/)]);
  expect(log).not.toContain("token-of-a-test");
});

test("no comment is asked for where none is wanted", async () => {
  const { summary } = await ran(changed, { inputs: { comment: "false" } });
  expect(service.asked).toEqual([]);
  expect(summary).toBe(changed["diff"]?.out);
});

test("no longer comment is sent than the service takes, and the summary has all of it", async () => {
  const short = "Many rules change.\n\n";
  const out = `${short}<details>\n\n${"é".repeat(70_000)}\n\n</details>\n`;
  const { summary, said } = await ran({ diff: { code: 1, out } });
  expect({ summary: summary.length, said }).toEqual({ summary: out.length, said: [] });
  expect(bodies()).toEqual([
    `${marker}\nMany rules change.\n\nThe rest is longer than a comment may be; [the run](https://hosting.example/practice/rulebook/actions/runs/4711) has it.\n`,
  ]);
});

test.each([
  ["the merge of a clone with all of its history", 0, "merge", "the base branch as it was merged for this run"],
  ["the merge of a clone of two commits", 2, "merge", "the base branch as it was merged for this run"],
  ["the branch of a clone with all of its history", 0, "head", "where this branch left main"],
] as const)("the base is found in %s", async (_, depth, what, words) => {
  const { asked, log, passed } = await ran(changed, { depth, what });
  const [, base = ""] = asked.find(([command]) => command === "diff") ?? [];
  expect(log).toContain(`compared with ${base}, ${words}`);
  expect(passed).toBe(true);
});

test.each([
  ["merge", 1],
  ["head", 1],
  ["head", 2],
] as const)("a clone of the %s that is cut at %i says how to get more, and fails", async (what, depth) => {
  const { said, passed, asked } = await ran({}, { depth, what });
  expect(passed).toBe(false);
  expect(asked.map(([command]) => command)).toEqual(["check", "fmt", "test"]);
  expect(said).toEqual([
    expect.stringContaining("give actions/checkout the line fetch-depth: 0"),
    "error: what changes in the rules could not be told; the step edict diff says why",
  ]);
  expect(bodies()).toEqual([expect.stringContaining("could not be told")]);
});

test("a base that is asked for is compared from where HEAD left it, and is never an option", async () => {
  const { asked } = await ran({}, { event: "push", inputs: { base: "main" } });
  expect(asked.map(([command]) => command)).toContain("diff");
  const { said, passed } = await ran({}, { event: "push", inputs: { base: "--output=x" } });
  expect(said[0]).toMatch(/^error: --output=x is not in this clone/);
  expect(passed).toBe(false);
});

test("where there is nothing to compare with, the rules are checked all the same", async () => {
  const { said, passed, asked, summary } = await ran({}, { event: "push" });
  expect({ passed, summary }).toEqual({ passed: true, summary: "" });
  expect(asked.map(([command]) => command)).toEqual(["check", "fmt", "test"]);
  expect(said).toEqual(["notice: nothing is compared on push; set base for that"]);
  expect(service.asked).toEqual([]);
});

test("an event that gives a stranger's files a token that may write is refused before anything is built", async () => {
  const { steps, said, passed } = await ran({}, { event: "pull_request_target" });
  expect({ passed, steps }).toEqual({ passed: false, steps: ["Look at what is asked for"] });
  expect(said).toEqual([expect.stringContaining("run this on pull_request instead")]);
});

test.each([
  [{ "fail-on": "always" }, "error: fail-on is one of closed, change, never"],
  [{ "closed-through": "September" }, "error: closed-through is a date, such as 2026-09-30"],
  [{ comment: "yes" }, "error: comment is true or false"],
])("%j is not taken", async (inputs, message) => {
  const { said, passed } = await ran({}, { inputs });
  expect({ said, passed }).toEqual({ said: [message], passed: false });
});

test("every command that fails is named, after all were run", async () => {
  const { said, asked } = await ran({ check: { code: 1 }, fmt: { code: 1 }, test: { code: 2 }, diff: { code: 0 } });
  expect(asked.map(([command]) => command)).toEqual(["check", "fmt", "test", "diff"]);
  expect(said).toEqual([
    "error: edict check finds errors in the rules",
    "error: rule files are not in the one layout; run edict fmt rules",
    "error: edict test could not do its job; its step says why",
  ]);
});

test.each([
  [{ code: 1, out: "One rule changes.\n" }, "change", ["error: rules change in meaning, and fail-on is change"]],
  [{ code: 2, out: "It cannot be told.\n" }, "change", ["error: rules change in meaning, and fail-on is change"]],
  [{ code: 2 }, "never", ["error: what changes in the rules could not be told; the step edict diff says why"]],
] as const)("%j with fail-on %s", async (answer, failOn, errors) => {
  const { said, passed } = await ran({ diff: answer }, { inputs: { "fail-on": failOn } });
  expect({ said, passed }).toEqual({ said: errors, passed: false });
});

test("what a pull request makes the commands print is no command to the service", async () => {
  const hostile = "::add-mask::x\n##[error]y\n::stop-commands::z\n::z::\n::error::w";
  const print = { code: 0, out: hostile, err: hostile };
  const { said, passed, log } = await ran({ check: { err: hostile }, fmt: print, test: print, diff: { err: hostile } });
  expect({ said, passed }).toEqual({ said: [], passed: true });
  expect(log.split(hostile)).toHaveLength(7);
  // The stand-in of the service would see them.
  expect(commandsIn(hostile.replace("::stop", "::x"))).toEqual([
    "add-mask: x",
    "error: y",
    "x-commands: z",
    "z: ",
    "error: w",
  ]);
});

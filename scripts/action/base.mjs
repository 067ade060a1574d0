/**
 * What the rules of a pull request are compared with: where its branch left the base branch, and not what has been added
 * there since. Nothing is fetched here, since that takes credentials that a job need not have.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { guarded } from "./log.mjs";

const remedy = "give actions/checkout the line fetch-depth: 0";

/** A commit to compare with, or why there is none. */
export function findBase(asked, env) {
  if (asked !== "") return mergeBaseWith(asked, `where HEAD left ${asked}`);
  if (env.GITHUB_EVENT_NAME !== "pull_request") {
    return { kind: "none", why: `nothing is compared on ${env.GITHUB_EVENT_NAME ?? "no event"}; set base for that` };
  }
  const { pull_request: pull } = readEvent(env);
  const merged = baseOfMerge(pull, env);
  if (merged !== null) return { kind: "found", commit: merged, what: "the base branch as it was merged for this run" };
  return mergeBaseWith(`refs/remotes/origin/${pull.base.ref}`, `where this branch left ${pull.base.ref}`);
}

/** What happened, as the service wrote it down. */
export function readEvent(env) {
  return JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8"));
}

/**
 * For a pull request the service checks out what would be if it were merged now. The first parent of that commit is the
 * base; this is so also in a clone of two commits. No other commit is taken for one: of a branch's own merge the first
 * parent is the branch.
 */
function baseOfMerge(pull, env) {
  const head = git("rev-parse", "HEAD");
  if (env.GITHUB_REF !== `refs/pull/${pull.number}/merge` || head !== env.GITHUB_SHA) return null;
  if (commitNamed("HEAD^2") !== pull.head.sha) return null;
  return commitNamed("HEAD^1");
}

/** In a clone that was cut short a commit in common may be the wrong one, or none may be found. */
function mergeBaseWith(name, what) {
  const tip = commitNamed(name) ?? commitNamed(`refs/remotes/origin/${name}`);
  if (tip === null) return { kind: "missing", why: `${name} is not in this clone; ${remedy}, or mend base` };
  if (git("rev-parse", "--is-shallow-repository") !== "false") {
    return { kind: "missing", why: `this clone lacks the commits before its last ones; ${remedy}` };
  }
  const commit = git("merge-base", tip, "HEAD");
  if (commit === null) return { kind: "missing", why: `${name} and HEAD have no commit in common; mend base` };
  return { kind: "found", commit, what };
}

/** The full name of a commit; null where the clone has none of this name. No name is taken for an option. */
function commitNamed(name) {
  return git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
}

/** What git answers; null where it refuses, and why then stands in the log. */
function git(...words) {
  const { status, stdout, stderr } = spawnSync("git", words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (status === 0) return stdout.trim();
  guarded(stderr ?? "");
  return null;
}

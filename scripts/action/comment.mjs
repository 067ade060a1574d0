/**
 * One comment under a pull request: written once, and then changed in place. A run whose token may not write, as that of
 * a pull request from a fork may not, says so and leaves it at the page of the run.
 */
import { readEvent } from "./base.mjs";
import { mostCharacters } from "./comment-text.mjs";
import { say } from "./log.mjs";

/** Who writes with the token of a workflow. A comment of anybody else is never changed, whatever its first line is. */
const writer = "github-actions[bot]";

/** Longer than any pull request is talked about. */
const mostPages = 100;

/** Writes, changes or lets be. Never fails the run: the page of the run says the same. */
export async function sendComment({ marker, text, ifThere }, { comment }, env) {
  if (comment === "false" || env.GITHUB_EVENT_NAME !== "pull_request") return;
  const { pull_request: pull } = readEvent(env);
  if (pull.head.repo?.full_name !== env.GITHUB_REPOSITORY) {
    say("notice", "a pull request from a fork has no token to comment with; the summary of this run says what changed");
    return;
  }
  try {
    const issues = `/repos/${repositoryOf(env)}/issues`;
    const number = Number(pull.number);
    const there = await ownComment(`${issues}/${number}/comments`, marker, env);
    const body = there === null ? text : ifThere;
    if (body === null || body === there?.body) return;
    if (body.length > mostCharacters) throw new Error("comment-text.mjs lets no longer text through");
    if (there === null) await ask("POST", `${issues}/${number}/comments`, { body }, env);
    else await ask("PATCH", `${issues}/comments/${there.id}`, { body }, env);
  } catch (error) {
    say("warning", `the comment was not written: ${whyOf(error)}; the summary of this run says what changed`);
  }
}

async function ownComment(path, marker, env) {
  for (let page = 1; page <= mostPages; page++) {
    const comments = await ask("GET", `${path}?per_page=100&page=${page}`, null, env);
    const own = comments.find(({ body, user }) => user?.login === writer && firstLine(body) === marker);
    if (own !== undefined) return { id: Number(own.id), body: own.body };
    if (comments.length < 100) return null;
  }
  return null;
}

/** The service may give the ends of lines in another form than it got them. */
function firstLine(body) {
  return typeof body === "string" ? (body.split(/\r?\n/, 1)[0] ?? "") : "";
}

/** Asks the service. The token goes nowhere else: an answer that leads away is an error. */
async function ask(method, path, sent, env) {
  const answer = await fetch(`${env.GITHUB_API_URL}${path}`, {
    method,
    redirect: "error",
    signal: AbortSignal.timeout(30_000),
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${env.GITHUB_TOKEN}`,
      "content-type": "application/json",
      "user-agent": "edict-action",
      "x-github-api-version": "2022-11-28",
    },
    ...(sent === null ? {} : { body: JSON.stringify(sent) }),
  });
  if (!answer.ok) throw new Refused(answer.status);
  return answer.json();
}

class Refused extends Error {
  constructor(status) {
    super(status === 403 || status === 404 ? mayNot(status) : `the service answers ${status}`);
  }
}

function mayNot(status) {
  return `the service answers ${status}, as it does where the job lacks the permission pull-requests: write`;
}

function repositoryOf({ GITHUB_REPOSITORY: repository = "" }) {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw new Error("GITHUB_REPOSITORY is not of the form owner/name");
  return repository;
}

/** What a connection failed of stands in the cause of the error that `fetch` throws. */
function whyOf(error) {
  const cause = error.cause?.code ?? error.cause?.message;
  return cause === undefined ? error.message : `${error.message} (${cause})`;
}

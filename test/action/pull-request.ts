/**
 * A pull request in a bare repository of a temporary folder, and its checkout as a job of a hosting service does it. The
 * main branch has moved on since the pull request's branch left it, so that only a merge base tells them apart.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Files by their paths; null removes one. */
export type Edit = { readonly [path: string]: string | null };

export interface PullRequest {
  readonly number: number;
  /** Commits an edit on its branch and pushes it; the service makes the merge commit anew. */
  readonly push: (edit: Edit) => void;
  /** A fresh checkout; what of the history it holds is as `depth` says, and 0 is all of it. */
  readonly checkout: (depth: number, what: "merge" | "head") => Checkout;
  readonly remove: () => void;
}

export interface Checkout {
  readonly folder: string;
  /** The commit that would be if it were merged now, which the service says that the run is of. */
  readonly merge: string;
  readonly head: string;
}

/** Opens a pull request: files of the main branch, what is done there later, and the edit that is proposed. */
export function openPullRequest(main: Edit, later: Edit, proposed: Edit): PullRequest {
  const folder = mkdtempSync(join(tmpdir(), "edict-pull-request-"));
  const bare = join(folder, "bare.git");
  const author = join(folder, "author");
  const number = 7;
  git(folder, "init", "--quiet", "--bare", "--initial-branch=main", bare);
  git(folder, "clone", "--quiet", bare, author);
  git(author, "checkout", "--quiet", "-B", "main");
  commit(author, main, "main");
  git(author, "branch", "proposed");
  commit(author, later, "main moves on");
  git(author, "push", "--quiet", "origin", "main");
  git(author, "checkout", "--quiet", "proposed");
  const push = (edit: Edit): void => {
    commit(author, edit, "an edit");
    git(author, "checkout", "--quiet", "--detach", "main");
    git(author, "merge", "--quiet", "--no-ff", "--no-edit", "proposed");
    git(author, "push", "--quiet", "--force", "origin", "proposed", `HEAD:refs/pull/${number}/merge`);
    git(author, "checkout", "--quiet", "proposed");
  };
  push(proposed);
  let checkouts = 0;
  return {
    number,
    push,
    checkout: (depth, what) => {
      const work = join(folder, `work-${++checkouts}`);
      git(folder, "init", "--quiet", work);
      git(work, "remote", "add", "origin", pathToFileURL(bare).href);
      const from = what === "merge" ? `refs/pull/${number}/merge` : "refs/heads/proposed";
      const all = depth === 0 ? ["+refs/heads/*:refs/remotes/origin/*"] : [];
      const cut = depth === 0 ? [] : [`--depth=${depth}`];
      git(work, "fetch", "--quiet", "--no-tags", ...cut, "origin", ...all, `+${from}:refs/remotes/run`);
      git(work, "checkout", "--quiet", "--force", "--detach", "refs/remotes/run");
      const [merge = "", head = ""] = git(author, "ls-remote", bare, `refs/pull/${number}/merge`, "refs/heads/proposed")
        .trim()
        .split("\n")
        .toSorted((a, b) => (a.includes("refs/pull") ? -1 : b.includes("refs/pull") ? 1 : 0))
        .map((line) => line.split("\t")[0]);
      return { folder: work, merge, head };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function commit(folder: string, edit: Edit, title: string): void {
  for (const [path, text] of Object.entries(edit)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
  }
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", title);
}

function git(folder: string, ...words: readonly string[]): string {
  const own = ["-c", "user.name=Author", "-c", "user.email=author@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...own, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

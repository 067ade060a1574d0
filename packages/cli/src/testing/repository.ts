/** A git repository in the folder of a test. */
import { spawnSync } from "node:child_process";
import process from "node:process";

/** Asks git there, as somebody whose settings are not those of this machine. Gives what it prints. */
export function gitIn(folder: string, ...question: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    "git",
    ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.test", "-c", "commit.gpgsign=false", ...question],
    {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: "",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_DIR: undefined,
        GIT_INDEX_FILE: undefined,
      },
    },
  );
  if (status !== 0) throw new Error(`git ${question.join(" ")}: ${stderr}`);
  return stdout.trim();
}

/** Makes the folder a repository whose branch is `main`. */
export function newRepository(folder: string): void {
  gitIn(folder, "init", "--quiet", "--initial-branch=main");
}

/** Commits all that lies in the folder. */
export function commitAll(folder: string, message: string): string {
  gitIn(folder, "add", "--all");
  gitIn(folder, "commit", "--quiet", "--allow-empty", "-m", message);
  return gitIn(folder, "rev-parse", "HEAD");
}

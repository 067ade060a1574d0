/**
 * Asking git, without a shell: what a revision is, what its tree holds, what a file of it says. Nothing of the repository
 * or of the work tree is ever written, and no name that somebody gave is taken for an option.
 */
import { spawn, spawnSync } from "node:child_process";
import process from "node:process";
import { UsageError } from "../usage-error.js";

/** What git answered, or why it did not, in its own first words. */
export type Answer = { readonly out: Buffer } | { readonly refused: string };

/** More than any list of files, or any text of rules, that is worth comparing. */
const mostBytes = 1 << 30;

/** Asks git in a folder. Throws a `UsageError` where there is no git. */
export function askGit(folder: string, question: readonly string[], input: string | null = null): Answer {
  const { error, status, stdout, stderr } = spawnSync("git", question, {
    cwd: folder,
    env: quietly(),
    input: input ?? "",
    maxBuffer: mostBytes,
    windowsHide: true,
  });
  if (error !== undefined) throw noGit(error);
  if (status === 0) return { out: stdout };
  const [said = ""] = stderr.toString("utf8").split("\n");
  return { refused: said.replace(/^(?:fatal|error): /, "") };
}

/** Writes the content of a file that git keeps into an open file. */
export function writeBlob(folder: string, hash: string, to: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", ["cat-file", "blob", hash], {
      cwd: folder,
      env: quietly(),
      stdio: ["ignore", to, "ignore"],
      windowsHide: true,
    });
    child.on("error", (error) => reject(noGit(error)));
    child.on("close", (status) =>
      status === 0 ? resolve() : reject(new UsageError(`git does not give the file ${hash}; check the repository`)),
    );
  });
}

/** The contents of files that git keeps, by their hashes. */
export function readBlobs(folder: string, hashes: readonly string[]): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  if (hashes.length === 0) return found;
  const answer = askGit(folder, ["cat-file", "--batch"], hashes.map((hash) => `${hash}\n`).join(""));
  if ("refused" in answer) throw new UsageError(`git does not read its files: ${answer.refused}`);
  const { out } = answer;
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(0x0a, at);
    const [hash = "", kind = "", size = ""] = out.toString("latin1", at, end).split(" ");
    if (kind !== "blob") throw new UsageError(`git lacks the file ${hash}; fetch it, or check the repository`);
    found.set(hash, out.subarray(end + 1, end + 1 + Number(size)));
    at = end + Number(size) + 2;
  }
  return found;
}

/** Our own environment, but that git neither asks somebody nor writes something down on its own account. */
function quietly(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", GIT_PAGER: "cat" };
}

function noGit(error: Error): Error {
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOENT")
    return new UsageError("git is not here, and a revision is read with it; compare folders instead");
  if (code === "ENOBUFS") return new UsageError("git answers more than a rulebook can be; name the rules with --rules");
  return new UsageError(`git cannot be started (${code})`);
}

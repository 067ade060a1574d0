/**
 * A comment of `docs/reviews` is what `edict diff` says of the edit that its page shows, done to the rule library. One page
 * is held to it, the one whose rules change least; the others hang on half of the library.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "@edict/cli";
import { expect, test } from "vitest";
import { read, root } from "../tidy/tree.js";

test("a tidying that is none", async () => {
  const text = read("docs/reviews/a-tidying-that-is-none.md");
  const folder = mkdtempSync(join(tmpdir(), "edict-review-"));
  try {
    for (const side of ["before", "after"]) cpSync(join(root, "rules"), join(folder, side), { recursive: true });
    const [, edit = ""] = /^```diff\n([^]*?)^```$/m.exec(text) ?? [];
    for (const [path, pairs] of editsIn(edit)) change(join(folder, "after", path), pairs);
    let comment = "";
    await main(["diff", "before", "after", "--format", "markdown"], {
      cwd: folder,
      stdin: () => Promise.resolve(Buffer.from("")),
      stdout: { write: (said) => (comment += said) },
      stderr: { write: () => true, isTTY: false },
      stdoutIsTTY: false,
      env: {},
    });
    expect(comment).not.toBe("");
    expect(text.slice(text.indexOf("<!-- edict diff -->"))).toBe(comment);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** By file, what stands there and what takes its place. */
function editsIn(edit: string): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const files = new Map<string, (readonly [string, string])[]>();
  for (const part of edit.split(/^--- /m).slice(1)) {
    const [path = "", ...lines] = part.split("\n");
    const own: [string, string][] = [];
    for (const [at, line] of lines.entries()) {
      if (line === "") continue;
      if (line.startsWith("-") && !(lines[at - 1] ?? "").startsWith("-")) own.push(["", ""]);
      const last = own.at(-1);
      if (last !== undefined) last[line.startsWith("-") ? 0 : 1] += `${line.slice(1)}\n`;
    }
    files.set(path, own);
  }
  return files;
}

function change(path: string, pairs: readonly (readonly [string, string])[]): void {
  let text = readFileSync(path, "utf8");
  for (const [from, to] of pairs) {
    if (!text.includes(from)) throw new Error(`${path} has what the page changes: ${from}`);
    text = text.replace(from, () => to);
  }
  writeFileSync(path, text);
}

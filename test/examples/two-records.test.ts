/** The worked example of `docs/reconciling.md`: the page shows what the command prints, to the letter. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "@edict/cli";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the page on reconciling shows what its command prints", async () => {
  const page = readFileSync(`${root}docs/reconciling.md`, "utf8");
  const [, asked = "", shown = ""] = /^```console\n\$ edict (.+)\n([^]*?)^```$/m.exec(page) ?? [];
  let out = "";
  const code = await main(asked.split(" "), {
    cwd: root,
    stdin: () => Promise.resolve(new Uint8Array()),
    stdout: { write: (text) => (out += text) },
    stderr: { write: () => true, isTTY: false },
    stdoutIsTTY: false,
    env: {},
  });
  expect(out).toBe(shown);
  expect(code).toBe(0);
});

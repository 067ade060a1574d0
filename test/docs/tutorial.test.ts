/** What the tutorial shows of the command is what the command says. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { byCommand } from "../conformance/stages.js";
import { read } from "../tidy/tree.js";

test("each command of the tutorial answers as the page says", async () => {
  const page = read("docs/language/tutorial.md");
  const blocks = [...page.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, kind = "", text = ""]) => ({ kind, text }));
  const folder = mkdtempSync(join(tmpdir(), "edict-tutorial-"));
  try {
    mkdirSync(join(folder, "my-rules"));
    let rules = "";
    let asked = 0;
    for (const { kind, text } of blocks) {
      // The first rule is shown as bare text, and then written out.
      if (kind === "text") writeFileSync(join(folder, "my-rules/planning.edict"), text);
      if (kind === "edict") writeFileSync(join(folder, "my-rules/planning.edict"), (rules += `${text}\n`));
      if (kind === "csv") writeFileSync(join(folder, "charges.csv"), text);
      if (kind !== "console") continue;
      asked += 1;
      const [command = "", ...answer] = text.trimEnd().split("\n");
      const { out } = await byCommand(command.replace("$ edict ", "").split(" "), folder);
      expect(out.trimEnd().split("\n")).toEqual(answer);
    }
    expect(asked).toBe(4);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

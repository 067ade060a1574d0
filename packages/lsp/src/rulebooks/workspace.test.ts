import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OpenTexts } from "../files/overlaid-host.js";
import { Workspace } from "./workspace.js";

const nothingOpen: OpenTexts = { textAt: () => null, namesIn: () => [] };

test("an address of a folder reads nothing in it, be it asked for as a file", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "edict-loose-")));
  try {
    writeFileSync(join(folder, "a.edict"), "codes A = 77301\n");
    const workspace = new Workspace(nothingOpen);
    expect([...workspace.rulebookOf(folder).read().files.keys()]).toEqual([]);
    expect([...workspace.rulebookOf(join(folder, "a.edict")).read().files.keys()]).toEqual(["a.edict"]);
    // The whole disk would never come to an end.
    expect([...workspace.rulebookOf("/").read().files.keys()]).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

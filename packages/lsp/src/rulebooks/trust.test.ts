import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { OpenTexts } from "../files/overlaid-host.js";
import { Workspace } from "./workspace.js";

const nothingOpen: OpenTexts = { textAt: () => null, namesIn: () => [] };

/** A table of the given path, in a rulebook in the folder `open`, and whether its file is found. */
function isRead(path: string, { trusted }: { readonly trusted: boolean }): boolean {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "edict-trust-")));
  const files = {
    "open/edict.json": "{}",
    "open/a.edict": `table T from "${path}"\n  code code\n`,
    "open/data/in.csv": "code\n",
    "beside/out.csv": "code\n",
  };
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      writeFileSync(join(home, name), text);
    }
    symlinkSync(join(home, "beside/out.csv"), join(home, "open/link.csv"));
    const workspace = new Workspace(nothingOpen);
    workspace.trusted = trusted;
    workspace.openFolders([join(home, "open")]);
    return workspace.rulebookOf(join(home, "open/a.edict")).host.kind(path) === "file";
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const paths = ["data/in.csv", "../beside/out.csv", "link.csv"];

test("without trust, nothing outside the open folder is read, also not by a link", () => {
  expect(paths.filter((path) => isRead(path, { trusted: false }))).toEqual(["data/in.csv"]);
});

test("with trust, the fence is the one of the command", () => {
  expect(paths.filter((path) => isRead(path, { trusted: true }))).toEqual(paths);
});

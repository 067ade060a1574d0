import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OverlaidHost } from "./overlaid-host.js";

test("open texts stand over the disk, and what the disk said is kept until it is told to forget", () => {
  const folder = mkdtempSync(join(tmpdir(), "edict-host-"));
  try {
    writeFileSync(join(folder, "a.edict"), "disk");
    const open = new Map([[join(folder, "b.edict"), "open"]]);
    const host = new OverlaidHost(
      folder,
      ["."],
      { textAt: (path) => open.get(path) ?? null, namesIn: () => ["b.edict"] },
      () => false,
    );
    expect(host.list(".")).toEqual(["a.edict", "b.edict"]);
    expect([host.read("a.edict"), host.read("b.edict")]).toEqual(["disk", "open"]);
    writeFileSync(join(folder, "a.edict"), "later");
    expect(host.read("a.edict")).toBe("disk");
    host.forgetText(join(folder, "a.edict"));
    expect(host.read("a.edict")).toBe("later");
    expect(host.kind("../..")).toBe("missing");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

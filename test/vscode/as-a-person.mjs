// Installs the packed extension and uses it as a person would. A story is a list of steps, each a sentence and what is
// done; the first that does not come true ends it, with a picture of the window as it was.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPage, startServer, within } from "./editor.mjs";
import { extension, root } from "./places.mjs";
import { openWorkbench } from "./workbench.mjs";

/** Longest time for one step. */
const limit = 40_000;

/** Plays a story in a fresh copy of a folder of `workspaces`. */
export async function play({ name, workspace, trust = true, steps }) {
  const scratch = mkdtempSync(join(tmpdir(), "edict-person-"));
  const [folder] = workspace.split("/");
  cpSync(join(root, "test", "vscode", "workspaces", folder), join(scratch, folder), { recursive: true });
  const said = [];
  let server;
  let browser;
  let workbench;
  try {
    server = await startServer({ vsix: join(extension, "dist", "edict.vsix"), trust });
    browser = await openPage();
    workbench = await within(
      limit,
      "the window did not open",
      openWorkbench(browser.page, server, join(scratch, workspace)),
    );
    for (const [sentence, step] of Object.entries(steps)) {
      const start = performance.now();
      try {
        await within(limit, "it did not come true", step(workbench));
        said.push(`ok ${sentence} (${Math.round(performance.now() - start)} ms)`);
      } catch (error) {
        said.push(`not ok ${sentence}: ${error.message.split("\n")[0]}`);
        await workbench.picture(`${name}-failed`);
        return { passed: false, said };
      }
    }
    return { passed: true, said };
  } catch (error) {
    return { passed: false, said: [...said, `not ok ${error.message}`] };
  } finally {
    await browser?.close();
    await server?.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

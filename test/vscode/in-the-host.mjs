// Runs suites inside the extension host of a real VS Code, with the whole of its API, and tells how each went. The page
// is only there to give the host a window.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { openPage, startServer, within } from "./editor.mjs";
import { cache, extension, root } from "./places.mjs";

/** Longest time for a run, from the page's start. */
const limit = 90_000;

/**
 * Runs the suites that `entry` (a file of `suites`) holds in a fresh copy of a workspace, a folder of `workspaces` or a
 * `.code-workspace` in one. Gives the lines that the suites said, and whether all passed.
 */
export async function runInHost({ entry, workspace, only }) {
  const built = join(cache, "suites", `${entry}.cjs`);
  await build({
    entryPoints: [join(root, "test", "vscode", "suites", `${entry}.ts`)],
    outfile: built,
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["vscode"],
    define: { "process.env.EDICT_ONLY": JSON.stringify(only ?? "") },
    logLevel: "warning",
  });
  const scratch = mkdtempSync(join(tmpdir(), "edict-workspace-"));
  const [folder] = workspace.split("/");
  cpSync(join(root, "test", "vscode", "workspaces", folder), join(scratch, folder), { recursive: true });
  const server = await startServer();
  const { page, close } = await openPage();
  const said = [];
  try {
    let ended;
    const done = new Promise((resolve) => (ended = resolve));
    await page.exposeFunction("codeAutomationLog", (_, words) => said.push(...words.map(String)));
    await page.exposeFunction("codeAutomationExit", (code) => ended(code));
    const remote = (path) => `vscode-remote://${server.origin}${path}`;
    const payload = [
      ["extensionDevelopmentPath", remote(extension)],
      ["extensionTestsPath", remote(built)],
    ];
    const kind = workspace.endsWith(".code-workspace") ? "workspace" : "folder";
    const address = new URL(`http://${server.origin}/`);
    address.searchParams.set(kind, join(scratch, workspace));
    address.searchParams.set("payload", JSON.stringify(payload));
    await page.goto(address.href);
    const code = await within(limit, "the suites did not end", done);
    return { passed: code === 0, said: said.filter((line) => /^ *(?:ok|not ok|#)/.test(line)), all: said };
  } catch (error) {
    return { passed: false, said: [String(error.message)], all: said };
  } finally {
    await close();
    await server.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

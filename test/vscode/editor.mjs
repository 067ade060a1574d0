// One VS Code: its server as a process, and a page of a headless browser that shows it. All of it has an end: `close`
// ends whatever was started, and so does the end of this process.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium as playwright } from "playwright-core";
import { chromium, installed, node } from "./install.mjs";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What is running; ended at the latest when this process ends. */
const running = new Set();
process.on("exit", () => {
  for (const child of running) endGroup(child);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

/**
 * Starts VS Code's server. `vsix` is installed first; `trust` false lets the editor ask whether a folder is trusted.
 * Gives its address, and `close`.
 */
export async function startServer({ vsix, trust = true } = {}) {
  const vscode = installed();
  const state = mkdtempSync(join(tmpdir(), "edict-vscode-"));
  const main = join(vscode, "out", "server-main.js");
  const common = ["--accept-server-license-terms", "--telemetry-level", "off", "--server-data-dir", state];
  const environment = { ...process.env, NODE_OPTIONS: "", VSCODE_IPC_HOOK_CLI: "" };
  if (vsix !== undefined) {
    const { status, stderr } = spawnSync(node, [main, ...common, "--install-extension", vsix], {
      encoding: "utf8",
      env: environment,
      timeout: 60_000,
    });
    if (status !== 0) throw new Error(`the extension could not be installed: ${stderr}`);
  }
  const words = [main, "--host", "127.0.0.1", "--port", "0", "--without-connection-token", ...common];
  if (trust) words.push("--disable-workspace-trust");
  words.push("--enable-smoke-test-driver");
  // A group of its own: the server leaves extension hosts behind when it is ended alone.
  const child = spawn(node, words, { stdio: ["ignore", "pipe", "pipe"], detached: true, env: environment });
  running.add(child);
  const close = async () => {
    endGroup(child);
    await new Promise((gone) =>
      child.exitCode === null && child.signalCode === null ? child.once("exit", gone) : gone(),
    );
    running.delete(child);
    rmSync(state, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await within(30_000, "VS Code's server did not start", portOf(child));
    return { origin: `127.0.0.1:${port}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A page with a fresh profile. `close` ends the browser. */
export async function openPage() {
  const browser = await playwright.launch({ executablePath: chromium(), args: flags });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  // Nothing is asked of any other machine.
  await context.route(
    (url) => !["127.0.0.1", "localhost"].includes(url.hostname) && /^https?:/.test(url.protocol),
    (route) => route.abort(),
  );
  return { page: await context.newPage(), close: () => browser.close() };
}

/** The promise's value, or an error with this sentence when it takes longer. */
export async function within(milliseconds, sentence, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${sentence} within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function portOf(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (piece) => {
      said += piece;
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(port);
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.once("exit", () => reject(new Error(`VS Code's server ended: ${said}`)));
  });
}

function endGroup(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

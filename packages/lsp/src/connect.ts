/** Connects the server to whoever started its process. This file brings the protocol with it; `index.ts` does not. */
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import type { Surroundings } from "./server.js";
import { startServer } from "./start-server.js";

/** Serves over standard input and output; the process ends with its client. */
export function connectStdio(): void {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), surroundings());
}

/** Serves over what the arguments of the process name: `--node-ipc`, `--stdio`, `--socket=…`, `--pipe=…`. */
export function connectAsAsked(): void {
  startServer(createConnection(ProposedFeatures.all), surroundings());
}

function surroundings(): Surroundings {
  return { pages: pagesNear(), chargesWorker: workerNear() };
}

/** The worker, where it stands beside the program that runs. */
function workerNear(): string | null {
  const program = process.argv[1];
  if (program === undefined || !existsSync(program)) return null;
  const worker = join(dirname(realpathSync(program)), "charges-worker.cjs");
  return existsSync(worker) ? worker : null;
}

/** The pages of the diagnostics, where they stand above the program that runs. */
function pagesNear(): string | null {
  const program = process.argv[1];
  if (program === undefined || !existsSync(program)) return null;
  for (let folder = dirname(realpathSync(program)); folder !== dirname(folder); folder = dirname(folder)) {
    const pages = join(folder, "docs", "diagnostics");
    if (existsSync(join(pages, "unknown-name.md"))) return `${URI.file(pages).toString()}/`;
  }
  return null;
}

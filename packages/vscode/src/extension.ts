/**
 * Where the extension starts and ends. It starts the language server, gives the commands their meaning, and turns on
 * the features; what each does stands in its own file. It knows nothing of the language itself.
 */
import type { ExtensionContext } from "vscode";
import { Client } from "./client.js";
import { registerCommands } from "./commands/register-commands.js";
import type { FeatureContext } from "./features/feature.js";
import { features } from "./features/features.js";
import { Log } from "./log.js";

let running: Client | null = null;

/** The editor calls this once, when the first rule is opened or a folder with rules is. */
export function activate(context: ExtensionContext): void {
  const log = new Log();
  const client = new Client(context.extensionUri, log);
  running = client;
  const given: FeatureContext = { extensionUri: context.extensionUri, client, log, memory: context.workspaceState };
  context.subscriptions.push(log, client, ...registerCommands(given), ...features.flatMap((feature) => feature(given)));
  // Commands must answer at once; the server may take its time, and says of itself when it runs.
  void client.start();
}

/** The editor calls this when it closes, and waits for it. */
export async function deactivate(): Promise<void> {
  await running?.stop();
  running = null;
}

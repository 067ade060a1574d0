/** The extension's settings, read when they are needed, so that a change holds at once. The manifest describes them. */
import { workspace } from "vscode";

/** What a person may choose, by the names of the manifest. */
export interface Settings {
  readonly "server.enabled": boolean;
  readonly "server.memory": number;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly statusItem: boolean;
}

/** Names of settings that need the server to start again. */
export const settingsOfTheProcess: readonly (keyof Settings)[] = ["server.enabled", "server.memory"];

/** What holds where nothing usable is said. The manifest says the same to the editor. */
const defaults: Settings = {
  "server.enabled": true,
  "server.memory": 0,
  codeLens: true,
  inlayHints: true,
  statusItem: true,
};

/** The value of one setting. */
export function setting<K extends keyof Settings>(name: K): Settings[K] {
  return workspace.getConfiguration("edict").get<Settings[K]>(name, defaults[name]);
}

/**
 * A feature of the extension: a file in this folder, and a line in `features.ts`. It is a function that is called once,
 * registers what it needs, and gives back what ends with the extension:
 *
 *     export const explain: Feature = ({ client }) => [
 *       commands.registerCommand("edict.explain", async () => { … client.running?.sendRequest(…) … }),
 *     ];
 *
 * What it contributes to menus, commands and settings stands in `package.json`; a test holds the two together.
 */
import type { Disposable, Memento, Uri } from "vscode";
import type { Client } from "../client.js";
import type { Log } from "../log.js";

/** What a feature is given. */
export interface FeatureContext {
  /** The folder of the extension itself: samples, pictures, pages. */
  readonly extensionUri: Uri;
  readonly client: Client;
  readonly log: Log;
  /** What the editor remembers for this workspace, outside of its files. */
  readonly memory: Memento;
}

/** Registers the feature; gives what ends with the extension. */
export type Feature = (context: FeatureContext) => readonly Disposable[];

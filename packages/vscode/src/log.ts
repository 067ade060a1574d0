/**
 * The extension's log: the channel "Edict" among the editor's outputs. What the server and the extension say of
 * themselves is written here, and nothing of any charge file.
 */
import { window } from "vscode";
import type { Disposable, LogOutputChannel } from "vscode";

export class Log implements Disposable {
  readonly channel: LogOutputChannel = window.createOutputChannel("Edict", { log: true });

  /** A fault of ours: its kind and where it came about. Its message may hold a piece of a file and is left out. */
  fault(where: string, error: unknown): void {
    this.channel.error(
      `internal fault, please report: ${error instanceof Error ? error.name : typeof error} in ${where}`,
    );
  }

  show(): void {
    this.channel.show();
  }

  dispose(): void {
    this.channel.dispose();
  }
}

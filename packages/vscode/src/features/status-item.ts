/**
 * The status item: the rules, tests and problems of the rulebook that the open file belongs to, and whether the server
 * runs. It is there while a rule file is open. A click on it shows what can be done.
 */
import type { Disposable, StatusBarItem } from "vscode";
import { DiagnosticSeverity, languages, StatusBarAlignment, ThemeColor, window, workspace } from "vscode";
import { setting } from "../settings.js";
import type { Feature, FeatureContext } from "./feature.js";
import type { Problems, RulebookCounts } from "./status-text.js";
import { statusText } from "./status-text.js";

/** Quiet, in milliseconds, after the last thing that happened, before the counts are asked for. */
const quiet = 300;

export const statusItem: Feature = (context) => [new Status(context)];

class Status implements Disposable {
  readonly #context: FeatureContext;
  readonly #item: StatusBarItem = window.createStatusBarItem("edict.status", StatusBarAlignment.Left, 10);
  readonly #watching: readonly Disposable[];
  #counts: RulebookCounts | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(context: FeatureContext) {
    this.#context = context;
    this.#item.name = "Edict";
    this.#item.command = "edict.showMenu";
    const soon = (): void => this.#soon();
    this.#watching = [
      context.client.onDidChangeState(() => {
        this.#counts = null;
        this.#show();
        this.#soon();
      }),
      languages.onDidChangeDiagnostics(soon),
      window.onDidChangeActiveTextEditor(() => {
        this.#show();
        this.#soon();
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("edict.statusItem")) this.#show();
      }),
    ];
    this.#show();
    this.#soon();
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const watching of this.#watching) watching.dispose();
    this.#item.dispose();
  }

  #soon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), quiet);
  }

  async #ask(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const server = this.#context.client.running;
    if (document?.languageId !== "edict" || server === null) return;
    try {
      this.#counts = countsOf(
        await server.sendRequest("edict/rulebook", { textDocument: { uri: document.uri.toString() } }),
      );
    } catch {
      // The server is busy with another edition or about to end; what was counted before still stands.
    }
    this.#show();
  }

  #show(): void {
    const isRule = window.activeTextEditor?.document.languageId === "edict";
    if (!isRule || !setting("statusItem")) {
      this.#item.hide();
      return;
    }
    const status = statusText(this.#context.client.state, this.#counts, problems(), workspace.isTrusted);
    this.#item.text = status.text;
    this.#item.tooltip = status.tooltip;
    this.#item.backgroundColor = status.isWarning ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    this.#item.show();
  }
}

/** The problems of all rule files, as the problems list has them. */
function problems(): Problems {
  const ours = languages
    .getDiagnostics()
    .filter(([{ path }]) => path.endsWith(".edict") || path.endsWith("/edict.json"))
    .flatMap(([, diagnostics]) => diagnostics);
  const counted = (severity: DiagnosticSeverity): number =>
    ours.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: counted(DiagnosticSeverity.Error), warnings: counted(DiagnosticSeverity.Warning) };
}

/** The counts in the server's answer; null where it is none of ours. */
function countsOf(answer: unknown): RulebookCounts | null {
  if (typeof answer !== "object" || answer === null || !("rules" in answer) || !("tests" in answer)) return null;
  const { rules, tests } = answer;
  return typeof rules === "number" && typeof tests === "number" ? { rules, tests } : null;
}

/**
 * Tries rules on charges: a charge file is chosen once for the workspace, the lens above each rule says what the rule
 * would find in it, and a panel shows the findings. The choice is kept by the editor for this workspace, in no file of it.
 * The charges themselves are read by the server alone.
 */
import type { FindingsAnswer, FindingsQuestion } from "@edict/lsp";
import type { Disposable } from "vscode";
import { commands, Uri, window, workspace } from "vscode";
import { Panel } from "../panels/panel.js";
import type { Feature, FeatureContext } from "./feature.js";

/** Under which name the editor keeps the choice. */
const kept = "edict.chargeFile";

export const tryOnCharges: Feature = (context) => {
  const trial = new Trial(context);
  return [
    trial,
    commands.registerCommand("edict.chooseChargeFile", (file: unknown) => trial.choose(file)),
    commands.registerCommand("edict.forgetChargeFile", () => trial.forget()),
    commands.registerCommand("edict.tryOnCharges", (uri: unknown, rule: unknown) => trial.show(uri, rule)),
  ];
};

class Trial implements Disposable {
  readonly #context: FeatureContext;
  readonly #panel = new Panel({ type: "edict.findings" });
  readonly #watching: Disposable[];
  /** What the panel shows. */
  #shown: FindingsQuestion | null = null;

  constructor(context: FeatureContext) {
    this.#context = context;
    this.#watching = [
      this.#panel,
      context.client.onDidChangeState((state) => {
        const server = context.client.running;
        if (state !== "running" || server === null) return;
        this.#watching.push(server.onNotification("edict/findingsChanged", () => void this.#refresh()));
        void this.#tell();
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.#say()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === "edict" && contentChanges.length > 0) this.#panel.outdate();
      }),
    ];
    this.#say();
  }

  dispose(): void {
    for (const watching of this.#watching) watching.dispose();
  }

  /** Asks for a charge file and remembers it. */
  async choose(given: unknown): Promise<boolean> {
    if (!(await isTrusted())) return false;
    const file = given instanceof Uri ? given : await pick();
    if (file === undefined) return false;
    await this.#context.memory.update(kept, file.toString());
    this.#say();
    await this.#tell();
    return true;
  }

  async forget(): Promise<void> {
    await this.#context.memory.update(kept, undefined);
    this.#say();
    await this.#tell();
  }

  /** Shows what a rule would find: the rule of a lens, or the one at the caret. */
  async show(uri: unknown, rule: unknown): Promise<void> {
    if (!(await isTrusted())) return;
    if (this.#file() === null && !(await this.choose(null))) return;
    const editor = window.activeTextEditor;
    if (typeof uri === "string" && typeof rule === "string") {
      this.#shown = { textDocument: { uri }, rule, position: null };
    } else if (editor?.document.languageId === "edict") {
      const { line, character } = editor.selection.active;
      const document = editor.document.uri.toString();
      this.#shown = { textDocument: { uri: document }, rule: null, position: { line, character } };
    } else return;
    await this.#ask(true);
  }

  async #ask(asked: boolean): Promise<void> {
    const server = this.#context.client.running;
    const question = this.#shown;
    if (server === null || question === null) return;
    try {
      const answer = await server.sendRequest<FindingsAnswer | null>("edict/findings", question);
      if (question !== this.#shown || answer?.kind !== "page" || !(asked || this.#panel.isOpen)) return;
      if (answer.rule !== null) this.#shown = { ...question, rule: answer.rule, position: null };
      this.#panel.show(`${answer.rule ?? "Edict"}: findings`, answer.html, asked);
    } catch {
      // Somebody typed meanwhile; the next save tries it again.
    }
  }

  /** The server tried the rules again, or began to. */
  async #refresh(): Promise<void> {
    if (this.#panel.isOpen && !isEdited()) await this.#ask(false);
  }

  /** Tells the server which file it is. */
  async #tell(): Promise<void> {
    const server = this.#context.client.running;
    if (server === null || !workspace.isTrusted) return;
    try {
      await server.sendRequest<string | null>("edict/chargeFile", { uri: this.#file() });
    } catch (error) {
      this.#context.log.fault("choosing a charge file", error);
    }
  }

  /** Which commands can do something. */
  #say(): void {
    void commands.executeCommand("setContext", "edict.hasChargeFile", this.#file() !== null);
  }

  #file(): string | null {
    return this.#context.memory.get<string>(kept) ?? null;
  }
}

async function pick(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: "Choose a charge file to try rules on. It is read on this machine and goes nowhere.",
    openLabel: "Try Rules on It",
    canSelectMany: false,
    filters: { "Charge files": ["csv", "tsv", "txt", "gz"], "All files": ["*"] },
  });
  return chosen?.[0];
}

async function isTrusted(): Promise<boolean> {
  if (workspace.isTrusted) return true;
  const manage = "Manage Trust";
  const said = await window.showWarningMessage(
    "Charge files are read only in a folder that is trusted: its rules and tables could be anybody's.",
    manage,
  );
  if (said === manage) await commands.executeCommand("workbench.trust.manage");
  return false;
}

/** While rules are being typed what is shown stays, and says that it is outdated. */
function isEdited(): boolean {
  return workspace.textDocuments.some(({ languageId, isDirty }) => languageId === "edict" && isDirty);
}

/**
 * The server's state: open documents, rulebooks, settings, and what is to be checked next. What happens is told to it
 * (`start-server.ts` listens to the client); requests ask it.
 */
import type { ClientCapabilities, Connection } from "vscode-languageserver/node";
import { CodeLensRefreshRequest, MessageType, ShowMessageNotification } from "vscode-languageserver/node";
import type { FileDiagnostics } from "./diagnostics/publisher.js";
import { Publisher } from "./diagnostics/publisher.js";
import type { TextEdit } from "./diagnostics/shifted.js";
import { Documents, pathOfUri } from "./documents.js";
import { faultText } from "./fault.js";
import { isWithin } from "./files/rule-host.js";
import type { Asked, AskedRulebook } from "./requests/request.js";
import { askedDocument, askedRulebook } from "./requests/request.js";
import { Trials } from "./charges/trials.js";
import { findingsChanged, testsRan } from "./own-protocol.js";
import { BackgroundTests } from "./rule-tests/background.js";
import type { OpenRulebook } from "./rulebooks/open-rulebook.js";
import { Workspace } from "./rulebooks/workspace.js";
import type { Settings } from "./settings.js";
import { defaultSettings } from "./settings.js";

/** What whoever starts the server knows of its surroundings. */
export interface Surroundings {
  /** Where the pages of the diagnostics stand, unless the client says so. */
  readonly pages: string | null;
  /** The program of the worker that tries rules on charges; null where there is none. */
  readonly chargesWorker: string | null;
}

export class Server {
  readonly documents = new Documents();
  readonly publisher: Publisher;
  readonly tests: BackgroundTests;
  readonly trials: Trials;
  settings: Settings = defaultSettings;
  /** What the client says that it can do. */
  client: ClientCapabilities = {};
  /** The commands behind lenses that the client knows. */
  commands: readonly string[] = [];
  /** Where the pages of the diagnostics stand. */
  pages: string | null;
  /** True where the client knows snippets, with stops for the tab key. */
  snippets = false;
  /** True where the client asks for diagnostics and none are sent. */
  pulls = false;
  readonly #connection: Connection;
  readonly #workspace = new Workspace(this.documents);
  readonly #waiting = new Map<OpenRulebook, NodeJS.Timeout>();
  /** Rulebooks that something on the disk kept from being tried on the charge file: they are once they are checked. */
  readonly #toTry = new Set<OpenRulebook>();
  #folders: readonly string[] = [];
  #left = false;

  constructor(connection: Connection, { pages, chargesWorker }: Surroundings) {
    this.#connection = connection;
    this.pages = pages;
    this.trials = new Trials({
      program: chargesWorker,
      isTrusted: () => this.#workspace.trusted,
      changed: () => {
        this.#told(findingsChanged).catch((error: unknown) => this.fault("telling of charges", error));
      },
      fault: (text) => this.#log(text),
    });
    this.tests = new BackgroundTests({
      done: () => this.#told(testsRan),
      fault: (where, error) => this.fault(where, error),
    });
    this.publisher = new Publisher({
      uriOf: (absolute) => this.documents.uriOf(absolute),
      versionAt: (absolute) => this.documents.versionAt(absolute),
      ownerOf: (absolute) => this.#workspace.rulebookOf(absolute),
      pages: () => this.pages,
      send: (list) => this.#send(list),
    });
  }

  /** A document within its rulebook; null where it can be no rule file. */
  ask(uri: string): Asked | null {
    const absolute = pathOfUri(uri);
    const rulebook = this.#workspace.rulebookOf(absolute);
    const path = rulebook.pathOf(absolute);
    return path === null ? null : askedDocument(this.#asked(rulebook), path);
  }

  /** All rulebooks of the workspace and of open documents. */
  rulebooks(): readonly AskedRulebook[] {
    return this.#workspace.rulebooks.map((rulebook) => this.#asked(rulebook));
  }

  /** Whether a file shows the diagnostics of this rulebook, and not of another that uses it. */
  owns(rulebook: OpenRulebook, absolute: string): boolean {
    return this.#workspace.rulebookOf(absolute) === rulebook;
  }

  /** Whether what lies beside the folders of the workspace may be read. Said before the folders are. */
  setTrusted(trusted: boolean): void {
    this.#workspace.trusted = trusted;
  }

  /** The folders of the workspace, by their absolute paths. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.rootsChanged();
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Where rulebooks begin may be elsewhere now. */
  rootsChanged(): void {
    this.#workspace.openFolders(this.#folders);
    for (const path of this.documents.paths) this.#workspace.rulebookOf(path);
    this.publisher.keepOnly(this.#workspace.rulebooks);
    this.checkAll();
  }

  /** A document was opened or closed: its text is the client's or the disk's now. */
  openedOrClosed(path: string): void {
    for (const rulebook of this.#around(path)) {
      rulebook.host.forgetAll();
      this.#changed(rulebook);
    }
    this.#workspace.closeLoose((file) => this.documents.versionAt(file) !== null);
    if (this.documents.versionAt(path) !== null) this.#changed(this.#workspace.rulebookOf(path));
    this.publisher.keepOnly(this.#workspace.rulebooks);
  }

  /** A document was edited. */
  edited(path: string, edits: readonly TextEdit[]): void {
    this.publisher.edited(path, edits);
    for (const rulebook of this.#around(path)) {
      this.#toTry.delete(rulebook);
      this.#changed(rulebook);
    }
    const owner = this.#workspace.rulebookOf(path);
    setImmediate(() => {
      this.guard("showing the text", () => {
        if (!this.pulls) this.publisher.showText(owner, path);
      });
    });
  }

  /** A document was saved: its rulebook is tried on the charge file again. */
  saved(path: string): void {
    const rulebook = this.#workspace.rulebookOf(path);
    if (rulebook.holds(path)) this.#try(rulebook);
  }

  /** Another charge file to try rules on; those that are open are tried at once. */
  chooseCharges(path: string | null): void {
    this.trials.choose(path, this.#workspace.rulebooks);
    for (const rulebook of new Set(this.documents.paths.map((file) => this.#workspace.rulebookOf(file)))) {
      this.#try(rulebook);
    }
  }

  /** A file of the disk changed; `came` where it came or went. */
  diskChanged(path: string, came: boolean): void {
    for (const rulebook of this.#workspace.rulebooks) {
      if (came) rulebook.host.forgetAll();
      else rulebook.host.forgetText(path);
      const state = this.trials.stateOf(rulebook).kind;
      if (state === "running" || (state === "tried" && path === this.trials.file)) this.#toTry.add(rulebook);
      // What is open was saved: its text is the client's, and nothing is another than before.
      if (came || this.documents.versionAt(path) === null) this.#changed(rulebook);
      else this.#toTry.delete(rulebook);
    }
  }

  /** Nobody says what changed on the disk: all is read again. */
  diskUnknown(): void {
    for (const rulebook of this.#workspace.rulebooks) {
      rulebook.host.forgetAll();
      this.#changed(rulebook);
    }
  }

  checkAll(): void {
    for (const rulebook of this.#workspace.rulebooks) this.#checkSoon(rulebook);
  }

  /** Runs something of ours; what it throws is logged and goes no further. */
  guard(what: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.fault(what, error);
    }
  }

  fault(where: string, error: unknown): void {
    this.#log(faultText(where, error));
  }

  /** Tells the person something that no answer has room for. */
  tell(text: string): void {
    if (this.#left) return;
    this.#connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: text })
      .catch((error: unknown) => this.fault("telling something", error));
  }

  /** The client leaves: nothing is to be checked or sent any more. */
  dispose(): void {
    this.#left = true;
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.tests.stop();
    this.trials.stop();
  }

  #log(text: string): void {
    if (!this.#left) this.#connection.console.error(text);
  }

  #try(rulebook: OpenRulebook): void {
    this.trials.run(rulebook).catch((error: unknown) => this.fault("trying rules on charges", error));
  }

  /** Has the client look at its lenses again, and tells an editor of ours what came about. */
  async #told(what: string): Promise<void> {
    if (this.#left) return;
    // Others would wonder what it is.
    if (this.commands.includes("edict.tryOnCharges")) await this.#connection.sendNotification(what);
    await this.#refreshLenses();
  }

  #asked(rulebook: OpenRulebook): AskedRulebook {
    return askedRulebook(rulebook, (absolute) => this.documents.uriOf(absolute));
  }

  /** The rulebooks that a file is in or could be in. */
  #around(path: string): readonly OpenRulebook[] {
    return this.#workspace.rulebooks.filter((rulebook) => isWithin(path, rulebook.root.folder) || rulebook.holds(path));
  }

  #changed(rulebook: OpenRulebook): void {
    rulebook.changed();
    this.tests.putOff(rulebook);
    this.trials.putOff(rulebook);
    this.#checkSoon(rulebook);
  }

  #checkSoon(rulebook: OpenRulebook): void {
    if (this.#left) return;
    clearTimeout(this.#waiting.get(rulebook));
    const timer = setTimeout(() => {
      this.#waiting.delete(rulebook);
      this.#check(rulebook).catch((error: unknown) => this.fault("checking", error));
    }, this.settings.checkDelay);
    this.#waiting.set(rulebook, timer);
  }

  async #check(rulebook: OpenRulebook): Promise<void> {
    if (!this.#workspace.rulebooks.includes(rulebook)) return;
    const read = rulebook.read();
    const checked = await rulebook.checked();
    if (checked !== null && this.#toTry.delete(rulebook)) this.#try(rulebook);
    if (checked !== null && !this.pulls) this.publisher.showAll(rulebook, read, checked);
  }

  /** Asks the client to look at its lenses again, where it can be asked. */
  async #refreshLenses(): Promise<void> {
    if (this.#left || this.client.workspace?.codeLens?.refreshSupport !== true) return;
    await this.#connection.sendRequest(CodeLensRefreshRequest.type);
  }

  #send({ uri, version, diagnostics }: FileDiagnostics): void {
    if (this.#left) return;
    const list = { uri, diagnostics: [...diagnostics], ...(version === null ? {} : { version }) };
    this.#connection.sendDiagnostics(list).catch((error: unknown) => this.fault("sending diagnostics", error));
  }
}

/**
 * A client of the language server that knows nothing but JSON-RPC: it starts the bundled server as an editor does and
 * talks to it over its standard input and output.
 */
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A message of the protocol, as far as a test looks into it. */
export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The bundled server in a folder of its own, and folders for rulebooks. */
export class Workshop {
  readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), "edict-protocol-")));
  readonly program = join(this.#folder, "server.cjs");
  #folders = 0;

  /** Bundles the server as it is shipped. */
  constructor() {
    const script = fileURLToPath(new URL("../../scripts/bundle.mjs", import.meta.url));
    execFileSync(process.execPath, [script, "--server", this.program], { stdio: ["ignore", "ignore", "inherit"] });
  }

  folder(): string {
    this.#folders += 1;
    return join(this.#folder, `rules-${this.#folders}`);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** One server process and its client. */
export class Client {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #listeners = new Set<(message: Message) => void>();
  #buffer = Buffer.alloc(0);
  #id = 0;
  /** What the server wrote beside the protocol. */
  stderr = "";
  /** What the server logged. */
  readonly logged: string[] = [];

  constructor(program: string) {
    this.#process = spawn(process.execPath, [program, "--stdio"]);
    this.#process.stdout.on("data", (chunk: Buffer) => this.#received(chunk));
    this.#process.stderr.on("data", (chunk: Buffer) => (this.stderr += chunk.toString()));
  }

  /** Introduces itself and opens a folder. */
  async start(folder: string, options: object = {}, capabilities: object = {}): Promise<Message> {
    const answer = await this.ask("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "rules" }],
      initializationOptions: options,
    });
    this.tell("initialized", {});
    return answer;
  }

  /** Asks and waits for the answer, be it a result or an error. */
  ask(method: string, params: unknown): Promise<Message> {
    return this.asking(method, params).answer;
  }

  /** Asks, and gives the number under which it can be cancelled. */
  asking(method: string, params: unknown): { readonly id: number; readonly answer: Promise<Message> } {
    this.#id += 1;
    const id = this.#id;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ id, method, params });
    return { id, answer };
  }

  tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** Hears every notification. */
  listen(listener: (message: Message) => void): void {
    this.#listeners.add(listener);
  }

  /** Writes bytes as they are. */
  raw(text: string): void {
    this.#process.stdin.write(text);
  }

  /** Says good-bye, and gives the exit code. */
  async end(): Promise<number> {
    await this.ask("shutdown", null);
    return this.exit();
  }

  async exit(): Promise<number> {
    const closed = once(this.#process, "close");
    this.tell("exit", null);
    const [code] = await closed;
    return Number(code);
  }

  kill(): void {
    this.#process.kill();
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.raw(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #received(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString("utf8", 0, head))?.[1]);
      if (this.#buffer.length < head + 4 + length) return;
      const message: Message = JSON.parse(this.#buffer.toString("utf8", head + 4, head + 4 + length));
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.#heard(message);
    }
  }

  #heard(message: Message): void {
    if (message.method === undefined) {
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
      return;
    }
    // What the server asks (to watch files, for settings) gets the least of answers.
    if (message.id !== undefined) this.#send({ id: message.id, result: null });
    if (message.method === "window/logMessage") this.logged.push(JSON.stringify(message.params));
    for (const listen of this.#listeners) listen(message);
  }
}

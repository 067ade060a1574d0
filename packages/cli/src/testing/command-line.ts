/** The command as its users call it, for tests: files in a folder of their own, arguments in, output and exit code out. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { ThreadsHost } from "../io.js";
import { main } from "../main.js";

/** What a run of the command left. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Within a folder that each test has to itself. */
export interface CommandLine {
  /** Writes files, by their paths in the folder. */
  readonly put: (files: { readonly [path: string]: string | Uint8Array }) => void;
  /** Where something of the folder is on the disk. */
  readonly at: (path: string) => string;
  readonly edict: (...argv: string[]) => Promise<Ran>;
  /** The same with something on standard input. */
  readonly edictWith: (input: string, ...argv: string[]) => Promise<Ran>;
  /** Standard output of the last run, where it is no text. */
  readonly bytes: () => Uint8Array;
}

/** What a test may ask of the world around the command. */
export interface Around {
  /** Further threads; where it is left out there are none. */
  readonly threads?: () => ThreadsHost;
  /** Hears of what is written to standard output, before it is. */
  readonly onWrite?: () => void;
}

/** The command line for the tests of one file. */
export function commandLine({ threads, onWrite = () => {} }: Around = {}): CommandLine {
  let folder = "";
  let last = Buffer.alloc(0);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "edict-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const edictWith = async (input: string, ...argv: string[]): Promise<Ran> => {
    const out: Buffer[] = [];
    let err = "";
    const code = await main(argv, {
      cwd: folder,
      stdin: () => Promise.resolve(Buffer.from(input)),
      stdout: {
        write: (text) => {
          onWrite();
          out.push(Buffer.from(text));
        },
        // The bytes are the command's again when this returns.
        writeBytes: (bytes) => {
          onWrite();
          out.push(Buffer.from(bytes));
        },
      },
      stderr: { write: (text) => (err += text), isTTY: false },
      stdoutIsTTY: false,
      env: {},
      ...(threads === undefined ? {} : { threads: threads() }),
    });
    last = Buffer.concat(out);
    return { code, out: last.toString(), err };
  };
  return {
    put: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    at: (path) => join(folder, path),
    edict: (...argv) => edictWith("", ...argv),
    edictWith,
    bytes: () => last,
  };
}

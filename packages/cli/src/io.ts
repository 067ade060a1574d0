/** What a command may touch of the world around it, so that tests run it in their own process. */

/** Where text goes. */
export interface Output {
  write(text: string): unknown;
  /** Text that is UTF-8 already; where it is left out, it is decoded and written. */
  writeBytes?(bytes: Uint8Array): unknown;
}

/** Writes text that is UTF-8 already. */
export function writeBytes(output: Output, bytes: Uint8Array): void {
  if (output.writeBytes === undefined) output.write(Buffer.from(bytes).toString());
  else output.writeBytes(bytes);
}

/** More threads for a run over long files. */
export interface ThreadsHost {
  /** The program of a thread. */
  readonly program: URL;
  /** Files of so many bytes together are long, in place of the usual sizes. */
  readonly longFrom?: number;
  /** About how many bytes of a file a thread takes at a time; 4 MiB where it is left out. */
  readonly bytesOfRange?: number;
}

export interface Io {
  /** The folder where names that are not absolute are looked up. */
  readonly cwd: string;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Results. */
  readonly stdout: Output;
  /** Everything else. */
  readonly stderr: Output & { readonly isTTY: boolean };
  readonly stdoutIsTTY: boolean;
  /** Where it is left out, one thread does everything. */
  readonly threads?: ThreadsHost;
  readonly env: { readonly [name: string]: string | undefined };
}

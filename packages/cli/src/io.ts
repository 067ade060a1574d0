/** What a command may touch of the world around it, so that tests run it in their own process. */

/** Where text goes. */
export interface Output {
  write(text: string): unknown;
  /** Text that is UTF-8 already; where it is left out, it is decoded and written. */
  writeBytes?(bytes: Uint8Array): unknown;
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
  readonly env: { readonly [name: string]: string | undefined };
}

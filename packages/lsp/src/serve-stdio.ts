/** The server over standard input and output, loaded when it is wanted: the protocol is large, and most commands need none. */

/** Serves until the client leaves, which ends the process. */
export async function serveStdio(): Promise<void> {
  const { connectStdio } = await import("./connect.js");
  connectStdio();
  // The protocol's own library ends the process when the client says so or goes away.
  await new Promise<never>(() => undefined);
}

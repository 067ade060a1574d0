// The least client of a language server: JSON-RPC over the streams of a process.
import { spawn } from "node:child_process";

export function startClient(program, words) {
  const child = spawn(program, words, { stdio: ["pipe", "pipe", "pipe"] });
  const waiting = new Map();
  let buffer = Buffer.alloc(0);
  let stderr = "";
  let id = 0;
  child.stderr.on("data", (chunk) => (stderr += chunk));
  child.stdout.on("data", (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString("utf8", 0, head))[1]);
      if (buffer.length < head + 4 + length) return;
      const message = JSON.parse(buffer.toString("utf8", head + 4, head + 4 + length));
      buffer = buffer.subarray(head + 4 + length);
      if (message.method !== undefined) {
        if (message.id !== undefined) send({ id: message.id, result: null });
        continue;
      }
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  const send = (message) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const ask = (method, params) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(error.message)),
      );
      send({ id, method, params });
    });
  const tell = (method, params) => send({ method, params });
  const end = async () => {
    await ask("shutdown", null);
    const closed = new Promise((resolve) => child.on("close", resolve));
    tell("exit", null);
    await closed;
    return stderr;
  };
  return { ask, tell, end };
}

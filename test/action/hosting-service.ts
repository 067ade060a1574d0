/** A stand-in for the service that hosts pull requests: its comments, as far as the action asks for them. */
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";

export interface HostedComment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

export interface HostingService {
  readonly url: string;
  /** All comments under the pull request. */
  readonly comments: HostedComment[];
  /** Each request, as `POST /path`. */
  readonly asked: string[];
  /** What it answers instead of doing what it is asked, for as long as this is set. */
  refuses: number | null;
  readonly close: () => Promise<void>;
}

/** The token that the service knows. */
export const token = "token-of-a-test";

/** No longer comment is taken. */
const most = 65_536;

/** Starts the service on this machine. */
export async function hostingService(repository: string, pull: number): Promise<HostingService> {
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a server on a port has an address");
  const service: HostingService = {
    url: `http://127.0.0.1:${address.port}`,
    comments: [],
    asked: [],
    refuses: null,
    close: async () => {
      server.close();
      await once(server, "close");
    },
  };
  const issues = `/repos/${repository}/issues`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "", headers } = request;
    service.asked.push(`${method} ${url}`);
    const body = bodyOf(await textOf(request));
    const send = (status: number, value: unknown): void => {
      response.writeHead(status, { "content-type": "application/json", connection: "close" });
      response.end(JSON.stringify(value));
    };
    if (headers.authorization !== `Bearer ${token}`) return send(401, { message: "Bad credentials" });
    if (service.refuses !== null) return send(service.refuses, { message: "no" });
    if (body !== null && body.length > most) return send(422, { message: "body is too long" });
    const listed = new RegExp(`^${issues}/${pull}/comments\\?per_page=(\\d+)&page=(\\d+)$`).exec(url);
    if (method === "GET" && listed !== null) {
      const [size, page] = [Number(listed[1]), Number(listed[2])];
      return send(200, service.comments.slice((page - 1) * size, page * size));
    }
    if (method === "POST" && url === `${issues}/${pull}/comments` && body !== null) {
      const comment = { id: 1000 + service.comments.length, user: { login: "github-actions[bot]" }, body };
      service.comments.push(comment);
      return send(201, comment);
    }
    const changed = service.comments.find(({ id }) => method === "PATCH" && url === `${issues}/comments/${id}`);
    if (changed === undefined || body === null) return send(404, { message: "Not Found" });
    changed.body = body;
    return send(200, changed);
  }
  return service;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) text += String(chunk);
  return text;
}

function bodyOf(text: string): string | null {
  if (text === "") return null;
  const sent: unknown = JSON.parse(text);
  return typeof sent === "object" && sent !== null && "body" in sent && typeof sent.body === "string"
    ? sent.body
    : null;
}

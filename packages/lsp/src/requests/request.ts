/**
 * How the server answers requests. A request is one file here and one entry in `requests.ts`:
 *
 *     export const hover = documentRequest(HoverRequest.type, { hoverProvider: true }, (asked, { position }) => {
 *       const found = hoverAt(asked.analysis, asked.path, asked.offsetAt(position));
 *       return found === null ? null : { contents: …, range: asked.rangeOf(found) };
 *     });
 *
 * The question itself (`hoverAt`) is a function of `@edict/language`, which knows no protocol. What is thrown is logged
 * and the client gets an error; a handler catches nothing.
 */
import type { Analysis, Source } from "@edict/language";
import type { Span } from "@edict/rulebook";
import type {
  CancellationToken,
  Connection,
  Location,
  Position,
  ProtocolRequestType,
  Range,
  ServerCapabilities,
} from "vscode-languageserver/node";
import { ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import type { Offsets } from "../positions.js";
import { offsetAt, offsetsOf, rangeOf } from "../positions.js";
import type { OpenRulebook } from "../rulebooks/open-rulebook.js";
import type { Server } from "../server.js";

/** One request: what the server says that it can do, and how it is answered. */
export interface RequestEntry {
  readonly capabilities: ServerCapabilities;
  readonly register: (connection: Connection, server: Server) => void;
}

/** A rulebook that is asked, as it stands now. */
export interface AskedRulebook {
  readonly rulebook: OpenRulebook;
  /** Files and names. Its diagnostics are those of the texts alone; `checked` has all. */
  readonly analysis: Analysis;
  /** With all diagnostics; ends the request where the rulebook changes before they are there. */
  readonly checked: () => Promise<Analysis>;
  /** What the client calls a file of the rulebook. */
  readonly uriOf: (path: string) => string;
  /** A stretch of any file of the rulebook. */
  readonly locationOf: (span: Span) => Location;
}

/** A document that is asked about, within its rulebook. */
export interface Asked extends AskedRulebook {
  /** The document's path in the analysis. */
  readonly path: string;
  readonly source: Source;
  readonly offsetAt: (position: Position) => number;
  readonly offsetsOf: (range: Range) => Offsets;
  readonly rangeOf: (stretch: Offsets) => Range;
}

/** A request about one document, which its parameters name. */
export function documentRequest<P extends { readonly textDocument: { readonly uri: string } }, R, PR, E, RO>(
  type: ProtocolRequestType<P, R | null, PR, E, RO>,
  capabilities: ServerCapabilities,
  answer: (asked: Asked, parameters: P, server: Server, token: CancellationToken) => R | null | Promise<R | null>,
): RequestEntry {
  return request<P, R | null, PR, E, RO>(type, capabilities, (server, parameters, token) => {
    const asked = server.ask(parameters.textDocument.uri);
    return asked === null ? null : answer(asked, parameters, server, token);
  });
}

/** Any request: `server.ask(uri)` gives a document, `server.rulebooks()` all rulebooks. */
export function request<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  capabilities: ServerCapabilities,
  answer: (server: Server, parameters: P, token: CancellationToken) => R | Promise<R>,
): RequestEntry {
  return {
    capabilities,
    register: (connection, server) => {
      connection.onRequest(type.method, async (parameters: P, token: CancellationToken): Promise<unknown> => {
        try {
          return await answer(server, parameters, token);
        } catch (error) {
          if (error instanceof ResponseError) throw error;
          server.fault(type.method, error);
          throw new ResponseError(ErrorCodes.InternalError, "internal fault, please report");
        }
      });
    },
  };
}

/** A rulebook as a request sees it. */
export function askedRulebook(rulebook: OpenRulebook, uriOf: (absolute: string) => string): AskedRulebook {
  const analysis = rulebook.read();
  const uriOfPath = (path: string): string => uriOf(rulebook.host.absolute(path));
  return {
    rulebook,
    analysis,
    checked: async () => {
      const checked = await rulebook.checked();
      if (checked === null) throw new ResponseError(LSPErrorCodes.ContentModified, "the rulebook changed meanwhile");
      return checked;
    },
    uriOf: uriOfPath,
    locationOf: (span) => ({ uri: uriOfPath(span.file), range: rangeOf(sourceOf(analysis, span.file), span) }),
  };
}

/** A document as a request sees it. */
export function askedDocument(of: AskedRulebook, path: string): Asked {
  const source = sourceOf(of.analysis, path);
  return {
    ...of,
    path,
    source,
    offsetAt: (position) => offsetAt(source, position),
    offsetsOf: (range) => offsetsOf(source, range),
    rangeOf: (stretch) => rangeOf(source, stretch),
  };
}

function sourceOf({ files }: Analysis, path: string): Source {
  const file = files.get(path);
  if (file === undefined) throw new Error("a span names a file that was read");
  return file.source;
}

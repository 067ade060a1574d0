/** The colours of a document by what its words mean: all of them, those that changed, those of a range. */
import type { Analysis, TokenType } from "@edict/language";
import { semanticTokens, tokenModifiers, tokenTypes } from "@edict/language";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver/node";
import {
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from "vscode-languageserver/node";
import type { Offsets } from "../positions.js";
import type { OpenRulebook } from "../rulebooks/open-rulebook.js";
import type { Server } from "../server.js";
import type { Asked, RequestEntry } from "./request.js";
import { documentRequest } from "./request.js";
import { editsBetween, encoded } from "./token-data.js";

const capabilities = {
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: { delta: true },
    range: true,
  },
};

export const semanticTokensFull: RequestEntry = documentRequest(
  SemanticTokensRequest.type,
  capabilities,
  async (asked, _parameters, server): Promise<SemanticTokens> =>
    kept(asked, dataOf(asked, await asked.checked(), server)),
);

export const semanticTokensDelta: RequestEntry = documentRequest(
  SemanticTokensDeltaRequest.type,
  {},
  async (asked, { previousResultId }, server): Promise<SemanticTokens | SemanticTokensDelta> => {
    const data = dataOf(asked, await asked.checked(), server);
    const before = last.get(asked.rulebook)?.get(asked.path);
    const { resultId, data: all } = kept(asked, data);
    if (before?.resultId !== previousResultId || resultId === undefined) return { data: all };
    return { resultId, edits: [...editsBetween(before.data, data)] };
  },
);

// What is in view is wanted at once, and does not wait for the checks.
export const semanticTokensRange: RequestEntry = documentRequest(
  SemanticTokensRangeRequest.type,
  {},
  (asked, { range }, server): SemanticTokens => ({
    data: dataOf(asked, asked.analysis, server, asked.offsetsOf(range)),
  }),
);

/** What an editor that lays these colours over its own sees without a server too. */
const plainTypes: ReadonlySet<TokenType> = new Set(["keyword", "number", "string", "comment"]);

function dataOf({ path, rangeOf }: Asked, analysis: Analysis, { client }: Server, within?: Offsets): number[] {
  const today = Math.floor(Date.now() / 86_400_000);
  const tokens = semanticTokens(analysis, path, { today, ...(within === undefined ? {} : { within }) });
  const layered = client.textDocument?.semanticTokens?.augmentsSyntaxTokens === true;
  return encoded(layered ? tokens.filter(({ type }) => !plainTypes.has(type)) : tokens, rangeOf);
}

/** The last answer for each document, which the next one is told apart from. */
const last = new WeakMap<OpenRulebook, Map<string, { readonly resultId: string; readonly data: readonly number[] }>>();
let answers = 0;

function kept({ rulebook, path }: Asked, data: number[]): SemanticTokens {
  const resultId = String((answers += 1));
  const answered = last.get(rulebook) ?? new Map<string, { readonly resultId: string; readonly data: number[] }>();
  last.set(rulebook, answered.set(path, { resultId, data }));
  return { resultId, data };
}

/** Who uses a declaration, and what it uses. */
import type { HierarchyCall, HierarchyItem } from "@edict/language";
import { hierarchyItemAt, incomingCalls, outgoingCalls } from "@edict/language";
import type { CallHierarchyItem, Range } from "vscode-languageserver/node";
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
} from "vscode-languageserver/node";
import type { Asked, RequestEntry } from "./request.js";
import { documentRequest, request } from "./request.js";
import { symbolKinds } from "./symbol-kinds.js";

export const callHierarchy: RequestEntry = documentRequest(
  CallHierarchyPrepareRequest.type,
  { callHierarchyProvider: true },
  (asked, { position }) => {
    const found = hierarchyItemAt(asked.analysis, asked.path, asked.offsetAt(position));
    return found === null ? null : [itemOf(asked, found)];
  },
);

export const callHierarchyIncoming: RequestEntry = request(
  CallHierarchyIncomingCallsRequest.type,
  {},
  (server, { item }) => {
    const asked = server.ask(item.uri);
    if (asked === null) return null;
    return incomingCalls(asked.analysis, asked.path, startOf(asked, item)).map((call) => ({
      from: itemOf(asked, call.item),
      fromRanges: rangesOf(asked, call.item.path, call),
    }));
  },
);

export const callHierarchyOutgoing: RequestEntry = request(
  CallHierarchyOutgoingCallsRequest.type,
  {},
  (server, { item }) => {
    const asked = server.ask(item.uri);
    if (asked === null) return null;
    return outgoingCalls(asked.analysis, asked.path, startOf(asked, item)).map((call) => ({
      to: itemOf(asked, call.item),
      fromRanges: rangesOf(asked, asked.path, call),
    }));
  },
);

function itemOf(asked: Asked, { path, kind, title, detail, whole, name }: HierarchyItem): CallHierarchyItem {
  const { uri, range } = asked.locationOf({ file: path, ...whole });
  const selectionRange = asked.locationOf({ file: path, ...name }).range;
  return { name: title, detail, kind: symbolKinds[kind], uri, range, selectionRange };
}

function startOf(asked: Asked, { range }: CallHierarchyItem): number {
  return asked.offsetAt(range.start);
}

function rangesOf(asked: Asked, path: string, { at }: HierarchyCall): Range[] {
  return at.map((node) => asked.locationOf({ file: path, ...node }).range);
}

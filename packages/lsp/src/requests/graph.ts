/** `edict/graph`, a request of ours: the rulebook as a picture, all of it or what is around the declaration at a place. */
import { graphAround, graphNodeAt, ruleGraph } from "@edict/language";
import { ProtocolRequestType } from "vscode-languageserver/node";
import type { GraphQuestion, PageAnswer } from "../own-protocol.js";
import { graphPage } from "../panels/graph-page.js";
import { documentRequest } from "./request.js";

export const graphRequest = new ProtocolRequestType<GraphQuestion, PageAnswer | null, never, void, void>("edict/graph");

export const graph = documentRequest(
  graphRequest,
  {},
  ({ analysis, path, offsetAt, locationOf }, { position, isWhole }): PageAnswer | null => {
    const id = graphNodeAt(analysis, path, offsetAt(position));
    const all = ruleGraph(analysis);
    const current = all.nodes.find((node) => node.id === id) ?? null;
    if (current === null && !isWhole) return null;
    const page = graphPage({
      graph: current === null || isWhole ? all : graphAround(all, current.id),
      current,
      isWhole,
      placeOf: (node) => locationOf({ file: node.path, start: node.name.start, end: node.name.end }),
    });
    return {
      rule: current?.kind === "rule" ? current.label : null,
      title: isWhole || current === null ? "the rulebook" : current.label,
      html: page.html,
    };
  },
);

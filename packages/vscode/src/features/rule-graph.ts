/** The rulebook as a picture, in a panel: what is around the declaration at the caret, or all. */
import { commands } from "vscode";
import type { Feature } from "./feature.js";
import { FollowedPage } from "./followed-page.js";

export const ruleGraph: Feature = (context) => {
  let isWhole = false;
  const page = new FollowedPage(context, {
    type: "edict.graph",
    method: "edict/graph",
    more: () => ({ isWhole }),
    title: (of) => `Graph: ${of}`,
    none: "Put the caret into a rule, or into anything else that is declared, to see what is around it.",
    onAction: (action) => {
      isWhole = action === "whole";
      void page.again();
    },
  });
  return [page, commands.registerCommand("edict.showGraph", () => page.open())];
};

/** Why the line of a test at the caret has a finding or none, in a panel beside it. */
import { commands } from "vscode";
import type { Feature } from "./feature.js";
import { FollowedPage } from "./followed-page.js";

export const explain: Feature = (context) => {
  const page = new FollowedPage(context, {
    type: "edict.explain",
    method: "edict/explain",
    title: (line) => `Explained: ${line}`,
    none: "Put the caret on a line of a test, or on what it expects, to have it explained.",
  });
  return [page, commands.registerCommand("edict.explain", () => page.open())];
};

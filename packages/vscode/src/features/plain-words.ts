/** The rule at the caret in plain words, in a panel beside it. */
import { commands } from "vscode";
import type { Feature } from "./feature.js";
import { FollowedPage } from "./followed-page.js";

export const plainWords: Feature = (context) => {
  const page = new FollowedPage(context, {
    type: "edict.plainWords",
    method: "edict/plainWords",
    changedBy: "edict/testsRan",
    title: (rule) => `${rule} in plain words`,
    none: "Put the caret into a rule to read it in plain words.",
  });
  return [page, commands.registerCommand("edict.showPlainWords", () => page.open())];
};

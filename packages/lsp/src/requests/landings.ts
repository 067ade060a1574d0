/** Places to go to, as the protocol has them. */
import type { Landing } from "@edict/language";
import type { Location } from "vscode-languageserver/node";
import type { Asked } from "./request.js";

/** Each landing as a location; a file that is no rule file is opened at its start. */
export function locationsOf(asked: Asked, landings: readonly Landing[]): Location[] {
  return landings.map(({ path, name }) =>
    asked.analysis.files.has(path)
      ? asked.locationOf({ file: path, ...name })
      : { uri: asked.uriOf(path), range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
  );
}

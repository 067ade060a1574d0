/** Within an episode that lasts so many days, a window of more bounds nothing: one of the two numbers is not what was meant. */
import { declaredAs } from "../../names/declared.js";
import { partsOf } from "../../names/statement-parts.js";
import { onOneLine, stretchOf } from "../../source/source.js";
import { fewestDays, mostDays } from "../facts/windows.js";
import { versionLint } from "../lint.js";

export const windowLongerThanEpisode = versionLint(
  {
    code: "window-longer-than-episode",
    severity: "warning",
    message: (p: { window: string; episode: string; lasts: string }) =>
      `${p.window} bounds nothing, for ${p.episode} lasts ${p.lasts}; write a shorter window, or leave it away`,
  },
  (book, { clauses: { statement } }, found) => {
    if (statement === null) return;
    const { source, node } = statement;
    const { scopes, episodes } = partsOf(node);
    const windows =
      node.kind === "sequence"
        ? node.links.map(({ within }) => within)
        : scopes.map((scope) => (scope.kind === "window" ? scope.within : null));
    const named = node.kind === "sequence" || scopes.length > 0 ? episodes : [];
    for (const { text } of named) {
      const episode = declaredAs(book.declared, text, "episode");
      if (episode?.node.ends !== "lasts") continue;
      const { duration } = episode.node;
      for (const within of windows) {
        // The first day counts, so that the last one is a day less away.
        if (within === null || fewestDays(within.max) < mostDays(duration) - 1) continue;
        const window = onOneLine(source, within);
        const lasts = onOneLine(episode.source, duration);
        const related = [{ at: stretchOf(episode.source, duration), text: `so long ${text} lasts` }];
        found(stretchOf(source, within), { window, episode: text, lasts }, { related });
      }
    }
  },
);

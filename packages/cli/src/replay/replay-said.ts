/** A replay as reports are given it: what may be shown to whom was settled before, so that no report can show more. */
import type { ShownCount, ShownReplay, ShownTo } from "@edict/review";
import { shownAlone, shownReplay } from "@edict/review";
import type { Corpus } from "./corpus.js";
import type { NotCompared, Replayed } from "./replay-charges.js";

export interface ReplaySaid extends ShownReplay {
  readonly to: ShownTo;
  readonly corpus: Corpus;
  readonly rows: ShownCount;
  readonly rejected: ShownCount;
  readonly readTwice: boolean;
  readonly notCompared: readonly NotCompared[];
}

export function replaySaid(
  { corpus, rows, rejected, readTwice, notCompared, replay }: Replayed,
  to: ShownTo,
): ReplaySaid {
  return {
    to,
    corpus,
    rows: shownAlone(rows, to),
    rejected: shownAlone(rejected, to),
    readTwice,
    notCompared,
    ...shownReplay(replay, to),
  };
}

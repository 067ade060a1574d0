/**
 * The declared name or field word that a text is most likely a slip of. Words are compared a limited number of times: a
 * file of nothing but unknown names must not take minutes. Past that nothing is near.
 */
import { nearest } from "../diagnostics/near.js";
import type { Declared, NamedKind } from "./declared.js";
import { fieldWords } from "./fields.js";

/** Answers for one rulebook. */
export interface NearWords {
  readonly nearName: (text: string, kinds: readonly NamedKind[]) => string | null;
  readonly nearField: (text: string) => string | null;
}

/** How many words may be compared with others in one rulebook. */
export const mostCompared = 200_000;

/** Answers from these declarations; each asked text is looked for once. */
export function nearWords(declared: Declared): NearWords {
  const found = new Map<string, string | null>();
  let compared = 0;
  const near = (key: string, text: string, words: () => readonly string[]): string | null => {
    const known = found.get(key);
    if (known !== undefined) return known;
    if (compared >= mostCompared) return null;
    const candidates = words();
    compared += candidates.length;
    const best = nearest(text, candidates);
    found.set(key, best);
    return best;
  };
  return {
    nearName: (text, kinds) => near(`${kinds.join()} ${text}`, text, () => namesOfKinds(declared, kinds)),
    nearField: (text) => near(`field ${text}`, text, () => fieldWords(declared)),
  };
}

/** The names that a name of one of these kinds may be a slip of. */
function namesOfKinds(declared: Declared, kinds: readonly NamedKind[]): readonly string[] {
  return [...declared.values()].flatMap(({ node }) => (kinds.includes(node.kind) ? [node.name.text] : []));
}

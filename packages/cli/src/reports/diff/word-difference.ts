/** Two sentences laid side by side, word by word: which words stayed, which went and which came. */

export interface WordsPiece {
  readonly kind: "kept" | "gone" | "come";
  readonly text: string;
}

/** Sentences are short; beyond this they are taken as wholly others. */
const mostWords = 600;

/** The pieces in order; words that went stand before those that came in their place. */
export function wordDifference(base: string, head: string): readonly WordsPiece[] {
  const [old, now] = [wordsOf(base), wordsOf(head)];
  const pieces: { kind: WordsPiece["kind"]; words: string[] }[] = [];
  const put = (kind: WordsPiece["kind"], word: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else pieces.push({ kind, words: [word] });
  };
  if (old.length > mostWords || now.length > mostWords) {
    return [
      { kind: "gone", text: base },
      { kind: "come", text: head },
    ];
  }
  const common = commonLengths(old, now);
  const left = (at: number, to: number): number => common[at * (now.length + 1) + to] ?? 0;
  let [at, to] = [0, 0];
  while (at < old.length || to < now.length) {
    const [gone, come] = [old[at], now[to]];
    if (gone !== undefined && gone === come) {
      put("kept", gone);
      at++;
      to++;
    } else if (gone !== undefined && (come === undefined || left(at + 1, to) >= left(at, to + 1))) {
      put("gone", gone);
      at++;
    } else if (come !== undefined) {
      put("come", come);
      to++;
    }
  }
  return pieces.map(({ kind, words }) => ({ kind, text: words.join(" ") }));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** For each pair of places, how many words the two have in common from there on. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let at = old.length - 1; at >= 0; at--) {
    for (let to = now.length - 1; to >= 0; to--) {
      const down = lengths[(at + 1) * width + to] ?? 0;
      const across = lengths[at * width + to + 1] ?? 0;
      lengths[at * width + to] =
        old[at] === now[to] ? 1 + (lengths[(at + 1) * width + to + 1] ?? 0) : Math.max(down, across);
    }
  }
  return lengths;
}

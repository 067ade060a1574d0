/**
 * Rule text with marks, for the tests of the editor's questions: `<|>` is the caret, `<|range|>` a stretch. Several files
 * are separated by lines `--- path`.
 */

/** A text without its marks. */
export interface MarkedText {
  readonly text: string;
  /** Where the carets stood. */
  readonly carets: readonly number[];
  /** The stretches between `<|` and `|>`, in the order in which they start. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the marks out of a text. */
export function marked(written: string): MarkedText {
  const carets: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = "";
  for (const part of written.split(/(<\|>|<\||\|>)/)) {
    switch (part) {
      case "<|>":
        carets.push(text.length);
        break;
      case "<|": {
        const range = { start: text.length, end: -1 };
        ranges.push(range);
        open.push(range);
        break;
      }
      case "|>": {
        const range = open.pop();
        if (range === undefined) throw new Error("a mark |> has no <| before it");
        range.end = text.length;
        break;
      }
      default:
        text += part;
    }
  }
  if (open.length > 0) throw new Error("a mark <| has no |> after it");
  return { text, carets, ranges };
}

/** The files of a text that is cut by lines `--- path`; what stands before the first is `rules.edict`. */
export function filesOf(written: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const [first = "", ...rest] = written.split(/^--- (?=\S)/m);
  if (first.trim() !== "") files.set("rules.edict", first);
  for (const part of rest) {
    const end = part.indexOf("\n");
    files.set(part.slice(0, end).trim(), part.slice(end + 1));
  }
  return files;
}

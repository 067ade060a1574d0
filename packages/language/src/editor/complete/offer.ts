/** One thing that is offered at a caret. */
import type { NamedKind } from "../../names/declared.js";

/** What an item is, by which an editor chooses its sign. */
export type OfferKind =
  | NamedKind
  | "keyword"
  | "sign"
  | "snippet"
  | "code"
  | "diagnosis"
  | "modifier"
  | "value"
  | "column"
  | "field-word"
  | "placeholder"
  | "path"
  | "header"
  | "new-name";

export interface Offer {
  readonly label: string;
  readonly kind: OfferKind;
  /** A few words beside the label. */
  readonly detail: string | null;
  /** What is put in; the label where null. In a snippet, `${1:…}` are stops for the tab key. */
  readonly insert: string | null;
  readonly isSnippet: boolean;
  /** What typed letters are compared with; the label where null. */
  readonly filter: string | null;
  /** Lower comes first; equal ones by their labels. */
  readonly rank: number;
}

type Further = Partial<Pick<Offer, "detail" | "insert" | "isSnippet" | "filter">>;

/** An item that puts in its label, unless it is said otherwise. */
export function offer(kind: OfferKind, label: string, rank: number, further: Further = {}): Offer {
  return { label, kind, detail: null, insert: null, isSnippet: false, filter: null, rank, ...further };
}

/** A text to be typed over. */
export function placeholder(text: string, rank: number): Offer {
  return offer("placeholder", text, rank, { insert: `\${1:${snippetText(text)}}`, isSnippet: true });
}

/** A text that means itself in a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, (sign) => `\\${sign}`);
}

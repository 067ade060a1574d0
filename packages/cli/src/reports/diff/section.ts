/** A part of a comparison that reads alike in every format for people: sentences, a small table, and sentences after it. */

export interface Section {
  readonly heading: string;
  readonly before: readonly string[];
  /** The first row is the header; null where there is no table. */
  readonly table: readonly (readonly string[])[] | null;
  readonly after: readonly string[];
}

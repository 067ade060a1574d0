/**
 * What is named at an offset, and all places that name it. The mentions of a file are sought once and kept as long as
 * its tree is; what they mean is worked out when it is asked.
 */
import type { Analysis } from "../analyse.js";
import { plainFieldWords } from "../names/fields.js";
import { lastWhile } from "../source/last-while.js";
import type { Mention } from "./mentions/mention.js";
import { mentionsOf } from "./mentions/mentions-of.js";
import type { Target } from "./mentions/target.js";
import { keyOf, targetOf } from "./mentions/target.js";

export type { Mention } from "./mentions/mention.js";
export type { Target } from "./mentions/target.js";

/** A place that names something. */
export interface Use {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly role: "declaration" | "use";
  readonly mention: Mention;
}

/** What a place names. */
export interface Named extends Use {
  readonly target: Target;
}

/** What is named at an offset, at the end of its text too; null where nothing is. */
export function nameAt(analysis: Analysis, path: string, offset: number): Named | null {
  const file = analysis.files.get(path);
  if (file === undefined) return null;
  const mention = mentionAt(mentionsOf(file).all, offset);
  if (mention === null) return null;
  const target = targetOf(analysis, mention);
  return target === null ? null : { ...useOf(path, mention), target };
}

/** All places that name a target, by file and place. */
export function usesOf(analysis: Analysis, target: Target): readonly Use[] {
  return analysis.book.files.flatMap(({ source }) => usesInFile(analysis, source.path, target));
}

/** The places of one file that name a target, in the order of the text. */
export function usesInFile(analysis: Analysis, path: string, target: Target): readonly Use[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  const { byText } = mentionsOf(file);
  const key = keyOf(target);
  const found = textsOf(target).flatMap((text) => byText.get(text.toLowerCase()) ?? []);
  return found
    .filter((mention) => {
      const other = targetOf(analysis, mention);
      return other !== null && keyOf(other) === key;
    })
    .map((mention) => useOf(path, mention))
    .sort((left, right) => left.start - right.start);
}

/** The mention that holds an offset; where two touch, the one that starts there. */
function mentionAt(all: readonly Mention[], offset: number): Mention | null {
  const last = all[lastWhile(all, ({ start }) => start <= offset)];
  return last !== undefined && offset <= last.end ? last : null;
}

function useOf(path: string, mention: Mention): Use {
  const { kind } = mention.stands;
  const role = kind === "declaring" || kind === "declaring-column" ? "declaration" : "use";
  return { path, start: mention.start, end: mention.end, role, mention };
}

/** What may be written for a target. */
function textsOf(target: Target): readonly string[] {
  switch (target.kind) {
    case "declared":
    case "column":
      return [target.name];
    case "field":
      return plainFieldWords(target.name);
    case "value":
    case "alias":
      return [target.text];
    case "use":
    case "table-file":
    case "url":
      return [target.path];
  }
}

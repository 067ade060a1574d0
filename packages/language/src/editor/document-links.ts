/** What of a file leads elsewhere: files and folders that it uses, table files, addresses of authorities. */
import type { Analysis } from "../analyse.js";
import type { Node } from "../ast/nodes.js";
import { mentionsOf } from "./mentions/mentions-of.js";
import type { Paths } from "./paths.js";
import { fileNamed, filesUsed } from "./paths.js";

/** A stretch that leads somewhere. */
export interface DocumentLink extends Node {
  readonly to: { readonly kind: "file"; readonly path: string } | { readonly kind: "url"; readonly url: string };
  /** What following it does. */
  readonly tip: string;
}

/** The links of a file. A folder leads to its first file; what is missing leads nowhere. */
export function documentLinks(analysis: Analysis, path: string, paths: Paths): readonly DocumentLink[] {
  const file = analysis.files.get(path);
  if (file === undefined) return [];
  return mentionsOf(file).all.flatMap(({ start, end, text, stands }): readonly DocumentLink[] => {
    switch (stands.kind) {
      case "use-path": {
        const [first] = filesUsed(analysis, path, text, paths);
        return first === undefined
          ? []
          : [{ start, end, to: { kind: "file", path: first }, tip: "open the rule file" }];
      }
      case "table-path": {
        const table = fileNamed(path, text, paths);
        return table === null ? [] : [{ start, end, to: { kind: "file", path: table }, tip: "open the table" }];
      }
      case "url":
        // Nothing but a page of the web: a rulebook shall start no program.
        return /^https?:\/\/[^\s]+$/i.test(text)
          ? [{ start, end, to: { kind: "url", url: text }, tip: "open the authority's page" }]
          : [];
      default:
        return [];
    }
  });
}

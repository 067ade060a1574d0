/** The units of a rulebook, file by file: what is made of each declaration, and of each rule with what changes it. */
import type { Declaration } from "../ast/nodes.js";
import type { Book, RuleParts } from "../names/book.js";
import type { Placed } from "../names/declared.js";
import type { Source } from "../source/source.js";
import type { Unit, UnitGroup } from "./units.js";

/** What a unit looks at; null where nothing is to be looked at. */
export interface UnitMakers {
  readonly ofDeclaration: (declaration: Placed<Declaration>) => Pick<Unit, "look" | "always"> | null;
  readonly ofRule: (parts: RuleParts) => Unit["look"] | null;
}

/** The groups of a rulebook, in the order of its files. Units are made only where a group is looked into. */
export function unitsByFile(book: Book, { ofDeclaration, ofRule }: UnitMakers): readonly UnitGroup[] {
  const rules = rulesByFile(book);
  return book.files.map((file) => {
    const { source, node } = file;
    const own = rules.get(source) ?? [];
    return {
      key: file,
      members: own.flatMap((parts) => [parts.rule.node, ...othersOf(parts)]),
      units: () => [
        ...node.declarations.flatMap((declaration): Unit[] => {
          const made = ofDeclaration({ source, node: declaration });
          return made === null ? [] : [{ check: "declaration", node: declaration, others: [], ...made }];
        }),
        ...own.flatMap((parts): Unit[] => {
          const look = ofRule(parts);
          if (look === null) return [];
          return [{ check: "rule", node: parts.rule.node, others: othersOf(parts), always: false, look }];
        }),
      ],
    };
  });
}

function othersOf({ overrides, waivers }: RuleParts): readonly object[] {
  return overrides.length + waivers.length === 0 ? [] : [...overrides, ...waivers].map(({ node }) => node);
}

function rulesByFile(book: Book): ReadonlyMap<Source, readonly RuleParts[]> {
  const files = new Map<Source, RuleParts[]>();
  for (const parts of book.rules) {
    const known = files.get(parts.rule.source);
    if (known === undefined) files.set(parts.rule.source, [parts]);
    else known.push(parts);
  }
  return files;
}

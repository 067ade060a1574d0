/**
 * A tree as text: the words of each declaration, which the formatter then puts in the one layout. Reading the text again
 * gives the same tree (but for places and the order of clauses). Comments that document a declaration are kept; others
 * are not part of a tree.
 */
import type { Declaration, FileNode } from "../ast/nodes.js";
import { format } from "../format/format.js";
import { clauseOf } from "./clauses.js";
import { setOf } from "./codes.js";
import { entryOf, fileColumnsOf, listsOf, rowsOf } from "./tables.js";
import { testHeadOf, testLinesOf } from "./tests.js";
import { durationOf, joined, listOf, textOf } from "./words.js";

/** The text of a file that was read without mistakes. */
export function printFile({ declarations }: FileNode): string {
  return format(
    declarations.map((declaration) => `${docOf(declaration)}${linesOf(declaration).join("\n")}\n`).join("\n"),
  );
}

function docOf({ doc }: Declaration): string {
  if (doc === null) return "";
  return doc
    .split("\n")
    .map((line) => `${joined("#", line)}\n`)
    .join("");
}

/** The parts of a declaration, each on a line; rows of a table need that, the rest does not mind. */
function linesOf(declaration: Declaration): readonly string[] {
  switch (declaration.kind) {
    case "use":
      return [`use ${textOf(declaration.path)}`];
    case "codes":
    case "diagnoses":
    case "modifiers":
      return [`${declaration.kind} ${declaration.name.text} = ${setOf(declaration.set)}`];
    case "payer":
      return [`payer ${declaration.name.text} = ${declaration.aliases.map(textOf).join(", ")}`];
    case "payers":
      return [
        `payers ${declaration.name.text} = ${listOf(declaration.members)}` +
          (declaration.except.length === 0 ? "" : ` except ${listOf(declaration.except)}`),
      ];
    case "setting":
      return [
        `setting ${declaration.name.text} = ${declaration.parts.map(({ by, values }) => `${by} ${listOf(values)}`).join(", ")}`,
      ];
    case "field":
      return [`field ${declaration.name.text} ${declaration.type}`];
    case "episode": {
      const { name, set, ends, duration } = declaration;
      return ends === "idle"
        ? [`episode ${name.text} of ${setOf(set)} ends after ${durationOf(duration)} idle`]
        : [`episode ${name.text} starts with ${setOf(set)} lasts ${durationOf(duration)}`];
    }
    case "authority": {
      const { name, title, version, url } = declaration;
      const parts = [version && `version ${textOf(version)}`, url && `url ${textOf(url)}`];
      return [joined(`authority ${name.text} ${textOf(title)}`, ...parts)];
    }
    case "table": {
      const { name, lists, source } = declaration;
      const head = joined(`table ${name.text}`, lists && listsOf(lists));
      return source.kind === "written-table"
        ? [head, ...rowsOf(source)]
        : [`${head} from ${textOf(source.path)}`, fileColumnsOf(source)];
    }
    case "layout":
      return [`layout ${declaration.name.text}`, ...declaration.entries.map(entryOf)];
    case "rule":
      return [`rule ${declaration.name.text} ${textOf(declaration.title)}`, ...declaration.clauses.map(clauseOf)];
    case "override":
    case "waive":
      return [`${declaration.kind} ${declaration.rule.text}`, ...declaration.clauses.map(clauseOf)];
    case "test":
      return [testHeadOf(declaration), ...testLinesOf(declaration)];
  }
}

/** The parts of a declaration, each of which starts a line of its own: its head, then clauses, rows, lines or entries. */
import type { BareDeclaration } from "../syntax/grammar/declarations.js";
import type { Clause, Node } from "../ast/nodes.js";
import type { Box, Run } from "./boxes.js";
import { brokenAt, clauseBoxes } from "./clause-boxes.js";
import type { LaidTokens } from "./laid-tokens.js";
import { listBoxes, setBoxes, valueBoxes } from "./list-boxes.js";

/** One part, in the order in which it is written. */
export interface Part extends Run {
  readonly boxes: readonly Box[];
  /** What the part is, where the layout treats it in a way of its own. */
  readonly kind: "head" | "plain" | Clause["kind"];
  /** The cells that stand in columns with those of the other parts; empty for a part that does not. */
  readonly cells: readonly string[];
}

/** The parts of a declaration in the order of the text, the head first. */
export function partsOf(text: string, tokens: LaidTokens, declaration: BareDeclaration): readonly Part[] {
  const all: Run = { first: 0, last: tokens.tokens.length - 1 };
  switch (declaration.kind) {
    case "use":
    case "field":
      return [part("head", all, [])];
    case "codes":
    case "diagnoses":
    case "modifiers":
      return [part("head", all, setBoxes(tokens, declaration.set))];
    case "payer":
      return [part("head", all, valueBoxes(tokens, declaration.aliases))];
    case "payers":
      return [part("head", all, valueBoxes(tokens, declaration.members))];
    case "setting": {
      const { parts } = declaration;
      const whole = listBoxes(
        tokens,
        parts.map(({ start, end }) => ({ start, end, family: null })),
      );
      return [part("head", all, [...whole, ...parts.flatMap(({ values }) => valueBoxes(tokens, values))])];
    }
    case "episode": {
      const end = tokens.lastBefore(declaration.set.end) + 1;
      return [part("head", all, [brokenAt(all, [end]), ...setBoxes(tokens, declaration.set)])];
    }
    case "authority": {
      const { version, url } = declaration;
      const breaks = [version, url].flatMap((one) => (one === null ? [] : [tokens.indexAt(one.start) - 1]));
      return [part("head", all, [brokenAt(all, breaks)])];
    }
    case "table":
      return tableParts(text, tokens, declaration);
    case "layout":
      return startingAt(tokens, declaration.entries).map((run, index) => {
        const entry = declaration.entries[index - 1];
        if (entry === undefined) return part("head", run, []);
        const cells = [tokens.flat(run.first, run.first), tokens.flat(run.first + 1, run.last)];
        return { ...part("plain", run, valueBoxes(tokens, entry.headers)), cells };
      });
    case "rule":
    case "override":
    case "waive":
      return startingAt(tokens, declaration.clauses).map((run, index) => {
        const clause = declaration.clauses[index - 1];
        return clause === undefined ? part("head", run, []) : part(clause.kind, run, clauseBoxes(tokens, clause, run));
      });
    case "test":
      return testParts(tokens, declaration);
  }
}

function part(kind: Part["kind"], { first, last }: Run, boxes: readonly Box[]): Part {
  return { kind, first, last, boxes, cells: [] };
}

/** The head, and a run from each node up to the next. */
function startingAt(tokens: LaidTokens, nodes: readonly Node[]): readonly Run[] {
  const starts = [0, ...nodes.map(({ start }) => tokens.indexAt(start))];
  return starts.map((first, index) => ({ first, last: (starts[index + 1] ?? tokens.tokens.length) - 1 }));
}

function tableParts(
  text: string,
  tokens: LaidTokens,
  { name, lists, source }: Extract<BareDeclaration, { kind: "table" }>,
): readonly Part[] {
  const last = tokens.tokens.length - 1;
  const headEnd = tokens.lastBefore((lists ?? name).end);
  if (source.kind === "file-table") {
    const first = tokens.indexAt(source.columns[0]?.start ?? 0);
    const columns = listBoxes(
      tokens,
      source.columns.map(({ start, end }) => ({ start, end, family: null })),
    ).map((box): Box => ({ ...box, deeper: 0 }));
    const head = { first: 0, last: first - 1 };
    return [
      part("head", head, lists === null ? [] : [brokenAt(head, [headEnd + 1])]),
      part("plain", { first, last }, columns),
    ];
  }
  const header = source.columns.map(({ start, end }) => text.slice(start, end).split(/\s+/).join(" "));
  const rows = [header, ...source.rows.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end)))];
  return [
    part("head", { first: 0, last: headEnd }, []),
    ...rows.map((cells, row) => {
      const at = headEnd + 1 + row;
      return { ...part("plain", { first: at, last: at }, []), cells };
    }),
  ];
}

function testParts(tokens: LaidTokens, test: Extract<BareDeclaration, { kind: "test" }>): readonly Part[] {
  const { given, lines, expectations } = test;
  const listed = [...lines, ...expectations].sort((left, right) => left.start - right.start);
  const [head = { first: 0, last: 1 }, ...runs] = startingAt(tokens, listed);
  const parts = [part("head", { first: 0, last: 1 }, [])];
  if (head.last > 1) {
    const breaks = given.map(({ start }) => tokens.indexAt(start)).filter((first) => first > 3);
    parts.push(part("plain", { first: 2, last: head.last }, [brokenAt({ first: 2, last: head.last }, breaks)]));
  }
  for (const [index, { first, last }] of runs.entries()) {
    const line = listed[index];
    if (line?.kind !== "timeline-line") {
      parts.push(part("plain", { first, last }, []));
      continue;
    }
    const code = tokens.indexAt(line.code.start);
    const field = line.fields[0] === undefined ? last + 1 : tokens.indexAt(line.fields[0].start);
    const cells = [tokens.flat(first, code - 1), tokens.flat(code, field - 1), tokens.flat(field, last)];
    parts.push({ ...part("plain", { first, last }, []), cells });
  }
  return parts;
}

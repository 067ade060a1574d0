/** One declaration as lines. */
import type { BareDeclaration } from "../syntax/grammar/declarations.js";
import type { Laid } from "./boxes.js";
import { layOutRun } from "./boxes.js";
import { rankOf } from "./clause-order.js";
import { inColumns } from "./columns.js";
import type { LaidTokens } from "./laid-tokens.js";
import { lineWidth } from "./laid-tokens.js";
import type { Part } from "./parts.js";
import { partsOf } from "./parts.js";

/** The lines of a declaration without mistakes. */
export function layOutDeclaration(text: string, tokens: LaidTokens, declaration: BareDeclaration): readonly string[] {
  const written = partsOf(text, tokens, declaration);
  const parts = hasClauses(declaration) ? inOrder(written) : written;
  const columns = columnsOf(tokens, declaration, parts);
  const lines: string[] = [];
  let joinable: Part["kind"] | null = null;
  for (const part of parts) {
    const joined: string | null =
      joinable !== null && mayFollow(part, joinable) ? joinedTo(lines.at(-1) ?? "", tokens, part) : null;
    const laid: Laid = joined === null ? laidPart(tokens, part, columns.get(part)) : { lines: [joined], opening: 0 };
    if (joined !== null) lines.pop();
    const comment = tokens.tokens[part.last]?.after ?? null;
    if (comment !== null) addComment(laid, tokens, part, parts, comment, lines);
    for (const line of laid.lines) lines.push(line);
    if (comment !== null || laid.lines.length > 1) joinable = null;
    else if (joined === null || joinable !== "head")
      joinable = part.kind === "head" && !isReaching(declaration) ? null : part.kind;
  }
  return lines;
}

function hasClauses({ kind }: BareDeclaration): boolean {
  return kind === "rule" || kind === "override" || kind === "waive";
}

/** Clauses in the contract's order, those of one kind as they were; the head stays first. */
function inOrder(parts: readonly Part[]): readonly Part[] {
  const rankOfPart = ({ kind }: Part): number => (kind === "head" || kind === "plain" ? -1 : rankOf({ kind }));
  return parts.toSorted((left, right) => rankOfPart(left) - rankOfPart(right));
}

/** An override and a waiver say on their first line whom, where and when they reach. */
function isReaching({ kind }: BareDeclaration): boolean {
  return kind === "override" || kind === "waive";
}

/** Whom and where stand together, and with the head that they reach from. */
function mayFollow({ kind }: Part, before: Part["kind"]): boolean {
  if (before === "head") return kind === "for" || kind === "in" || kind === "effective";
  return before === "for" && kind === "in";
}

/** The line with the part behind it, or null where it does not fit. */
function joinedTo(line: string, tokens: LaidTokens, { first, last }: Part): string | null {
  if (tokens.isParted(first, last) || (tokens.tokens[first]?.above ?? []).length > 0) return null;
  const joined = `${line} ${tokens.flat(first, last)}`;
  return joined.length <= lineWidth ? joined : null;
}

/** The columns that parts stand in, each with its line. A part with a comment within stands in none. */
function columnsOf(tokens: LaidTokens, { kind }: BareDeclaration, parts: readonly Part[]): ReadonlyMap<Part, string> {
  const aligned = parts.filter(({ cells, first, last }) => cells.length > 0 && !tokens.isParted(first, last));
  const lines = inColumns(
    kind,
    aligned.map(({ cells }) => cells),
  );
  return new Map(aligned.map((part, index) => [part, lines[index] ?? ""]));
}

function laidPart(tokens: LaidTokens, part: Part, inColumn: string | undefined): Laid {
  const indent = part.kind === "head" ? 0 : 2;
  if (inColumn === undefined) return layOutRun(tokens, part, indent, part.boxes);
  const above = tokens.tokens[part.first]?.above ?? [];
  return { lines: [...above, inColumn].map((line) => `${" ".repeat(indent)}${line}`), opening: above.length };
}

/**
 * The comment at the end of a part. Where the part, or the whole declaration, stood on one line, the comment was said of
 * all of it, and stays at the end of its first line.
 */
function addComment(
  { lines: own, opening }: Laid,
  { tokens }: LaidTokens,
  { first, last }: Part,
  parts: readonly Part[],
  comment: string,
  before: string[],
): void {
  const lineOf = (at: number): number => tokens[at]?.line ?? 0;
  const isOfAll = lineOf(0) === lineOf(tokens.length - 1) && parts.length > 1 && before.length > 0;
  if (isOfAll) before[0] = `${before[0] ?? ""}  ${comment}`;
  else {
    const at = lineOf(first) === lineOf(last) ? opening : own.length - 1;
    own[at] = `${own[at] ?? ""}  ${comment}`;
  }
}

/** Adds the `because` that a rule lacks: an authority of the rulebook, those first that the file cites most. */
import { compareBytes } from "@edict/rulebook";
import type { Declaration, RuleDeclaration } from "../../ast/nodes.js";
import { allOf } from "../../names/declared.js";
import { declarationStart } from "./declaration-start.js";
import type { ActionPlace, CodeAction } from "./code-action.js";
import { edit, freeName, withHoles } from "./code-action.js";
import { placeOfClause } from "./insert-clause.js";

/** More would only be read with effort. */
const mostOffered = 5;

/** One action for each authority that may be meant; where there is none, one that declares it. */
export function citations(place: ActionPlace): readonly CodeAction[] {
  const { declaration, analysis } = place;
  if (declaration?.kind !== "rule" || declaration.clauses.some(({ kind }) => kind === "because")) return [];
  const names = allOf(analysis.book.declared, "authority").map(({ node }) => node.name.text);
  if (names.length === 0) return [declareAuthority(place, declaration)];
  const cited = citedIn(place.file.node.declarations);
  const ranked = names.toSorted(
    (left, right) => (cited.get(right) ?? 0) - (cited.get(left) ?? 0) || compareBytes(left, right),
  );
  return ranked.slice(0, mostOffered).map((name, at) => {
    const made = withHoles(`because ${name} "`, { hole: "section", number: 1 }, '"');
    return action(place, `add because ${name}`, at === 0, [clause(place, declaration, made)]);
  });
}

function declareAuthority(place: ActionPlace, rule: RuleDeclaration): CodeAction {
  const name = freeName(place.analysis, "Source");
  const start = declarationStart(place.file.source, rule);
  const declared = withHoles(
    "authority ",
    { hole: name, number: 1 },
    ' "',
    { hole: "title of the policy", number: 2 },
    '" version "',
    { hole: "2026", number: 3 },
    '"\n\n',
  );
  const cites = withHoles("because ", { hole: name, number: 1 }, ' "', { hole: "section", number: 4 }, '"');
  return action(place, "add because, and declare its authority", true, [
    { ...edit(place, { start, end: start }, declared.text), holes: declared.holes },
    clause(place, rule, cites),
  ]);
}

function clause(
  place: ActionPlace,
  rule: RuleDeclaration,
  made: ReturnType<typeof withHoles>,
): CodeAction["edits"][number] {
  const { offset, before, after } = placeOfClause(place.file.source, rule, "because");
  const holes = made.holes.map(({ start, end, number }) => ({
    start: start + before.length,
    end: end + before.length,
    number,
  }));
  return { ...edit(place, { start: offset, end: offset }, before + made.text + after), holes };
}

function action(
  { analysis, file, declaration }: ActionPlace,
  title: string,
  preferred: boolean,
  edits: CodeAction["edits"],
): CodeAction {
  const mends = analysis.diagnostics.filter(
    ({ code, span }) =>
      code === "missing-because" &&
      span.file === file.source.path &&
      declaration !== null &&
      span.start >= declaration.start &&
      span.start <= declaration.end,
  );
  return { title, kind: "quickfix", preferred, mends, edits };
}

function citedIn(declarations: readonly Declaration[]): ReadonlyMap<string, number> {
  const cited = new Map<string, number>();
  for (const declaration of declarations) {
    if (!("clauses" in declaration)) continue;
    for (const one of declaration.clauses) {
      if (one.kind === "because") cited.set(one.authority.text, (cited.get(one.authority.text) ?? 0) + 1);
    }
  }
  return cited;
}

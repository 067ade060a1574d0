/**
 * One declaration's tokens to its node. Where they cannot be read, a repair is tried and reported, and the declaration
 * read again: so each mistake is reported once, and all the rest is understood. The number of repairs is bounded, and
 * a long declaration gets fewer, so that no text takes longer than its length.
 */
import type { Diagnostic } from "@edict/rulebook";
import type { IToken } from "chevrotain";
import { report } from "../diagnostics/report.js";
import { syntax } from "../diagnostics/syntax.js";
import type { Source } from "../source/source.js";
import type { Failure } from "./attempt.js";
import { attempt } from "./attempt.js";
import type { BareDeclaration } from "./grammar/declarations.js";
import { checkName } from "./declared-names.js";
import { tooDeep } from "./nesting.js";
import type { Candidate } from "./repair/candidates.js";
import { candidates, shown } from "./repair/candidates.js";
import { withoutHoles } from "./repair/holes.js";
import { withoutItem } from "./repair/list-items.js";
import { hasParts, nextPart, partBefore, partStarts } from "./repair/parts.js";
import { skeleton } from "./repair/skeletons.js";
import { remedy } from "./repair/wanted.js";
import { endOf, tokenStretch } from "./tokens.js";
import type { DeclarationWord } from "./words.js";

/** What became of a declaration. */
export interface Read {
  readonly declaration: BareDeclaration | null;
  /** Something of it was left out, and reported. */
  readonly broken: boolean;
}

const mostRepairs = 24;
/** Tokens that all tries of one declaration may read together, beyond one reading for each. */
const mostTokens = 200_000;

/** Reads the declaration that starts with `keyword`. */
export function parseDeclaration(
  source: Source,
  keyword: DeclarationWord,
  whole: readonly IToken[],
  diagnostics: Diagnostic[],
): Read {
  const [first] = whole;
  if (first === undefined) throw new Error("a declaration has its keyword at least");
  let tokens = whole;
  let broken = false;
  let nameless = false;
  const deep = whole.length > 200 ? tooDeep(whole) : -1;
  if (deep >= 0) {
    const token = whole[deep] ?? first;
    diagnostics.push(report(syntax, "nesting-too-deep", tokenStretch(source, token), {}));
    const shallow = withoutDeep(source, keyword, whole, deep);
    if (shallow === null) return { declaration: null, broken: true };
    tokens = shallow;
    broken = true;
  }
  let budget = mostTokens;
  for (let repairs = 0; ; repairs++) {
    const tried = attempt(source, tokens);
    budget -= tokens.length;
    if (tried.failure === null) {
      for (const complaint of tried.complaints) diagnostics.push(complaint);
      if (tried.declaration === null || nameless) return { declaration: null, broken };
      checkName(source, tried.declaration, diagnostics);
      return { declaration: broken ? withoutHoles(tried.declaration) : tried.declaration, broken };
    }
    const mended = repairs < mostRepairs && budget > tokens.length * 12 ? mend(source, tokens, tried.failure) : null;
    // What stands right after a sign that means nothing was reported with the sign.
    const reported = followsStraySign(source, tokens, tried.failure.index);
    if (mended !== null) {
      if (!reported) diagnostics.push(mended.diagnostic());
      tokens = mended.tokens;
      nameless ||= mended.nameless === true;
      broken = true;
      continue;
    }
    broken = true;
    if (!reported) diagnostics.push(reportFailure(source, keyword, tokens, tried.failure));
    if (repairs >= mostRepairs || budget < 0) return giveUp(source, keyword, tokens);
    const rest = leaveOut(source, keyword, tokens, tried.failure);
    if (rest === null) return { declaration: null, broken };
    tokens = rest;
  }
}

/** The declaration by its name alone, the rest of it unread. */
function giveUp(source: Source, keyword: DeclarationWord, tokens: readonly IToken[]): Read {
  const bare = skeleton(keyword, tokens);
  const declaration = bare === null ? null : attempt(source, bare).declaration;
  return { declaration: declaration === null ? null : withoutHoles(declaration), broken: true };
}

/** The small repair that gets farthest, where one gets past the word that could not stand. */
function mend(source: Source, tokens: readonly IToken[], failure: Failure): Candidate | null {
  let best: Candidate | null = null;
  let farthest = failure.offset;
  for (const candidate of candidates(source, tokens, failure)) {
    const tried = attempt(source, candidate.tokens).failure;
    const reach = tried === null ? Infinity : tried.offset;
    if (reach <= farthest || reach <= candidate.past) continue;
    farthest = reach;
    best = candidate;
    if (tried === null) break;
  }
  return best;
}

function followsStraySign(source: Source, tokens: readonly IToken[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (before === undefined) return false;
  const between = source.text.slice(endOf(before), token?.startOffset ?? endOf(before));
  return between.replace(/#[^\n]*/g, "").trim() !== "";
}

/** Says what could not stand where, and what should. */
function reportFailure(
  source: Source,
  keyword: DeclarationWord,
  tokens: readonly IToken[],
  failure: Failure,
): Diagnostic {
  const seen = tokens[failure.index];
  const previous = tokens[failure.index - 1] ?? tokens[0];
  if (previous === undefined) throw new Error("a declaration has its keyword at least");
  const wanted = remedy(keyword, failure, seen?.image);
  const startsNext = failure.part >= 0 && partStarts(source, keyword, tokens)(failure.index);
  if (seen === undefined || startsNext)
    return report(syntax, "unfinished", tokenStretch(source, previous), { after: shown(previous), wanted });
  const parameters = { seen: shown(seen), after: shown(previous), wanted };
  return report(syntax, "misplaced-word", tokenStretch(source, seen), parameters);
}

/** The tokens without the part that could not be read; null where nothing of the declaration is left. */
function leaveOut(
  source: Source,
  keyword: DeclarationWord,
  tokens: readonly IToken[],
  failure: Failure,
): readonly IToken[] | null {
  if (!hasParts(keyword)) return withoutItem(keyword, tokens, failure.index);
  const starts = partStarts(source, keyword, tokens);
  if (failure.part >= 0) {
    const end = nextPart(starts, tokens, Math.max(failure.index, failure.part + 1));
    return tokens.toSpliced(failure.part, end - failure.part);
  }
  // Between parts all that was read stands; in the header only what makes the shortest declaration.
  const inHeader = failure.phrases.length > 0 || failure.index < 2;
  if (!inHeader) {
    const end = nextPart(starts, tokens, failure.index + 1);
    return tokens.toSpliced(failure.index, end - failure.index);
  }
  const header = skeleton(keyword, tokens);
  return header === null ? null : [...header, ...tokens.slice(nextPart(starts, tokens, Math.max(failure.index, 2)))];
}

/** The tokens without what stands too deep. */
function withoutDeep(
  source: Source,
  keyword: DeclarationWord,
  tokens: readonly IToken[],
  deep: number,
): readonly IToken[] | null {
  if (!hasParts(keyword)) return skeleton(keyword, tokens);
  const starts = partStarts(source, keyword, tokens);
  const first = partBefore(starts, deep);
  if (first < 0) return skeleton(keyword, tokens);
  const rest = tokens.toSpliced(first, nextPart(starts, tokens, deep + 1) - first);
  return tooDeep(rest) < 0 ? rest : skeleton(keyword, tokens);
}
